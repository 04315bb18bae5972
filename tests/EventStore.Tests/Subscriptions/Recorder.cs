using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.Tests.Subscriptions;

/// <summary>Writes the position of every event it handles to a table that takes a position twice, so that doubles show.</summary>
internal sealed class Recorder(RecorderControl control) : ISubscription<RecordedEvent>
{
    public string Name => "recorder";

    public Task PrepareAsync(Func<SqlStatement, CancellationToken, Task> execute, CancellationToken cancellationToken)
    {
        control.Prepared++;
        return execute(new SqlStatement("CREATE TABLE IF NOT EXISTS handled (position bigint, backend int, at bigserial)"), cancellationToken);
    }

    public async Task HandleAsync(SubscriptionBatch<RecordedEvent> batch, CancellationToken cancellationToken)
    {
        foreach (var recorded in batch.Events)
        {
            await batch.ExecuteAsync(
                [new SqlStatement("INSERT INTO handled (position, backend) VALUES ($1, pg_backend_pid())", recorded.Position)], cancellationToken);
            control.AfterEach?.Invoke(recorded);
        }

        if (control.BeforeCommit is { } hook)
        {
            await hook(batch);
        }
    }
}

internal sealed class RecorderControl
{
    public int Prepared { get; set; }

    public Action<RecordedEvent>? AfterEach { get; set; }

    public Func<SubscriptionBatch<RecordedEvent>, Task>? BeforeCommit { get; set; }
}
