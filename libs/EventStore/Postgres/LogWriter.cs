using System.Diagnostics;
using System.Threading.Channels;
using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>Gathers waiting appends of this process and commits many of them at once.</summary>
internal sealed class LogWriter : IAsyncDisposable
{
    private const int MaxAppends = 512;
    private const int MaxEvents = 8192;
    private const int MaxWaiting = 8192;

    private readonly Channel<PendingAppend> _waiting = Channel.CreateBounded<PendingAppend>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true });

    private readonly LogCommitter _committer;
    private readonly Task _loop;

    internal LogWriter(NpgsqlDataSource dataSource, StreamCache cache, PostgresEventStoreOptions options, TimeProvider time)
    {
        _committer = new LogCommitter(dataSource, cache, options, time);
        _loop = Task.Run(LoopAsync);
    }

    internal async Task<AppendResult> AppendAsync(PendingAppend pending, CancellationToken cancellationToken)
    {
        await _waiting.Writer.WriteAsync(pending, cancellationToken);
        await using var withdrawal = cancellationToken.UnsafeRegister(
            static (state, token) => ((PendingAppend)state!).Withdraw(token), pending);
        return await pending.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        await _committer.DisposeAsync();
    }

    private async Task LoopAsync()
    {
        List<PendingAppend> batch = [];
        while (await _waiting.Reader.WaitToReadAsync())
        {
            // Lets callers that were woken by the commit before hand in their next append.
            await Task.Yield();
            Drain(batch);
            if (batch.Count > 0)
            {
                await CommitAsync(batch);
                batch.Clear();
            }
        }
    }

    private void Drain(List<PendingAppend> batch)
    {
        var events = 0;
        while (batch.Count < MaxAppends && events < MaxEvents && _waiting.Reader.TryRead(out var pending))
        {
            if (pending.TryTake())
            {
                batch.Add(pending);
                events += pending.EventCount;
            }
        }
    }

    private async Task CommitAsync(List<PendingAppend> batch)
    {
        using var activity = LogTelemetry.Activities.StartActivity(
            "eventstore commit", ActivityKind.Internal, default(ActivityContext), links: Links(batch));
        activity?.SetTag("eventstore.appends", batch.Count);
        LogTelemetry.CommitSize.Record(batch.Count);
        try
        {
            await _committer.CommitAsync(batch);
        }
#pragma warning disable CA1031 // The writer must go on; whoever waits gets the exception.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            activity?.SetStatus(ActivityStatusCode.Error);
            foreach (var pending in batch)
            {
                pending.Fail(exception);
            }
        }
    }

    private static IEnumerable<ActivityLink>? Links(List<PendingAppend> batch) =>
        LogTelemetry.Activities.HasListeners()
            ? batch.Where(pending => pending.Parent != default).Take(32).Select(pending => new ActivityLink(pending.Parent))
            : null;
}
