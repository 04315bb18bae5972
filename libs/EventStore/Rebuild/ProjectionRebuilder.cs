using Npgsql;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.Rebuild;

/// <summary>
/// Replays the log into a projection's tables beside the live ones, to swap them in or to compare. Readers and writers go on
/// meanwhile; a swap holds writers up for the last few events only.
/// </summary>
public sealed class ProjectionRebuilder
{
    private const int SwapAttempts = 5;

    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(3);

    private readonly NpgsqlDataSource _dataSource;
    private readonly IEventStore _store;
    private readonly Dictionary<string, RegisteredProjection> _projections;

    /// <summary>Makes a rebuilder.</summary>
    /// <param name="dataSource">The service's database.</param>
    /// <param name="store">The service's log.</param>
    /// <param name="projections">The service's projections.</param>
    public ProjectionRebuilder(NpgsqlDataSource dataSource, IEventStore store, IEnumerable<RegisteredProjection> projections)
    {
        _dataSource = dataSource;
        _store = store;
        _projections = projections.ToDictionary(registered => registered.Projection.Name, StringComparer.Ordinal);
    }

    /// <summary>Values of rows that a rebuild folds in memory before it writes them; 40 bytes each, roughly.</summary>
    public long MostValuesInMemory { get; init; } = 5_000_000;

    /// <summary>Names of the projections that can be rebuilt.</summary>
    public IReadOnlyCollection<string> Names => _projections.Keys;

    /// <summary>The projections that can be rebuilt.</summary>
    public IReadOnlyCollection<RegisteredProjection> Projections => _projections.Values;

    /// <summary>Builds a projection anew from the whole log and swaps it in, so that readers see the old rows or the new ones.</summary>
    /// <param name="name">Name of the projection.</param>
    /// <param name="cancellationToken">Gives up; the live tables stay as they are.</param>
    /// <returns>Position up to which the new rows were built when they were swapped in.</returns>
    /// <exception cref="ArgumentException">There is no such projection.</exception>
    /// <exception cref="RuleViolation"><c>projection.busy</c>: it is being rebuilt or compared already.</exception>
    public async Task<long> RebuildAsync(string name, CancellationToken cancellationToken)
    {
        await using var side = await SideSchema.CreateAsync(_dataSource, _store, Find(name), MostValuesInMemory, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            await side.CatchUpAsync(cancellationToken);
            try
            {
                return await SwapAsync(side, cancellationToken);
            }
            catch (PostgresException e) when (attempt < SwapAttempts
                && e.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
            {
                // A long read holds one of the tables: writers are let through before the next attempt.
                await Task.Delay(LockTimeout, TimeProvider.System, cancellationToken);
            }
        }
    }

    /// <summary>Builds a projection anew and compares it with the live rows as of one moment.</summary>
    /// <param name="name">Name of the projection.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The tables that differ; none when the live rows are what the log says.</returns>
    /// <exception cref="ArgumentException">There is no such projection.</exception>
    /// <exception cref="RuleViolation"><c>projection.busy</c>: it is being rebuilt or compared already.</exception>
    public async Task<IReadOnlyList<ProjectionDifference>> CompareAsync(string name, CancellationToken cancellationToken)
    {
        await using var side = await SideSchema.CreateAsync(_dataSource, _store, Find(name), MostValuesInMemory, cancellationToken);
        await side.CatchUpAsync(cancellationToken);
        await using var transaction = await side.Connection.BeginTransactionAsync(
            System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        var live = await side.ReadLivePositionAsync(forUpdate: false, cancellationToken);
        await side.ReplayAsync(live, transaction, cancellationToken);
        var differences = new List<ProjectionDifference>();
        foreach (var table in side.Projection.Tables)
        {
            if (await Comparison.OfAsync(side.Connection, side.LiveSchema, side.Name, table.Name, cancellationToken) is { } difference)
            {
                differences.Add(difference);
            }
        }

        await transaction.RollbackAsync(cancellationToken);
        return differences;
    }

    private static async Task<long> SwapAsync(SideSchema side, CancellationToken cancellationToken)
    {
        var reached = side.Position;
        try
        {
            await using var transaction = await side.Connection.BeginTransactionAsync(cancellationToken);
            await Statements.ExecuteAsync(
                side.Connection, $"SET LOCAL lock_timeout = {(int)LockTimeout.TotalMilliseconds}", cancellationToken);
            var live = await side.ReadLivePositionAsync(forUpdate: true, cancellationToken);
            await side.ReplayAsync(live, transaction, cancellationToken);
            await Statements.ExecuteAsync(side.Connection, side.SwapSql(), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return live;
        }
        catch
        {
            side.MoveTo(reached);
            throw;
        }
    }

    private RegisteredProjection Find(string name) => _projections.TryGetValue(name, out var registered)
        ? registered
        : throw new ArgumentException($"There is no projection {name}.", nameof(name));
}

/// <summary>A table whose live rows are not what the log says.</summary>
/// <param name="Table">The table.</param>
/// <param name="OnlyLive">Live rows that a rebuild does not have.</param>
/// <param name="OnlyRebuilt">Rows of a rebuild that are not live.</param>
/// <param name="Samples">A few of them, as text, marked with <c>live</c> or <c>rebuilt</c>.</param>
public sealed record ProjectionDifference(string Table, long OnlyLive, long OnlyRebuilt, IReadOnlyList<string> Samples);
