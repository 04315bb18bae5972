using YouthPlatform.EventStore;
using YouthPlatform.Reporting.Contacts;
using YouthPlatform.Reporting.Facts;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.Reporting.Highlights;

namespace YouthPlatform.Reporting;

/// <summary>The stored names of the service's events.</summary>
internal static class StoredEvents
{
    public static EventTypes Types { get; } = new EventTypes()
        .Add<FactRecorded>("reporting.fact_recorded.v1")
        .Add<FormSubmitted>("reporting.form_submitted.v1")
        .Add<HighlightDrafted>("reporting.highlight_drafted.v1")
        .Add<HighlightDiscarded>("reporting.highlight_discarded.v1")
        .Add<HighlightFiled>("reporting.highlight_filed.v1")
        .Add<HighlightRevised>("reporting.highlight_revised.v1")
        .Add<HighlightWithdrawn>("reporting.highlight_withdrawn.v1")
        .Add<HighlightCommended>("reporting.highlight_commended.v1")
        .Add<ContactsFiled>("reporting.contacts_filed.v1")
        .Add<FormReturned>("reporting.form_returned.v1")
        .Add<FormApproved>("reporting.form_approved.v1")
        .Add<FormLocked>("reporting.form_locked.v1")
        .Add<UnlockRequested>("reporting.unlock_requested.v1")
        .Add<FormUnlocked>("reporting.form_unlocked.v1")
        .Add<CellCorrected>("reporting.cell_corrected.v1")
        .Add<CorrectionWithdrawn>("reporting.correction_withdrawn.v1")
        .Add<FigureEntered>("reporting.figure_entered.v1")
        .Add<RestatementProposed>("reporting.restatement_proposed.v1")
        .Add<RestatementRefused>("reporting.restatement_refused.v1")
        .Add<FormRestated>("reporting.form_restated.v1");
}
