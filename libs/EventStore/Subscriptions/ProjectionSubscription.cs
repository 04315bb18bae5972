using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.EventStore.Subscriptions;

/// <summary>Lets a projection follow the log as a subscription of the same name.</summary>
internal sealed class ProjectionSubscription(IProjection projection) : ISubscription<RecordedEvent>
{
    /// <summary>Up to so many events cost less as a statement for each change.</summary>
    private const int FewEvents = 8;

    private FoldedTables? _folded;

    public string Name => projection.Name;

    public bool FoldsBatches => true;

    public async Task HandleAsync(SubscriptionBatch<RecordedEvent> batch, CancellationToken cancellationToken)
    {
        var changes = batch.Events.SelectMany(projection.Project);
        if (projection is IReadingProjection)
        {
            var reading = await ProjectionBatches.ReadAsync(
                batch.Connection, [projection], [.. batch.Events.Select(recorded => recorded.Data)], cancellationToken);
            reading.Add(batch.Events);
            await batch.ExecuteAsync(reading.Write(), cancellationToken);
            return;
        }

        if (batch.Events.Count <= FewEvents)
        {
            await batch.ExecuteAsync(changes.Select(change => change.ToStatement()).OfType<SqlStatement>(), cancellationToken);
            return;
        }

        _folded ??= await FoldedTables.CreateAsync(batch.Connection, projection.Tables, startsEmpty: false, cancellationToken);
        _folded.Clear();
        var folder = new ChangeFolder(batch.Connection, _folded);
        await folder.AddAsync(changes, cancellationToken);
        await folder.WriteAsync(cancellationToken);
    }
}
