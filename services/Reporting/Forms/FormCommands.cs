using YouthPlatform.Policy;
using YouthPlatform.Reviews;

namespace YouthPlatform.Reporting.Forms;

/// <summary>What can be asked of a form.</summary>
/// <param name="At">Which form, when, by whom.</param>
internal abstract record FormCommand(Occasion At);

/// <summary>Where, when and by whom something is asked for.</summary>
/// <param name="Definition">The form.</param>
/// <param name="Region">The reporting unit.</param>
/// <param name="Month">Reported month.</param>
/// <param name="Collector">Name of the region that collects the form, for what a refusal says.</param>
/// <param name="Today">China date.</param>
/// <param name="Actor">Account.</param>
internal sealed record Occasion(
    FormDefinition Definition, UnitCode Region, YearMonth Month, string Collector, DateOnly Today, string Actor);

/// <summary>Hands the form in.</summary>
/// <param name="At">Which form, when, by whom.</param>
/// <param name="Figures">Figures as the submitter saw them.</param>
/// <param name="Checks">What the checks say about them.</param>
internal sealed record SubmitForm(Occasion At, IReadOnlyList<SubmittedFigure> Figures, IReadOnlyList<CheckOutcome> Checks) : FormCommand(At);

/// <summary>Gives the form back to the unit.</summary>
/// <param name="At">Which form, when, by whom.</param>
/// <param name="Reason">Why.</param>
/// <param name="Fields">Columns to correct, as <c>/columns/5</c>; none for the form as a whole.</param>
/// <param name="Codes">Reasons that a column may be returned for.</param>
internal sealed record ReturnForm(Occasion At, string? Reason, IReadOnlyList<FieldReturn> Fields, CategoryList Codes) : FormCommand(At);

/// <summary>Agrees to the figures.</summary>
internal sealed record ApproveForm(Occasion At) : FormCommand(At);

/// <summary>Closes the form.</summary>
internal sealed record LockForm(Occasion At) : FormCommand(At);

/// <summary>Asks that the form be opened again.</summary>
internal sealed record RequestUnlock(Occasion At, string? Reason) : FormCommand(At);

/// <summary>Opens the form again up to a day.</summary>
/// <param name="At">Which form, when, by whom.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">Last day on which it is open.</param>
/// <param name="MostDays">The longest time for which a form is opened, in days.</param>
internal sealed record UnlockForm(Occasion At, string? Reason, DateOnly Until, int MostDays) : FormCommand(At);

/// <summary>Adjusts a computed figure.</summary>
/// <param name="At">Which form, when, by whom.</param>
/// <param name="CorrectionId">Id of the correction.</param>
/// <param name="Column">Number of the column.</param>
/// <param name="Difference">What is added; 0 explains the figure.</param>
/// <param name="Reported">The figure before.</param>
/// <param name="Reason">Why.</param>
/// <param name="Reference">A document or file that it rests on.</param>
internal sealed record CorrectCell(
    Occasion At, Guid CorrectionId, int Column, decimal Difference, decimal Reported, string? Reason, string? Reference) : FormCommand(At);

/// <summary>Takes a correction back, from this month on.</summary>
/// <param name="At">Which form, when, by whom.</param>
/// <param name="CorrectionId">The correction.</param>
/// <param name="InForce">The correction as it holds in this month; null when none does.</param>
/// <param name="Reported">The figure before.</param>
/// <param name="Reason">Why.</param>
internal sealed record WithdrawCorrection(Occasion At, Guid CorrectionId, CorrectionInForce? InForce, decimal Reported, string? Reason)
    : FormCommand(At);

/// <summary>Enters a figure that events do not say.</summary>
internal sealed record EnterFigure(Occasion At, int Column, decimal Value, string? Note) : FormCommand(At);

/// <summary>Asks to restate the locked figures.</summary>
/// <param name="At">Which form, when, by whom.</param>
/// <param name="Changes">Cells that differ now.</param>
/// <param name="Reason">Why they do.</param>
internal sealed record ProposeRestatement(Occasion At, IReadOnlyList<CellChange> Changes, string? Reason) : FormCommand(At);

/// <summary>Replaces the locked figures as proposed.</summary>
internal sealed record RestateForm(Occasion At) : FormCommand(At);

/// <summary>Leaves the locked figures as they are.</summary>
internal sealed record RefuseRestatement(Occasion At, string? Reason) : FormCommand(At);
