using System.Text.RegularExpressions;
using Npgsql;
using YouthPlatform.EventStore.Rows;
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
    private FoldedReplay? _replay;

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

    /// <summary>Values in memory at which they are written.</summary>
    public required long MostValues { get; init; }

    public string LiveSchema { get; private set; } = "read";

    public long Position { get; private set; }

    public static async Task<SideSchema> CreateAsync(
        NpgsqlDataSource dataSource, IEventStore store, RegisteredProjection registered, long mostValues, CancellationToken cancellationToken)
    {
        var side = new SideSchema(await dataSource.OpenConnectionAsync(cancellationToken), store, registered) { MostValues = mostValues };
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

    /// <summary>Replays to where the live tables are, in transactions of their own, and leaves the tables with all their indexes.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        if (Projection is IReadingProjection)
        {
            var replay = new ReadingReplay(this, _store);
            await RunAsync(replay.RunAsync, cancellationToken);
            return;
        }

        if (_replay is null)
        {
            await using var transaction = await BeginAsync(cancellationToken);
            var indexes = await SideIndexes.DropAsync(Connection, Name, cancellationToken);
            var folded = await FoldedTables.CreateAsync(Connection, Projection.Tables, startsEmpty: true, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            _replay = new FoldedReplay(this, _store, folded, indexes);
        }

        await RunAsync(_replay.RunAsync, cancellationToken);
    }

    /// <summary>What the projection makes of events, given the rows of this schema; for one that reads its own rows.</summary>
    public async Task<IReadOnlyList<SqlStatement>> ReadAndFoldAsync(IReadOnlyList<RecordedEvent> events, CancellationToken cancellationToken)
    {
        RecordedEvent[] taken = [.. events.Where(recorded => !IsSkipped(recorded.Position))];
        var batches = await ProjectionBatches.ReadAsync(
            Connection, [Projection], [.. taken.Select(recorded => recorded.Data)], cancellationToken);
        batches.Add(taken);
        return [.. batches.Write()];
    }

    /// <summary>
    /// Begins a transaction that works in this schema. A crash that loses it loses the schema too, so it need not wait for the disk.
    /// </summary>
    public async Task<NpgsqlTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        var transaction = await Connection.BeginTransactionAsync(cancellationToken);
        await Statements.ExecuteAsync(
            Connection, $"SET LOCAL search_path TO {Name}; SET LOCAL synchronous_commit TO off", cancellationToken);
        return transaction;
    }

    /// <summary>Replays up to and including a position change by change, in transactions of their own.</summary>
    public async Task ReplayEachAsync(long to, CancellationToken cancellationToken)
    {
        while (Position < to)
        {
            await using var transaction = await Connection.BeginTransactionAsync(cancellationToken);
            await ReplayAsync(Math.Min(to, Position + BatchSize), transaction, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <summary>Replays up to and including a position change by change, within a transaction.</summary>
    public async Task ReplayAsync(long to, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await Statements.ExecuteAsync(Connection, $"SET LOCAL search_path TO {Name}", cancellationToken);
        while (Position < to)
        {
            var last = to;
            List<SqlStatement> statements = [];
            List<RecordedEvent> taken = [];
            await foreach (var recorded in _store.ReadAllAsync(Position, (int)Math.Min(BatchSize, to - Position), cancellationToken))
            {
                last = recorded.Position;
                if (last <= to && !IsSkipped(last))
                {
                    statements.AddRange(Projection.Project(recorded).Select(change => change.ToStatement()).OfType<SqlStatement>());
                    taken.Add(recorded);
                }
            }

            statements.AddRange(await ReadAndFoldAsync(taken, cancellationToken));

            await Statements.ExecuteAsync(Connection, transaction, statements, cancellationToken);
            Position = Math.Min(to, last);
        }

        await Statements.ExecuteAsync(Connection, $"SET LOCAL search_path TO {LiveSchema}", cancellationToken);
    }

    /// <summary>Whether the event at a position was skipped by an operator.</summary>
    public bool IsSkipped(long position) => _skipped.Contains(position);

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

    /// <summary>Notes the progress of a transaction that was committed, or takes that of one back that was not.</summary>
    public void MoveTo(long position) => Position = position;

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

    private async Task RunAsync(Func<long, CancellationToken, Task> replay, CancellationToken cancellationToken)
    {
        do
        {
            await replay(await ReadLivePositionAsync(forUpdate: false, cancellationToken), cancellationToken);
        }
        while (await ReadLivePositionAsync(forUpdate: false, cancellationToken) > Position + BatchSize);
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
            await CheckpointTable.LoadAsync(Connection, Projection.Name, LogSignal.EventLog, isExternal: false, initial: 0, cancellationToken);
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
