namespace Aspire.Hosting.ApplicationModel;

/// <summary>A PostgreSQL server.</summary>
public sealed class PostgresServerResource(string name) : Resource(name), IResourceWithConnectionString, IResourceWithEndpoints, IResourceWithWaitSupport
{
    /// <summary>Directory of the server's data.</summary>
    internal string Directory { get; set; } = "";

    internal List<PostgresDatabaseResource> Databases { get; } = [];

    /// <summary>Set when the server runs.</summary>
    internal Func<string, string>? ConnectionStringOf { get; set; }

    /// <inheritdoc />
    public ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) => new(ConnectionStringOf?.Invoke("postgres"));
}

/// <summary>A database of a PostgreSQL server.</summary>
public sealed class PostgresDatabaseResource(string name, string databaseName, PostgresServerResource parent)
    : Resource(name), IResourceWithParent<PostgresServerResource>, IResourceWithConnectionString
{
    /// <inheritdoc />
    public PostgresServerResource Parent { get; } = parent;

    /// <summary>Name of the database in the server.</summary>
    public string DatabaseName { get; } = databaseName;

    /// <inheritdoc />
    public ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) =>
        new(Parent.ConnectionStringOf?.Invoke(DatabaseName));
}

/// <summary>A RabbitMQ broker.</summary>
public sealed class RabbitMQServerResource(string name) : Resource(name), IResourceWithConnectionString, IResourceWithEndpoints, IResourceWithWaitSupport
{
    /// <summary>Directory of the broker's data.</summary>
    internal string Directory { get; set; } = "";

    /// <summary>Set when the broker runs.</summary>
    internal string? Address { get; set; }

    /// <inheritdoc />
    public ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) => new(Address);
}
