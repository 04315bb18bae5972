using YouthPlatform.Contracts.Reporting;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using Published = YouthPlatform.Contracts.Reporting.FormSubmitted;

namespace YouthPlatform.Reporting.Forms;

/// <summary>What the world learns about forms.</summary>
internal sealed class FormTranslator : IPublicTranslator
{
    public IEnumerable<PublicEventDraft> Translate(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        if (recorded.Data is FormSubmitted e)
        {
            var month = e.Month.ToString();
            FormCell[] cells = [.. e.Figures.Select(figure => new FormCell(figure.Column, figure.Value))];
            yield return new PublicEventDraft(
                new Published(e.Form, e.Region.Value, month, e.SubmittedOn, e.DueOn, cells), e.Region.Value, recorded.Stream);
        }
    }
}
