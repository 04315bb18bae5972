using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Forms;

/// <summary>A step that somebody took.</summary>
/// <param name="On">China date.</param>
/// <param name="By">Account.</param>
/// <param name="Reason">Why, where a reason is asked for.</param>
internal sealed record StepView(DateOnly On, string By, string? Reason = null);

/// <summary>Why a form was given back.</summary>
/// <param name="On">China date.</param>
/// <param name="By">Account.</param>
/// <param name="Reason">Why.</param>
/// <param name="Columns">Columns to correct; none for the form as a whole.</param>
internal sealed record ReturnView(DateOnly On, string By, string Reason, IReadOnlyList<ReturnedColumn> Columns);

/// <summary>A column to correct.</summary>
/// <param name="Column">Its number.</param>
/// <param name="Code">Code of <c>reporting.return_codes</c>.</param>
/// <param name="Reason">What is wrong and what to do.</param>
internal sealed record ReturnedColumn(int Column, string Code, string Reason);

/// <summary>Since when a form is locked.</summary>
/// <param name="On">China date.</param>
/// <param name="By">Account.</param>
/// <param name="Version">Number of the figures that stand.</param>
/// <param name="IsRestated">Whether they replaced those that were locked.</param>
internal sealed record LockView(DateOnly On, string By, int Version, bool IsRestated);

/// <summary>Until when a form is open again.</summary>
/// <param name="On">China date.</param>
/// <param name="By">Account.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">Last day.</param>
internal sealed record UnlockView(DateOnly On, string By, string Reason, DateOnly Until);

/// <summary>What a form is to be restated to.</summary>
/// <param name="On">China date of the proposal.</param>
/// <param name="By">Account.</param>
/// <param name="Reason">Why.</param>
/// <param name="Differences">Cells that change.</param>
internal sealed record RestatementView(DateOnly On, string By, string Reason, IReadOnlyList<DifferenceView> Differences);

/// <summary>A cell that differs.</summary>
/// <param name="Column">Number of the column.</param>
/// <param name="Name">Heading of the column.</param>
/// <param name="Locked">Figure that stands; null where there is none.</param>
/// <param name="Now">Figure as of now; null where there is none any more.</param>
/// <param name="Difference">What it grew by.</param>
internal sealed record DifferenceView(int Column, string Name, decimal? Locked, decimal? Now, decimal Difference);

/// <summary>What differs between the figures that stand and those of now.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Unit">The reporting unit.</param>
/// <param name="Month">Reported month.</param>
/// <param name="Version">Number of the figures that stand; null while there are none.</param>
/// <param name="Differences">Cells that differ.</param>
internal sealed record DifferencesView(string Form, UnitView Unit, YearMonth Month, int? Version, IReadOnlyList<DifferenceView> Differences);

/// <summary>Figures that were submitted or restated.</summary>
/// <param name="Version">1 for the first of a form.</param>
/// <param name="Kind">How they came about.</param>
/// <param name="On">China date.</param>
/// <param name="By">Account that submitted, or that agreed to restate.</param>
/// <param name="IsInForce">Whether they stand.</param>
/// <param name="Reason">Why they were restated.</param>
internal sealed record VersionView(int Version, FormVersionKind Kind, DateOnly On, string By, bool IsInForce, string? Reason);

/// <summary>The versions of a form.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Unit">The reporting unit.</param>
/// <param name="Month">Reported month.</param>
/// <param name="Versions">In their order.</param>
internal sealed record VersionsView(string Form, UnitView Unit, YearMonth Month, IReadOnlyList<VersionView> Versions);

/// <summary>A version with its figures.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Unit">The reporting unit.</param>
/// <param name="Month">Reported month.</param>
/// <param name="Of">Which version.</param>
/// <param name="Figures">Its figures; columns without one are left out.</param>
/// <param name="Checks">What was checked at its submission.</param>
/// <param name="Differences">What a restatement changed.</param>
internal sealed record VersionFiguresView(
    string Form,
    UnitView Unit,
    YearMonth Month,
    VersionView Of,
    IReadOnlyList<SubmittedFigure> Figures,
    IReadOnlyList<CheckOutcome> Checks,
    IReadOnlyList<DifferenceView> Differences);

/// <summary>What happened to a form.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Unit">The reporting unit.</param>
/// <param name="Month">Reported month.</param>
/// <param name="Steps">In their order.</param>
internal sealed record HistoryView(string Form, UnitView Unit, YearMonth Month, IReadOnlyList<HistoryStep> Steps);

/// <summary>A step in the life of a form.</summary>
/// <param name="Step">Name of the step, such as <c>form_submitted</c>.</param>
/// <param name="At">Instant, UTC.</param>
/// <param name="By">Account.</param>
/// <param name="Reason">Why, where a reason was given.</param>
/// <param name="Version">Figures that it was about, if any.</param>
/// <param name="Column">Column that it was about, if any.</param>
internal sealed record HistoryStep(string Step, DateTimeOffset At, string By, string? Reason, int? Version, int? Column);
