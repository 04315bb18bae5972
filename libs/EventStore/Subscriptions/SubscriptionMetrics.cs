using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace YouthPlatform.EventStore.Subscriptions;

/// <summary>How far the subscriptions that are active in this process are behind, in events.</summary>
internal sealed class SubscriptionMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "YouthPlatform.EventStore";

    private readonly ConcurrentDictionary<string, Reading> _readings = new(StringComparer.Ordinal);
    private readonly Meter _meter;

    public SubscriptionMetrics(IMeterFactory factory)
    {
        _meter = factory.Create(MeterName);
        _meter.CreateObservableGauge(
            "youthplatform.subscription.lag",
            () => _readings.Select(r => new Measurement<long>(r.Value.Lag, Tag(r.Key))),
            "{event}",
            "Events in the log that the subscription has not handled yet.");
        _meter.CreateObservableGauge(
            "youthplatform.subscription.stopped",
            () => _readings.Select(r => new Measurement<int>(r.Value.Stopped ? 1 : 0, Tag(r.Key))),
            null,
            "1 while a poisoned event stops the subscription.");
    }

    public void Report(string name, long lag, bool stopped) => _readings[name] = new Reading(Math.Max(lag, 0), stopped);

    public void Forget(string name) => _readings.TryRemove(name, out _);

    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> Tag(string name) => new("subscription", name);

    private readonly record struct Reading(long Lag, bool Stopped);
}
