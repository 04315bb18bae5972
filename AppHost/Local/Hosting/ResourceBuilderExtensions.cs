using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Describes resources.</summary>
public static class ResourceBuilderExtensions
{
    /// <summary>Adds an HTTP endpoint.</summary>
    /// <typeparam name="T">Type of the resource.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="port">Port on the loopback; a free one when null.</param>
    /// <param name="name">Name of the endpoint; <c>http</c> when null.</param>
    public static IResourceBuilder<T> WithHttpEndpoint<T>(this IResourceBuilder<T> builder, int? port = null, string? name = null)
        where T : IResourceWithEndpoints
    {
        Of(builder).Endpoints.Add(new(name ?? "http", port));
        return builder;
    }

    /// <summary>Marks the HTTP endpoints as used by people outside of the application.</summary>
    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEndpoints
    {
        Of(builder).Endpoints.ForEach(endpoint => endpoint.IsExternal = true);
        return builder;
    }

    /// <summary>The endpoint of the given name.</summary>
    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, string name)
        where T : IResourceWithEndpoints => new(Of(builder), name);

    /// <summary>The resource is healthy when the path answers with the status.</summary>
    /// <typeparam name="T">Type of the resource.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="path">Path; the root when null.</param>
    /// <param name="statusCode">Status; 200 when null.</param>
    /// <param name="endpointName">Endpoint; the first one when null.</param>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, string? endpointName = null)
        where T : IResourceWithEndpoints
    {
        var resource = Of(builder);
        var endpoint = endpointName ?? resource.Endpoints.FirstOrDefault()?.Name
            ?? throw new DistributedApplicationException($"{resource.Name} has a health check but no endpoint.");
        resource.HealthCheck = new(path ?? "/", statusCode ?? 200, endpoint);
        return builder;
    }

    /// <summary>Starts the resource only when the other one is running and healthy.</summary>
    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport
    {
        ArgumentNullException.ThrowIfNull(dependency);
        Of(builder).Dependencies.Add(dependency.Resource is PostgresDatabaseResource database ? database.Parent : dependency.Resource);
        return builder;
    }

    /// <summary>Gives the resource the connection string of another as <c>ConnectionStrings__name</c>.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder,
        IResourceBuilder<IResourceWithConnectionString> source,
        string? connectionName = null,
        bool optional = false)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(source);
        Of(builder).Environment.Add(($"ConnectionStrings__{connectionName ?? source.Resource.Name}", async cancellationToken =>
        {
            var value = await source.Resource.GetConnectionStringAsync(cancellationToken);
            return value is null && !optional
                ? throw new DistributedApplicationException(
                    $"{builder.Resource.Name} refers to {source.Resource.Name}, which does not run yet: let it wait for it.")
                : value;
        }));
        return builder;
    }

    /// <summary>Tells the resource where another listens, as <c>services__name__endpoint__0</c>.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
        where TDestination : IResourceWithEnvironment
    {
        var other = Of(source);
        foreach (var endpoint in other.Endpoints)
        {
            var reference = new EndpointReference(other, endpoint.Name);
            Of(builder).Environment.Add(($"services__{other.Name}__{endpoint.Name}__0", reference.GetValueAsync));
        }

        return builder;
    }

    /// <summary>Sets a variable.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, string? value)
        where T : IResourceWithEnvironment
    {
        Of(builder).Environment.Add((name, _ => new(value)));
        return builder;
    }

    /// <summary>Sets a variable to the address of an endpoint.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, EndpointReference endpointReference)
        where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(endpointReference);
        Of(builder).Environment.Add((name, endpointReference.GetValueAsync));
        return builder;
    }

    /// <summary>Sets a variable to a text with values in it.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, ReferenceExpression value)
        where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(value);
        Of(builder).Environment.Add((name, value.GetValueAsync));
        return builder;
    }

    private static Resource Of<T>(IResourceBuilder<T> builder)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        return (Resource)(object)builder.Resource;
    }
}
