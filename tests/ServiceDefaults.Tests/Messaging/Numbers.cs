using YouthPlatform.Contracts.Abstractions;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;

namespace YouthPlatform.ServiceDefaults.Tests.Messaging;

[PublicEvent("youthplatform.numbers.number_drawn.v1")]
public sealed record NumberDrawn(int Number, decimal Amount);

[PublicEvent("youthplatform.numbers.prize_won.v1")]
public sealed record PrizeWon(int Number, DateOnly On);

/// <summary>What the publishing service records.</summary>
internal sealed record Drawn(int Number);

/// <summary>What the consuming service records.</summary>
internal sealed record Counted(long Sequence, string Kind, int Number);

internal sealed class DrawTranslator : IPublicTranslator
{
    public IEnumerable<PublicEventDraft> Translate(RecordedEvent recorded)
    {
        if (recorded.Data is Drawn drawn)
        {
            yield return new PublicEventDraft(new NumberDrawn(drawn.Number, 12.50m), "430102", recorded.Stream);
            if (drawn.Number % 5 == 0)
            {
                yield return new PublicEventDraft(new PrizeWon(drawn.Number, new DateOnly(2023, 7, 25)), "430102", recorded.Stream);
            }
        }
    }
}
