using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.EventStore.Tests.Subscriptions;

namespace YouthPlatform.EventStore.Tests.PublicLog;

/// <summary>Odd numbers are nobody's business, every seventh is worth two events.</summary>
internal sealed class TickTranslator : IPublicTranslator
{
    public IEnumerable<PublicEventDraft> Translate(RecordedEvent recorded)
    {
        if (recorded.Data is not Ticked ticked || ticked.Number % 2 != 0)
        {
            yield break;
        }

        yield return new PublicEventDraft(
            new NumberSeen(ticked.Number, 1930.00m, "长沙", new DateOnly(2023, 7, 25)), ticked.Region, recorded.Stream);
        if (ticked.Number % 7 == 0)
        {
            yield return new PublicEventDraft(new SeventhSeen(ticked.Number), ticked.Region, recorded.Stream);
        }
    }
}
