using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Adds PostgreSQL.</summary>
public static class PostgresBuilderExtensions
{
    /// <summary>Adds a PostgreSQL server.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">Name of the resource.</param>
    /// <param name="port">Port on the loopback; a free one when null.</param>
    public static IResourceBuilder<PostgresServerResource> AddPostgres(this IDistributedApplicationBuilder builder, string name, int? port = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var server = new PostgresServerResource(name) { Directory = ServerData.Default(builder, name) };
        server.Endpoints.Add(new("tcp", port));
        return builder.AddResource(server);
    }

    /// <summary>Keeps the data between runs: in the directory of the data that is named as the volume, or as the resource.</summary>
    public static IResourceBuilder<PostgresServerResource> WithDataVolume(this IResourceBuilder<PostgresServerResource> builder, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Resource.Directory = ServerData.Default(builder.ApplicationBuilder, name ?? builder.Resource.Name);
        return builder;
    }

    /// <summary>Adds a database, which is created when the server starts.</summary>
    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(
        this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var database = new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource);
        builder.Resource.Databases.Add(database);
        return builder.ApplicationBuilder.AddResource(database);
    }
}

/// <summary>Adds RabbitMQ.</summary>
public static class RabbitMQBuilderExtensions
{
    /// <summary>Adds a RabbitMQ broker.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">Name of the resource.</param>
    /// <param name="port">Port on the loopback; a free one when null.</param>
    public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(this IDistributedApplicationBuilder builder, string name, int? port = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var broker = new RabbitMQServerResource(name) { Directory = ServerData.Default(builder, name) };
        broker.Endpoints.Add(new("tcp", port));
        return builder.AddResource(broker);
    }

    /// <summary>Keeps the data between runs: in the directory of the data that is named as the volume, or as the resource.</summary>
    public static IResourceBuilder<RabbitMQServerResource> WithDataVolume(this IResourceBuilder<RabbitMQServerResource> builder, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Resource.Directory = ServerData.Default(builder.ApplicationBuilder, name ?? builder.Resource.Name);
        return builder;
    }

    /// <summary>Turns the management API on, at a free port.</summary>
    public static IResourceBuilder<RabbitMQServerResource> WithManagementPlugin(this IResourceBuilder<RabbitMQServerResource> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Resource.Endpoints.Add(new("management", null));
        return builder;
    }
}

internal static class ServerData
{
    public static string Default(IDistributedApplicationBuilder builder, string name) =>
        Path.Combine(((DistributedApplicationBuilder)builder).Settings.DataDirectory, name);
}
