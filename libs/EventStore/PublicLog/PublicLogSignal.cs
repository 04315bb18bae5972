using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.PublicLog;

/// <summary>Tells waiters, such as long polls and streams of events, that the public log grew.</summary>
/// <param name="signal">The process's listener.</param>
/// <param name="channel">Which log: <see cref="LogSignal.PublicLog"/> or <see cref="LogSignal.CombinedLog"/>.</param>
public sealed class PublicLogSignal(LogSignal signal, string channel = LogSignal.PublicLog)
{
    /// <summary>
    /// Waits until the public log is known to reach beyond a position, or until the wait is over. A notification can get lost,
    /// so read again after either; a second or two is a good longest wait within a loop.
    /// </summary>
    /// <param name="after">Position that the waiter has.</param>
    /// <param name="longest">Longest wait, in real time.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The newest position that was signalled.</returns>
    public Task<long> WaitAsync(long after, TimeSpan longest, CancellationToken cancellationToken) =>
        signal.WaitAsync(channel, after, longest, cancellationToken);
}
