namespace YouthPlatform.EventStore.Subscriptions;

/// <summary>Lets a projection follow the log as a subscription of the same name.</summary>
internal sealed class ProjectionSubscription(IProjection projection) : ISubscription<RecordedEvent>
{
    public string Name => projection.Name;

    public Task HandleAsync(SubscriptionBatch<RecordedEvent> batch, CancellationToken cancellationToken) =>
        batch.ExecuteAsync(
            batch.Events.SelectMany(projection.Project).Select(change => change.ToStatement()).OfType<SqlStatement>(), cancellationToken);
}
