using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace YouthPlatform.EventStore.Subscriptions;

/// <summary>
/// Tells waiters in this process that a log grew. One connection listens for all of them. A signal may get lost with that
/// connection, so a waiter names a longest wait and looks for itself afterwards.
/// </summary>
/// <param name="dataSource">The service's database.</param>
/// <param name="logger">Log.</param>
public sealed partial class LogSignal(NpgsqlDataSource dataSource, ILogger<LogSignal> logger) : BackgroundService
{
    /// <summary>Channel of the service's own log.</summary>
    public const string EventLog = "log";

    /// <summary>Channel of the service's public log.</summary>
    public const string PublicLog = "public_log";

    /// <summary>Channel of a combined log.</summary>
    public const string CombinedLog = "combined_log";

    private static readonly TimeSpan ReconnectDelay = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, Channel> _channels = new(StringComparer.Ordinal);

    /// <summary>Waits until the log is known to reach beyond a position, or until the wait is over.</summary>
    /// <param name="channel"><see cref="EventLog"/>, <see cref="PublicLog"/> or <see cref="CombinedLog"/>.</param>
    /// <param name="after">Position that the waiter has.</param>
    /// <param name="longest">Longest wait, in real time.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The newest position that was signalled; not beyond <paramref name="after"/> when the wait ran out.</returns>
    public async Task<long> WaitAsync(string channel, long after, TimeSpan longest, CancellationToken cancellationToken)
    {
        var state = _channels.GetOrAdd(channel, _ => new Channel());
        var pulse = state.Next;
        if (state.Newest > after)
        {
            return state.Newest;
        }

        try
        {
            await pulse.WaitAsync(longest, TimeProvider.System, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The waiter looks for itself.
        }

        return state.Newest;
    }

    /// <summary>Listens until the host stops, connecting again whenever the connection is lost.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Without it waiters still look for themselves; it must not end the process.
            catch (Exception e)
#pragma warning restore CA1031
            {
                ListeningFailed(e);
                await Task.Delay(ReconnectDelay, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        connection.Notification += (_, notification) => Received(notification.Channel, notification.Payload);
        await Statements.ExecuteAsync(connection, $"LISTEN {EventLog}; LISTEN {PublicLog}; LISTEN {CombinedLog}", cancellationToken);
        foreach (var channel in _channels.Values)
        {
            channel.Pulse(0);
        }

        while (true)
        {
            await connection.WaitAsync(cancellationToken);
        }
    }

    private void Received(string channel, string payload)
    {
        _ = long.TryParse(payload, NumberStyles.None, CultureInfo.InvariantCulture, out var position);
        _channels.GetOrAdd(channel, _ => new Channel()).Pulse(position);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Listening for new events failed; polling goes on, connecting again")]
    private partial void ListeningFailed(Exception exception);

    private sealed class Channel
    {
        private readonly Lock _lock = new();
        private TaskCompletionSource _pulse = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long _newest;

        public long Newest => Interlocked.Read(ref _newest);

        public Task Next
        {
            get
            {
                lock (_lock)
                {
                    return _pulse.Task;
                }
            }
        }

        public void Pulse(long position)
        {
            TaskCompletionSource pulse;
            lock (_lock)
            {
                _newest = Math.Max(_newest, position);
                pulse = _pulse;
                _pulse = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            pulse.SetResult();
        }
    }
}
