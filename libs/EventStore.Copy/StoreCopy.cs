using Npgsql;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.Copy;

/// <summary>
/// Moves a database from one store to the other: PostgreSQL clones it whole, the clone's log is turned into the other store's and compared
/// event by event, then the two change names in one transaction. Killed at any moment, it leaves the database as it was; the next
/// run begins anew.
/// </summary>
/// <param name="connectionString">Of the server, as somebody who may create databases; its database is the one to move.</param>
/// <param name="say">Takes a line for whoever waits.</param>
internal sealed class StoreCopy(string connectionString, Action<string> say)
{
    private const string ObjectInUse = PostgresErrorCodes.ObjectInUse;

    private string Database => new NpgsqlConnectionStringBuilder(connectionString).Database!;

    private string Clone => $"{Database}_copying";

    /// <summary>Moves the database; one that the store keeps already stays as it is.</summary>
    /// <param name="store"><see cref="LogLayout.Npgsql"/> or <see cref="LogLayout.Marten"/>.</param>
    /// <param name="cancellationToken">Gives up; the database stays as it was.</param>
    /// <exception cref="CopyException">It cannot be copied, or the copy is not the same.</exception>
    internal async Task RunAsync(string store, CancellationToken cancellationToken)
    {
        var kept = await KeptByAsync(cancellationToken);
        if (kept == store)
        {
            say($"{Database}: is kept by {store} already");
            return;
        }

        await using var server = await ConnectAsync("postgres", cancellationToken);
        if (await Statements.ScalarAsync<bool>(server, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", cancellationToken, Old(kept)))
        {
            throw new CopyException($"The database {Old(kept)} is left from an earlier copy. Look whether it is needed, drop it (DROP DATABASE \"{Old(kept)}\"), then try again.");
        }

        say($"{Database}: cloning");
        await ExecuteAsync(server, $"DROP DATABASE IF EXISTS \"{Clone}\" WITH (FORCE)", cancellationToken);
        await CloneAsync(server, cancellationToken);
        var count = await ConvertAsync(store, cancellationToken);
        await SwapAsync(server, Old(kept), cancellationToken);
        say($"{Database}: {count} events, now kept by {store}; the old database is {Old(kept)}");
    }

    private string Old(string store) => $"{Database}_{store}";

    private async Task<long> ConvertAsync(string store, CancellationToken cancellationToken)
    {
        await using var source = Open(Database);
        await using var clone = Open(Clone);
        say($"{Database}: converting");
        await (store == LogLayout.Marten ? ToMarten.ConvertAsync(clone, cancellationToken) : ToNpgsql.ConvertAsync(clone, cancellationToken));
        say($"{Database}: comparing");
        return await CopyCheck.CompareAsync(source, clone, store, cancellationToken);
    }

    private async Task<string> KeptByAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await ConnectAsync(Database, cancellationToken);
            return await Statements.ScalarAsync<string>(connection, "SELECT store FROM log.schema_version", cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidCatalogName)
        {
            throw new CopyException($"{Database} holds no event log of this platform: {e.MessageText}");
        }
    }

    private async Task CloneAsync(NpgsqlConnection server, CancellationToken cancellationToken)
    {
        try
        {
            await ExecuteAsync(server, $"CREATE DATABASE \"{Clone}\" TEMPLATE \"{Database}\"", cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == ObjectInUse)
        {
            throw new CopyException($"{Database} is in use. Stop the platform, then try again.");
        }
    }

    private async Task SwapAsync(NpgsqlConnection server, string old, CancellationToken cancellationToken)
    {
        try
        {
            await using var transaction = await server.BeginTransactionAsync(cancellationToken);
            await Statements.ExecuteAsync(server, $"ALTER DATABASE \"{Database}\" RENAME TO \"{old}\"", cancellationToken);
            await Statements.ExecuteAsync(server, $"ALTER DATABASE \"{Clone}\" RENAME TO \"{Database}\"", cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == ObjectInUse)
        {
            throw new CopyException($"{Database} came into use meanwhile. Stop the platform, then try again.");
        }
    }

    /// <summary>For as long as it takes.</summary>
    private static async Task ExecuteAsync(NpgsqlConnection server, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, server) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private NpgsqlDataSource Open(string database) => EventLogDataSource.Create(Unpooled(database));

    private async Task<NpgsqlConnection> ConnectAsync(string database, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(Unpooled(database));
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    /// <summary>A pooled connection would keep the database in use when it is to be cloned or renamed.</summary>
    private string Unpooled(string database) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = database, Pooling = false }.ConnectionString;
}
