using System.Text.RegularExpressions;
using Npgsql;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.Rebuild;

/// <summary>A projection's tables in a schema of their own, filled by replaying the log; dropped in the end.</summary>
internal sealed partial class SideSchema : IAsyncDisposable
{
    private const int BatchSize = 1_000;

    private static readonly TimeSpan CleanUpTimeout = TimeSpan.FromSeconds(30);

    private readonly IEventStore _store;
    private readonly bool _isInline;
    private HashSet<long> _skipped = [];
    private bool _locked;

    private SideSchema(NpgsqlConnection connection, IEventStore store, RegisteredProjection registered)
    {
        Connection = connection;
        _store = store;
        _isInline = registered.IsInline;
        Projection = registered.Projection;
        Name = "rebuild_" + NotAllowed().Replace(Projection.Name, "_");
    }

    public NpgsqlConnection Connection { get; }

    public IProjection Projection { get; }

    public string Name { get; }

    public string LiveSchema { get; private set; } = "read";

    public long Position { get; private set; }

    public static async Task<SideSchema> CreateAsync(
        NpgsqlDataSource dataSource, IEventStore store, RegisteredProjection registered, CancellationToken cancellationToken)
    {
        var side = new SideSchema(await dataSource.OpenConnectionAsync(cancellationToken), store, registered);
        try
        {
            await side.PrepareAsync(cancellationToken);
            return side;
        }
        catch
        {
            await side.DisposeAsync();
            throw;
        }
    }

    /// <summary>Replays to where the live tables are, in transactions of their own.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        while (await ReadLivePositionAsync(forUpdate: false, cancellationToken) is var live && live > Position)
        {
            while (Position < live)
            {
                var to = Math.Min(live, Position + BatchSize);
                await using var transaction = await Connection.BeginTransactionAsync(cancellationToken);
                await ReplayAsync(to, transaction, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }
        }
    }

    /// <summary>Replays up to and including a position, within a transaction.</summary>
    public async Task ReplayAsync(long to, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await Statements.ExecuteAsync(Connection, $"SET LOCAL search_path TO {Name}", cancellationToken);
        while (Position < to)
        {
            var events = new List<RecordedEvent>();
            await foreach (var recorded in _store.ReadAllAsync(Position, (int)Math.Min(BatchSize, to - Position), cancellationToken))
            {
                events.Add(recorded);
            }

            var wanted = events.Where(recorded => recorded.Position <= to && !_skipped.Contains(recorded.Position));
            await Statements.ExecuteAsync(Connection, transaction, wanted.SelectMany(Projection.Project).Select(change => change.ToStatement()).OfType<SqlStatement>(), cancellationToken);
            Position = events.Count == 0 ? to : Math.Min(to, events[^1].Position);
        }

        await Statements.ExecuteAsync(Connection, $"SET LOCAL search_path TO {LiveSchema}", cancellationToken);
    }

    /// <summary>Where the live tables are; with the lock that holds them there until the transaction ends, if asked for.</summary>
    public Task<long> ReadLivePositionAsync(bool forUpdate, CancellationToken cancellationToken)
    {
        var lockClause = forUpdate ? "FOR UPDATE" : string.Empty;
        return _isInline
            ? Statements.ScalarAsync<long>(Connection, $"SELECT position FROM log.head {lockClause}", cancellationToken)
            : Statements.ScalarAsync<long>(
                Connection, $"SELECT position FROM log.subscriptions WHERE name = $1 {lockClause}", cancellationToken, Projection.Name);
    }

    /// <summary>Moves the live tables out and these in; one statement list, for the transaction that holds the lock.</summary>
    public string SwapSql()
    {
        string[] tables = [.. Projection.Tables.Select(table => table.Name)];
        IEnumerable<string> statements =
        [
            $"CREATE SCHEMA {Name}_old",
            .. tables.Select(table => $"ALTER TABLE {LiveSchema}.{table} SET SCHEMA {Name}_old"),
            .. tables.Select(table => $"ALTER TABLE {Name}.{table} SET SCHEMA {LiveSchema}"),
            $"DROP SCHEMA {Name}_old CASCADE",
        ];
        return string.Join(";\n", statements);
    }

    /// <summary>Takes back the progress of a transaction that was rolled back.</summary>
    public void RollBackTo(long position) => Position = position;

    public async ValueTask DisposeAsync()
    {
        using var timeout = new CancellationTokenSource(CleanUpTimeout);
        try
        {
            if (_locked)
            {
                await Statements.ExecuteAsync(
                    Connection, $"DROP SCHEMA IF EXISTS {Name} CASCADE; SELECT pg_advisory_unlock_all()", timeout.Token);
            }
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException or InvalidOperationException)
        {
            // What is left is dropped by the next rebuild; the lock goes with the connection.
            NpgsqlConnection.ClearPool(Connection);
        }

        await Connection.DisposeAsync();
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        _locked = await Statements.ScalarAsync<bool>(
            Connection, "SELECT pg_try_advisory_lock(hashtextextended($1, 0))", cancellationToken, $"youthplatform.{Name}");
        if (!_locked)
        {
            throw new RuleViolation("projection.busy", "该投影正在重建或比对，请等待其完成。");
        }

        LiveSchema = await Statements.ScalarAsync<string>(Connection, "SELECT current_schema()::text", cancellationToken);
        _skipped = [.. await Statements.ScalarAsync<long[]>(
            Connection,
            "SELECT coalesce(array_agg(position), '{}') FROM log.subscription_skips WHERE name = $1",
            cancellationToken,
            _isInline ? string.Empty : Projection.Name)];
        if (!_isInline)
        {
            await CheckpointTable.LoadAsync(Connection, Projection.Name, isExternal: false, cancellationToken);
        }

        await using var transaction = await Connection.BeginTransactionAsync(cancellationToken);
        await Statements.ExecuteAsync(
            Connection,
            $"DROP SCHEMA IF EXISTS {Name} CASCADE; CREATE SCHEMA {Name}; SET LOCAL search_path TO {Name}",
            cancellationToken);
        await Statements.ExecuteAsync(Connection, Projection.Schema, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    [GeneratedRegex("[^a-z0-9_]")]
    private static partial Regex NotAllowed();
}
