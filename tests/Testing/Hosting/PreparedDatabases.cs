namespace YouthPlatform.Testing.Hosting;

/// <summary>Databases for tests of a whole service.</summary>
public static class PreparedDatabases
{
    /// <summary>Creates a database for one test or class that has the service's tables already.</summary>
    /// <typeparam name="TEntry">Any type of the service's assembly.</typeparam>
    /// <param name="postgres">The server.</param>
    /// <param name="host">The service on the database of a connection string; it is started and stopped once for all tests of the assembly.</param>
    /// <returns>Its connection string.</returns>
    public static Task<string> CreateDatabaseAsync<TEntry>(this PostgresFixture postgres, Func<string, ServiceHost<TEntry>> host)
        where TEntry : class
    {
        ArgumentNullException.ThrowIfNull(postgres);
        return postgres.CreateDatabaseAsync(typeof(TEntry).Assembly.GetName().Name!, async database =>
        {
            await using var first = host(database);
            _ = first.Server;
        });
    }
}
