using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Forms;

/// <summary>The form of one unit and month: compiled, submitted, returned or approved by the level above, locked (H32 §三(四)).</summary>
internal sealed class Form : IDecider<FormState, FormCommand, FormEvent>
{
    public static FormState Initial { get; } = new FormState.Open(FormFile.Empty);

    /// <summary>Stream of a form.</summary>
    public static string StreamOf(string form, UnitCode region, YearMonth month) => $"form-{form}-{region}-{month}";

    public static FormState Evolve(FormState state, FormEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(recorded);
        var kept = state.On(recorded.On);
        var file = FileAfter(kept.File, recorded);
        return (recorded, kept) switch
        {
            (FormSubmitted e, _) => new FormState.Submitted(file, e, kept.ReopeningOf()),
            (FormReturned e, FormState.Submitted s) => new FormState.Returned(file, s.Submission, e, s.Reopening),
            (FormReturned e, FormState.Approved s) => new FormState.Returned(file, s.Submission, e, s.Reopening),
            (FormApproved e, FormState.Submitted s) => new FormState.Approved(file, s.Submission, e, s.Reopening),
            (FormLocked e, FormState.Approved s) => new FormState.Locked(file, e, e.Version, s.Submission.By),
            (UnlockRequested e, FormState.Locked s) => s with { Request = e },
            (FormUnlocked e, FormState.Locked s) => new FormState.Unlocked(file, new Reopening(e, s with { Request = null })),
            (RestatementProposed e, FormState.Locked s) => s with { Proposal = e },
            (RestatementRefused, FormState.Locked s) => s with { Proposal = null },
            (FormRestated e, FormState.Locked s) => s with { File = file, Version = e.Version, Proposal = null },
            _ => kept with { File = file },
        };
    }

    public static IReadOnlyList<FormEvent> Decide(FormCommand command, FormState state)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(state);
        var today = state.On(command.At.Today);
        return command switch
        {
            SubmitForm c => FormSubmitting.Submit(c, today),
            CorrectCell c => FormSubmitting.Correct(c, today),
            WithdrawCorrection c => FormSubmitting.Withdraw(c, today),
            EnterFigure c => FormSubmitting.Enter(c, today),
            ReturnForm c => FormReviewing.Return(c, today),
            ApproveForm c => FormReviewing.Approve(c, today),
            LockForm c => FormReviewing.Lock(c, today),
            RequestUnlock c => FormReopening.Request(c, today),
            UnlockForm c => FormReopening.Unlock(c, today),
            ProposeRestatement c => FormRestating.Propose(c, today),
            RestateForm c => FormRestating.Restate(c, today),
            RefuseRestatement c => FormRestating.Refuse(c, today),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, null),
        };
    }

    private static FormFile FileAfter(FormFile file, FormEvent recorded) => recorded switch
    {
        FormSubmitted e => file with
        {
            Versions = file.Versions.Add(new(e.Version, FormVersionKind.Submission, e.On, e.By, e.Figures, e.Checks, null, [])),
        },
        FormRestated e => file with
        {
            Versions = file.Versions.Add(new(e.Version, FormVersionKind.Restatement, e.On, e.By, e.Figures, [], e.Reason, e.Changes)),
        },
        CellCorrected e => file with { Corrections = file.Corrections.Add(e) },
        CorrectionWithdrawn e => file with
        {
            Corrections = file.Corrections.RemoveAll(correction => correction.CorrectionId == e.CorrectionId),
            Withdrawals = file.Withdrawals.Add(e),
        },
        FigureEntered e => file with { Entries = file.Entries.SetItem(e.Column, e) },
        _ => file,
    };
}
