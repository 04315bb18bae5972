using System.Collections.Immutable;
using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Forms;

/// <summary>Where the form of a unit and month stands.</summary>
internal abstract record FormState
{
    private FormState(FormFile file) => File = file;

    /// <summary>What was entered, corrected and submitted so far.</summary>
    public FormFile File { get; init; }

    /// <summary>The version that stands for the unit: locked, or submitted and not returned; null while there is none.</summary>
    public FormVersion? Official => this switch
    {
        Submitted { Reopening: null } s => File.Version(s.Submission.Version),
        Approved { Reopening: null } s => File.Version(s.Submission.Version),
        Locked s => File.Version(s.Version),
        _ => ReopeningOf()?.Before.Official,
    };

    /// <summary>The version to look at: the newest that was submitted, or the locked one.</summary>
    public FormVersion? Shown => this switch
    {
        Submitted s => File.Version(s.Submission.Version),
        Approved s => File.Version(s.Submission.Version),
        Returned s => File.Version(s.Submission.Version),
        _ => Official,
    };

    /// <summary>The state on a day: a form that was opened again and not submitted in time is locked, with the figures it had.</summary>
    public FormState On(DateOnly today) =>
        this is Unlocked or Returned && ReopeningOf() is { } reopening && today > reopening.Unlock.Until
            ? reopening.Before with { File = File }
            : this;

    /// <summary>How it came to be open again; null when it was never locked, or is.</summary>
    public Reopening? ReopeningOf() => this switch
    {
        Submitted s => s.Reopening,
        Returned s => s.Reopening,
        Approved s => s.Reopening,
        Unlocked s => s.Reopening,
        _ => null,
    };

    /// <summary>The figures are still compiled.</summary>
    public sealed record Open(FormFile File) : FormState(File);

    /// <summary>Handed in, with the figures of that moment.</summary>
    public sealed record Submitted(FormFile File, FormSubmitted Submission, Reopening? Reopening) : FormState(File);

    /// <summary>Given back to the unit.</summary>
    public sealed record Returned(FormFile File, FormSubmitted Submission, FormReturned Return, Reopening? Reopening) : FormState(File);

    /// <summary>Agreed to by the level above.</summary>
    public sealed record Approved(FormFile File, FormSubmitted Submission, FormApproved Approval, Reopening? Reopening) : FormState(File);

    /// <summary>Closed.</summary>
    /// <param name="File">What was entered, corrected and submitted so far.</param>
    /// <param name="Lock">When and by whom.</param>
    /// <param name="Version">The version that stands: the locked one, or what it was restated to.</param>
    /// <param name="SubmittedBy">Account that submitted what was locked.</param>
    /// <param name="Request">The unit's wish to open it again, if there is one.</param>
    /// <param name="Proposal">What it is to be restated to, if that is proposed.</param>
    public sealed record Locked(
        FormFile File, FormLocked Lock, int Version, string SubmittedBy, UnlockRequested? Request = null, RestatementProposed? Proposal = null)
        : FormState(File);

    /// <summary>Open again up to a day.</summary>
    public sealed record Unlocked(FormFile File, Reopening Reopening) : FormState(File);
}

/// <summary>A form that is open again.</summary>
/// <param name="Unlock">By whom, why and until when.</param>
/// <param name="Before">What it falls back to when it is not submitted in time.</param>
internal sealed record Reopening(FormUnlocked Unlock, FormState.Locked Before);

/// <summary>What was entered, corrected and submitted of a form.</summary>
/// <param name="Entries">Entered figures by column.</param>
/// <param name="Corrections">Corrections made in this month that hold.</param>
/// <param name="Withdrawals">Corrections taken back in this month, of whatever month.</param>
/// <param name="Versions">All figures that were submitted or restated, in order.</param>
internal sealed record FormFile(
    ImmutableSortedDictionary<int, FigureEntered> Entries,
    ImmutableList<CellCorrected> Corrections,
    ImmutableList<CorrectionWithdrawn> Withdrawals,
    ImmutableList<FormVersion> Versions)
{
    public static FormFile Empty { get; } = new(ImmutableSortedDictionary<int, FigureEntered>.Empty, [], [], []);

    /// <summary>Number of the next figures.</summary>
    public int NextVersion => Versions.Count + 1;

    /// <summary>Figures by their number.</summary>
    public FormVersion Version(int number) => Versions[number - 1];
}

/// <summary>Figures that were submitted or restated.</summary>
/// <param name="Number">1 for the first of a form.</param>
/// <param name="Kind">How they came about.</param>
/// <param name="On">China date.</param>
/// <param name="By">Account that submitted, or that agreed to restate.</param>
/// <param name="Figures">The figures; columns without one are left out.</param>
/// <param name="Checks">What was checked at the submission.</param>
/// <param name="Reason">Why they were restated.</param>
/// <param name="Changes">What the restatement changed.</param>
internal sealed record FormVersion(
    int Number,
    FormVersionKind Kind,
    DateOnly On,
    string By,
    IReadOnlyList<SubmittedFigure> Figures,
    IReadOnlyList<CheckOutcome> Checks,
    string? Reason,
    IReadOnlyList<CellChange> Changes)
{
    /// <summary>The figure of a column; null where there is none.</summary>
    public decimal? Of(int column) => Figures.FirstOrDefault(figure => figure.Column == column)?.Value;
}

/// <summary>How figures of a form came about.</summary>
internal enum FormVersionKind
{
    /// <summary>The unit submitted them.</summary>
    Submission,

    /// <summary>They replaced locked ones.</summary>
    Restatement,
}

/// <summary>A correction that holds in a month.</summary>
/// <param name="CorrectionId">Its id.</param>
/// <param name="Column">Number of the column.</param>
/// <param name="Since">Month in which it was made.</param>
/// <param name="Difference">What it adds.</param>
/// <param name="Reason">Why.</param>
/// <param name="Reference">What it rests on.</param>
/// <param name="On">China date on which it was made.</param>
/// <param name="By">Account.</param>
internal sealed record CorrectionInForce(
    Guid CorrectionId, int Column, YearMonth Since, decimal Difference, string Reason, string? Reference, DateOnly On, string By);
