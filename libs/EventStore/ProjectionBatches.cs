using Npgsql;

namespace YouthPlatform.EventStore;

/// <summary>The batches of those projections that read their own rows.</summary>
internal sealed class ProjectionBatches
{
    private readonly IReadOnlyList<IProjectionBatch> _batches;

    private ProjectionBatches(IReadOnlyList<IProjectionBatch> batches) => _batches = batches;

    /// <summary>Those of no projections.</summary>
    internal static ProjectionBatches None { get; } = new([]);

    /// <summary>Reads for each of the projections that do.</summary>
    internal static async Task<ProjectionBatches> ReadAsync(
        NpgsqlConnection connection,
        IEnumerable<IProjection> projections,
        IReadOnlyList<object> events,
        CancellationToken cancellationToken)
    {
        List<IProjectionBatch> batches = [];
        foreach (var projection in projections.OfType<IReadingProjection>())
        {
            batches.Add(await projection.ReadAsync(connection, events, cancellationToken));
        }

        return new ProjectionBatches(batches);
    }

    internal void Add(IReadOnlyList<RecordedEvent> events)
    {
        foreach (var batch in _batches)
        {
            batch.Add(events);
        }
    }

    internal IEnumerable<SqlStatement> Write() => _batches.SelectMany(batch => batch.Write());
}
