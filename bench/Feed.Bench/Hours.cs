using YouthPlatform.Contracts.Abstractions;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;

namespace YouthPlatform.Feed.Bench;

/// <summary>What the benchmark's host publishes.</summary>
/// <param name="Week">Week of the placement.</param>
/// <param name="Hours">Hours worked.</param>
#pragma warning disable CA1515 // A contract, public as those in contracts/.
[PublicEvent("youthplatform.latency.hours_reported.v1")]
public sealed record HoursReported(int Week, decimal Hours);
#pragma warning restore CA1515

/// <summary>What it records.</summary>
internal sealed record Reported(int Week, decimal Hours);

internal sealed class HoursTranslator : IPublicTranslator
{
    public IEnumerable<PublicEventDraft> Translate(RecordedEvent recorded)
    {
        var reported = (Reported)recorded.Data;
        yield return new PublicEventDraft(new HoursReported(reported.Week, reported.Hours), "430102", recorded.Stream);
    }
}
