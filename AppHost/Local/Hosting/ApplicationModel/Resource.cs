namespace Aspire.Hosting.ApplicationModel;

/// <summary>Base of all resources.</summary>
public abstract class Resource(string name) : IResource
{
    /// <inheritdoc />
    public string Name { get; } = name;

    /// <summary>Where the resource listens.</summary>
    internal List<EndpointAnnotation> Endpoints { get; } = [];

    /// <summary>What the resource waits for before it starts.</summary>
    internal List<IResource> Dependencies { get; } = [];

    /// <summary>Variables in order of definition; a later one wins.</summary>
    internal List<(string Name, Func<CancellationToken, ValueTask<string?>> Value)> Environment { get; } = [];

    /// <summary>Path and endpoint that answer 200 when the resource is healthy.</summary>
    internal HttpHealthCheck? HealthCheck { get; set; }
}

/// <summary>A listener of a resource.</summary>
/// <param name="name">Name of the endpoint.</param>
/// <param name="port">The wanted port; null for a free one.</param>
internal sealed class EndpointAnnotation(string name, int? port)
{
    public string Name { get; } = name;

    public int? Port { get; } = port;

    /// <summary>Whether people outside of the application use it.</summary>
    public bool IsExternal { get; set; }

    /// <summary>The port given when the application started.</summary>
    public int? AllocatedPort { get; set; }
}

internal sealed record HttpHealthCheck(string Path, int StatusCode, string EndpointName);
