using System.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace YouthPlatform.EventStore.Subscriptions;

/// <summary>Runs one subscription in this process for as long as this process is the active one, and stands by otherwise.</summary>
/// <typeparam name="TEvent">The kind of event.</typeparam>
internal sealed partial class SubscriptionRunner<TEvent>(
    ISubscription<TEvent> subscription,
    ISubscriptionSource<TEvent> source,
    NpgsqlDataSource dataSource,
    LogSignal signal,
    SubscriptionMetrics metrics,
    SubscriptionOptions options,
    ILogger<SubscriptionRunner<TEvent>> logger) : BackgroundService
{
    private string Name => subscription.Name;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var lease = await SubscriptionLease.TryAcquireAsync(dataSource, Name, stoppingToken);
                if (lease is null)
                {
                    await Task.Delay(options.StandbyInterval, TimeProvider.System, stoppingToken);
                    continue;
                }

                Leading(Name);
                await LeadAsync(lease.Connection, () => failures = 0, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Nothing may end a subscription for good: it steps down and tries again.
            catch (Exception e)
#pragma warning restore CA1031
            {
                failures++;
                SteppedDown(e, Name);
                await PauseAsync(failures, stoppingToken);
            }
            finally
            {
                metrics.Forget(Name);
            }
        }
    }

    private async Task LeadAsync(NpgsqlConnection connection, Action healthy, CancellationToken cancellationToken)
    {
        await subscription.PrepareAsync(
            (statement, ct) => Statements.ExecuteAsync(connection, null, [statement], ct), cancellationToken);
        var checkpoint = await CheckpointTable.LoadAsync(
            connection, Name, source.Channel, subscription.IsExternal, subscription.InitialPosition, cancellationToken);
        var progress = new Progress(options, subscription.FoldsBatches);
        while (true)
        {
            metrics.Report(Name, await source.GetHeadPositionAsync(cancellationToken) - checkpoint.Position, checkpoint.Stopped);
            if (checkpoint.Stopped)
            {
                progress.Reset();
                await Task.Delay(options.PollInterval, TimeProvider.System, cancellationToken);
            }
            else if (!await StepAsync(connection, checkpoint.Position, progress, cancellationToken))
            {
                await signal.WaitAsync(source.Channel, checkpoint.Position, options.PollInterval, cancellationToken);
            }

            // Somebody may have retried, skipped or rebuilt meanwhile; a lost connection, and with it the lease, shows here.
            checkpoint = await CheckpointTable.ReadAsync(connection, Name, cancellationToken);
            healthy();
        }
    }

    /// <summary>Handles the next batch, if there is one, and decides what a failure means.</summary>
    private async Task<bool> StepAsync(NpgsqlConnection connection, long after, Progress progress, CancellationToken cancellationToken)
    {
        IReadOnlyList<TEvent> events = [];
        try
        {
            events = await source.ReadAsync(after, progress.LimitAfter(after), cancellationToken);
            if (events.Count == 0)
            {
                return false;
            }

            await HandleAsync(connection, after, events, cancellationToken);
            progress.Succeeded();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (SubscriptionUnavailableException e)
        {
            Unavailable(e, Name, after);
            await CheckpointTable.NoteErrorAsync(connection, Name, e, cancellationToken);
            await Task.Delay(e.RetryAfter ?? options.BackoffAfter(progress.Failed()), TimeProvider.System, cancellationToken);
        }
        catch (Exception e) when (!IsInfrastructure(e, connection))
        {
            await FailedAsync(connection, after, events, progress, e, cancellationToken);
        }

        return true;
    }

    private async Task HandleAsync(
        NpgsqlConnection connection, long after, IReadOnlyList<TEvent> events, CancellationToken cancellationToken)
    {
        var last = source.PositionOf(events[^1]);
        if (subscription.IsExternal)
        {
            await subscription.HandleAsync(new SubscriptionBatch<TEvent>(events, null), cancellationToken);
            await CheckpointTable.AdvanceAsync(connection, Name, after, last, cancellationToken);
            subscription.Committed();
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await CheckpointTable.AdvanceAsync(connection, Name, after, last, cancellationToken);
        await subscription.HandleAsync(new SubscriptionBatch<TEvent>(events, transaction), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        subscription.Committed();
    }

    private async Task FailedAsync(
        NpgsqlConnection connection,
        long after,
        IReadOnlyList<TEvent> events,
        Progress progress,
        Exception error,
        CancellationToken cancellationToken)
    {
        if (events.Count != 1 && progress.LimitAfter(after) > 1)
        {
            // One of them is to blame, or could not even be read: one at a time, everything before it still takes effect.
            progress.Narrow(after);
            return;
        }

        // Where the one event could not be read, it is the next one.
        var at = events.Count == 1 ? source.PositionOf(events[0]) : after + 1;
        var failures = progress.Failed();
        AttemptFailed(error, Name, at, failures);
        if (failures < options.MaxAttempts)
        {
            await PauseAsync(failures, cancellationToken);
            return;
        }

        Stopped(error, Name, at);
        await CheckpointTable.StopAsync(connection, Name, at, error, cancellationToken);
    }

    private Task PauseAsync(int failures, CancellationToken cancellationToken) =>
        Task.Delay(options.BackoffAfter(failures), TimeProvider.System, cancellationToken);

    private static bool IsInfrastructure(Exception error, NpgsqlConnection connection) =>
        connection.State is not ConnectionState.Open || error is NpgsqlException { IsTransient: true } or TimeoutException;

    [LoggerMessage(Level = LogLevel.Information, Message = "Subscription {Name} is active in this process")]
    private partial void Leading(string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Subscription {Name} stepped down and tries again")]
    private partial void SteppedDown(Exception exception, string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Subscription {Name} cannot go on after position {Position} for now")]
    private partial void Unavailable(Exception exception, string name, long position);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Subscription {Name} failed at position {Position}, attempt {Attempt}")]
    private partial void AttemptFailed(Exception exception, string name, long position, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Subscription {Name} stopped at the poisoned event {Position}")]
    private partial void Stopped(Exception exception, string name, long position);

    /// <summary>Counts failures in a row and knows while events are to be taken one at a time.</summary>
    private sealed class Progress(SubscriptionOptions options, bool foldsBatches)
    {
        private readonly int _most = foldsBatches ? Math.Max(options.BatchSize, options.CatchUpBatchSize) : options.BatchSize;
        private long _narrowUntil;
        private long _isolateUntil;
        private int _failures;

        public int LimitAfter(long position) =>
            position < _isolateUntil ? 1 : position < _narrowUntil ? options.BatchSize : _most;

        /// <summary>Takes what the failed batch held in smaller ones: of the usual size, and at last one event at a time.</summary>
        public void Narrow(long position)
        {
            if (LimitAfter(position) > options.BatchSize)
            {
                _narrowUntil = position + _most;
            }
            else
            {
                _isolateUntil = position + options.BatchSize;
            }
        }

        public int Failed() => ++_failures;

        public void Succeeded() => _failures = 0;

        public void Reset() => (_narrowUntil, _isolateUntil, _failures) = (0, 0, 0);
    }
}
