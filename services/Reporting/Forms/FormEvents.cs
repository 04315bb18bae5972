using YouthPlatform.Policy;
using YouthPlatform.Reviews;

namespace YouthPlatform.Reporting.Forms;

/// <summary>What happens to the form of one unit and month.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Region">The reporting unit.</param>
/// <param name="Month">Reported month.</param>
/// <param name="On">China date on which it happened.</param>
/// <param name="By">Account that did it.</param>
internal abstract record FormEvent(string Form, UnitCode Region, YearMonth Month, DateOnly On, string By);

/// <summary>The unit submitted the form.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Region">The reporting unit.</param>
/// <param name="Month">Reported month.</param>
/// <param name="On">China date of submission.</param>
/// <param name="By">Account that submitted.</param>
/// <param name="DueOn">Day it was due.</param>
/// <param name="Version">1 for the first figures of this form.</param>
/// <param name="Figures">Figures as submitted; columns without a figure are left out.</param>
/// <param name="Checks">What was checked, passed or not.</param>
internal sealed record FormSubmitted(
    string Form,
    UnitCode Region,
    YearMonth Month,
    DateOnly On,
    string By,
    DateOnly DueOn,
    int Version,
    IReadOnlyList<SubmittedFigure> Figures,
    IReadOnlyList<CheckOutcome> Checks) : FormEvent(Form, Region, Month, On, By)
{
    /// <summary>Whether it came after the due date.</summary>
    public bool IsLate() => On > DueOn;
}

/// <summary>A figure as submitted.</summary>
/// <param name="Column">Number of the column.</param>
/// <param name="Value">The figure, with the corrections in force.</param>
/// <param name="Events">Number of events behind it; 0 of an entered one.</param>
/// <param name="Adjustment">What the corrections add to what was computed.</param>
internal sealed record SubmittedFigure(int Column, decimal Value, long Events, decimal Adjustment = 0);

/// <summary>The level above gave the form back.</summary>
internal sealed record FormReturned(
    string Form,
    UnitCode Region,
    YearMonth Month,
    DateOnly On,
    string By,
    int Version,
    string Reason,
    IReadOnlyList<FieldReturn> Fields) : FormEvent(Form, Region, Month, On, By);

/// <summary>The level above agreed to the figures.</summary>
internal sealed record FormApproved(string Form, UnitCode Region, YearMonth Month, DateOnly On, string By, int Version)
    : FormEvent(Form, Region, Month, On, By);

/// <summary>The figures stand: from now on they change by unlocking or restating only.</summary>
internal sealed record FormLocked(
    string Form, UnitCode Region, YearMonth Month, DateOnly On, string By, int Version, IReadOnlyList<SubmittedFigure> Figures)
    : FormEvent(Form, Region, Month, On, By);

/// <summary>The unit asked that the form be opened again.</summary>
internal sealed record UnlockRequested(string Form, UnitCode Region, YearMonth Month, DateOnly On, string By, string Reason)
    : FormEvent(Form, Region, Month, On, By);

/// <summary>The form may be changed and submitted again up to a day.</summary>
internal sealed record FormUnlocked(
    string Form, UnitCode Region, YearMonth Month, DateOnly On, string By, int Version, string Reason, DateOnly Until)
    : FormEvent(Form, Region, Month, On, By);

/// <summary>A computed figure is adjusted, in this month and, of a figure that adds up, in the months after it.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Region">The reporting unit.</param>
/// <param name="Month">Month from which on it holds.</param>
/// <param name="On">China date.</param>
/// <param name="By">Account.</param>
/// <param name="CorrectionId">Its id.</param>
/// <param name="Column">Number of the column.</param>
/// <param name="Difference">What it adds; 0 for a mere explanation of the figure.</param>
/// <param name="Reason">Why.</param>
/// <param name="Reference">A document or file that it rests on.</param>
internal sealed record CellCorrected(
    string Form,
    UnitCode Region,
    YearMonth Month,
    DateOnly On,
    string By,
    Guid CorrectionId,
    int Column,
    decimal Difference,
    string Reason,
    string? Reference) : FormEvent(Form, Region, Month, On, By);

/// <summary>A correction no longer holds from this month on.</summary>
internal sealed record CorrectionWithdrawn(
    string Form,
    UnitCode Region,
    YearMonth Month,
    DateOnly On,
    string By,
    Guid CorrectionId,
    int Column,
    decimal Difference,
    string Reason) : FormEvent(Form, Region, Month, On, By);

/// <summary>The unit entered a figure that events do not say.</summary>
internal sealed record FigureEntered(
    string Form, UnitCode Region, YearMonth Month, DateOnly On, string By, int Column, decimal Value, string Note)
    : FormEvent(Form, Region, Month, On, By);

/// <summary>Somebody found that the locked figures are no longer those that the facts say, and asks to restate them.</summary>
internal sealed record RestatementProposed(
    string Form, UnitCode Region, YearMonth Month, DateOnly On, string By, IReadOnlyList<CellChange> Changes, string Reason)
    : FormEvent(Form, Region, Month, On, By);

/// <summary>The figures stay as they were locked.</summary>
internal sealed record RestatementRefused(string Form, UnitCode Region, YearMonth Month, DateOnly On, string By, string Reason)
    : FormEvent(Form, Region, Month, On, By);

/// <summary>The locked figures were replaced by a next version.</summary>
internal sealed record FormRestated(
    string Form,
    UnitCode Region,
    YearMonth Month,
    DateOnly On,
    string By,
    int Version,
    IReadOnlyList<SubmittedFigure> Figures,
    IReadOnlyList<CellChange> Changes,
    string Reason,
    string ProposedBy) : FormEvent(Form, Region, Month, On, By);

/// <summary>A figure that differs.</summary>
/// <param name="Column">Number of the column.</param>
/// <param name="Before">Figure as locked; null where there was none.</param>
/// <param name="After">Figure as it is now, with what is behind it; null where there is none any more.</param>
internal sealed record CellChange(int Column, decimal? Before, SubmittedFigure? After)
{
    /// <summary>What it grew by.</summary>
    public decimal Difference() => (After?.Value ?? 0) - (Before ?? 0);
}
