using YouthPlatform.Contracts.Abstractions;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;

namespace YouthPlatform.ServiceDefaults.Tests.Feeds;

/// <summary>A contract of the service under test.</summary>
[PublicEvent("youthplatform.things.thing_made.v1")]
public sealed record ThingMade(Guid ThingId, int Number, decimal Amount, DateOnly MadeOn, string? Remark);

/// <summary>Another one.</summary>
[PublicEvent("youthplatform.things.thing_broken.v1")]
public sealed record ThingBroken(Guid ThingId, int Number);

internal sealed record Made(int Number, string Region);

internal sealed record Broke(int Number, string Region);

internal sealed class ThingTranslator : IPublicTranslator
{
    public IEnumerable<PublicEventDraft> Translate(RecordedEvent recorded) => recorded.Data switch
    {
        Made made => [new(new ThingMade(IdOf(made.Number), made.Number, 1930.50m, new DateOnly(2023, 7, 25), null), made.Region, $"thing-{made.Number}")],
        Broke broke => [new(new ThingBroken(IdOf(broke.Number), broke.Number), broke.Region, $"thing-{broke.Number}")],
        _ => [],
    };

    private static Guid IdOf(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
}
