namespace Aspire.Hosting.ApplicationModel;

/// <summary>An endpoint of a resource, before and after its port is known.</summary>
public sealed class EndpointReference : IValueProvider, IManifestExpressionProvider
{
    private readonly Resource _owner;

    internal EndpointReference(Resource owner, string endpointName)
    {
        _owner = owner;
        EndpointName = endpointName;
    }

    /// <summary>Name of the endpoint.</summary>
    public string EndpointName { get; }

    /// <summary>Whether the port is known.</summary>
    public bool IsAllocated => Annotation.AllocatedPort is not null;

    /// <summary>The port.</summary>
    /// <exception cref="InvalidOperationException">The port is not known yet.</exception>
    public int Port => Annotation.AllocatedPort
        ?? throw new InvalidOperationException($"The endpoint {EndpointName} of {_owner.Name} has no port before the application starts.");

    /// <summary>The address.</summary>
    /// <exception cref="InvalidOperationException">The port is not known yet.</exception>
    public string Url => $"http://127.0.0.1:{Port}";

    /// <inheritdoc />
    public string ValueExpression => $"{{{_owner.Name}.bindings.{EndpointName}.url}}";

    private EndpointAnnotation Annotation => _owner.Endpoints.Find(endpoint => endpoint.Name == EndpointName)
        ?? throw new InvalidOperationException($"{_owner.Name} has no endpoint {EndpointName}.");

    /// <inheritdoc />
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new(Url);
}
