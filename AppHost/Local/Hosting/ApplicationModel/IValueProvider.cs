namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that is known when the application runs.</summary>
public interface IValueProvider
{
    /// <summary>The value.</summary>
    ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default);
}

/// <summary>A value that has a name in the application's manifest.</summary>
public interface IManifestExpressionProvider
{
    /// <summary>The name.</summary>
    string ValueExpression { get; }
}
