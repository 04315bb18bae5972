using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Reporting.Forms;

/// <summary>Where every form stands, and all figures that were submitted or restated.</summary>
internal sealed class FormProjection : IProjection
{
    public const string ProjectionName = "forms";

    public string Name => ProjectionName;

    public IReadOnlyList<Table> Tables => [FormTables.Forms, FormTables.Versions, FormTables.Figures, FormTables.Corrections, FormTables.Entries];

    public string Schema => FormTables.Schema;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            FormSubmitted e => [Submitted(e), .. Version(recorded, e, e.Version, FormVersionKind.Submission, e.Figures)],
            FormRestated e => [Restated(e), .. Version(recorded, e, e.Version, FormVersionKind.Restatement, e.Figures)],
            CellCorrected e => [Corrected(e)],
            CorrectionWithdrawn e => [FormTables.Corrections.Update((e.Form, e.Region.Value, e.CorrectionId))
                .Set(FormTables.WithdrawnMonth, e.Month.ToString()).Set(FormTables.WithdrawnOn, e.On)],
            FigureEntered e =>
                [FormTables.Entries.Upsert((e.Form, e.Month.ToString(), e.Region.Value, e.Column)).Set(FormTables.Entered, e.Value)],
            FormEvent e when Step(e) is { } step => [step],
            _ => [],
        };
    }

    private static RowChange Submitted(FormSubmitted e) => FormTables.Forms.Upsert(KeyOf(e))
        .Set(FormTables.State, FormStates.Submitted)
        .Set(FormTables.Version, e.Version)
        .Initially(FormTables.FirstSubmittedOn, e.On)
        .Set(FormTables.SubmittedOn, e.On)
        .Set(FormTables.SubmittedBy, e.By);

    private static RowChange? Step(FormEvent recorded)
    {
        var form = FormTables.Forms.Update(KeyOf(recorded));
        return recorded switch
        {
            FormReturned e => form.Set(FormTables.State, FormStates.Returned).Set(FormTables.ReturnedOn, e.On).Add(FormTables.Returns, 1),
            FormApproved e => form.Set(FormTables.State, FormStates.Approved).Set(FormTables.ApprovedOn, e.On).Set(FormTables.ApprovedBy, e.By),
            FormLocked e => form.Set(FormTables.State, FormStates.Locked).Set(FormTables.LockedVersion, e.Version)
                .Set(FormTables.LockedOn, e.On).Set(FormTables.LockedBy, e.By).Set(FormTables.UnlockedUntil, null)
                .Set(FormTables.UnlockRequestedOn, null).Set(FormTables.RestatementProposedOn, null),
            UnlockRequested e => form.Set(FormTables.UnlockRequestedOn, e.On),
            FormUnlocked e => form.Set(FormTables.State, FormStates.Unlocked).Set(FormTables.UnlockedUntil, e.Until)
                .Set(FormTables.UnlockRequestedOn, null),
            RestatementProposed e => form.Set(FormTables.RestatementProposedOn, e.On),
            RestatementRefused => form.Set(FormTables.RestatementProposedOn, null),
            _ => null,
        };
    }

    private static RowChange Restated(FormRestated e) => FormTables.Forms.Update(KeyOf(e))
        .Set(FormTables.State, FormStates.Locked)
        .Set(FormTables.LockedVersion, e.Version)
        .Set(FormTables.RestatementProposedOn, null)
        .Set(FormTables.UnlockedUntil, null)
        .Set(FormTables.RestatedOn, e.On);

    private static RowChange Corrected(CellCorrected e) => FormTables.Corrections.Insert((e.Form, e.Region.Value, e.CorrectionId))
        .Set(FormTables.Since, e.Month.ToString())
        .Set(FormTables.CorrectedColumn, e.Column)
        .Set(FormTables.Difference, e.Difference)
        .Set(FormTables.Reason, e.Reason)
        .Set(FormTables.Reference, e.Reference)
        .Set(FormTables.CorrectedOn, e.On)
        .Set(FormTables.CorrectedBy, e.By);

    private static IEnumerable<Change> Version(
        RecordedEvent recorded, FormEvent e, int version, FormVersionKind kind, IReadOnlyList<SubmittedFigure> figures)
    {
        var (form, month, region) = KeyOf(e);
        yield return FormTables.Versions.Insert((form, month, region, version))
            .Set(FormTables.Kind, FormStates.Of(kind))
            .Set(FormTables.MadeOn, e.On)
            .Set(FormTables.MadeAt, recorded.RecordedAt);
        foreach (var figure in figures)
        {
            yield return FormTables.Figures.Insert((form, month, region, version, figure.Column))
                .Set(FormTables.Value, figure.Value)
                .Set(FormTables.Adjustment, figure.Adjustment);
        }
    }

    private static (string Form, string Month, string Region) KeyOf(FormEvent e) => (e.Form, e.Month.ToString(), e.Region.Value);
}
