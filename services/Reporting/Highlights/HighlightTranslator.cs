using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using Public = YouthPlatform.Contracts.Reporting;

namespace YouthPlatform.Reporting.Highlights;

/// <summary>What the world learns about texts: that they are there, not what they say.</summary>
internal sealed class HighlightTranslator : IPublicTranslator
{
    public IEnumerable<PublicEventDraft> Translate(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            HighlightFiled e =>
            [
                new(
                    new Public.HighlightFiled(e.File.HighlightId, e.File.Region.Value, e.File.Month.ToString(), e.FiledOn, e.DueOn),
                    e.File.Region.Value,
                    recorded.Stream),
            ],
            HighlightWithdrawn e =>
            [
                new(new Public.HighlightWithdrawn(e.HighlightId, e.Region.Value, e.Month.ToString(), e.WithdrawnOn), e.Region.Value, recorded.Stream),
            ],
            _ => [],
        };
    }
}
