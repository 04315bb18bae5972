using YouthPlatform.EventStore;

namespace YouthPlatform.Reporting.Forms;

/// <summary>Tells the life of a form from its events.</summary>
internal static class FormHistory
{
    /// <summary>A step.</summary>
    public static HistoryStep Of(RecordedEvent recorded)
    {
        var by = ((FormEvent)recorded.Data).By;
        var (step, reason, version, column) = Parts((FormEvent)recorded.Data);
        return new(step, recorded.RecordedAt, by, reason, version, column);
    }

    private static (string Step, string? Reason, int? Version, int? Column) Parts(FormEvent recorded) => recorded switch
    {
        FormSubmitted e => ("form_submitted", null, e.Version, null),
        FormReturned e => ("form_returned", e.Reason, e.Version, null),
        FormApproved e => ("form_approved", null, e.Version, null),
        FormLocked e => ("form_locked", null, e.Version, null),
        UnlockRequested e => ("unlock_requested", e.Reason, null, null),
        FormUnlocked e => ("form_unlocked", e.Reason, e.Version, null),
        CellCorrected e => ("cell_corrected", e.Reason, null, e.Column),
        CorrectionWithdrawn e => ("correction_withdrawn", e.Reason, null, e.Column),
        FigureEntered e => ("figure_entered", e.Note, null, e.Column),
        RestatementProposed e => ("restatement_proposed", e.Reason, null, null),
        RestatementRefused e => ("restatement_refused", e.Reason, null, null),
        FormRestated e => ("form_restated", e.Reason, e.Version, null),
        _ => throw new ArgumentOutOfRangeException(nameof(recorded), recorded, null),
    };
}
