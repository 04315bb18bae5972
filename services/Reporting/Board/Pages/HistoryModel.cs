using YouthPlatform.Policy;
using YouthPlatform.Reporting.Board.Shared;

namespace YouthPlatform.Reporting.Board.Pages;

/// <summary>What happened to the form of a unit.</summary>
/// <param name="Viewer">Who looks at it.</param>
/// <param name="Form">The form.</param>
/// <param name="Unit">The reporting unit.</param>
/// <param name="Month">Reported month.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Steps">The steps, first one first.</param>
/// <param name="Versions">The figures that were submitted or restated, first ones first.</param>
public sealed record HistoryModel(
    Viewer Viewer,
    FormDefinition Form,
    ReportingUnit Unit,
    YearMonth Month,
    StateLabel State,
    IReadOnlyList<HistoryLine> Steps,
    IReadOnlyList<VersionLine> Versions);

/// <summary>A step.</summary>
/// <param name="At">When, by the clock in China.</param>
/// <param name="Name">What was done.</param>
/// <param name="About">Which version or column; null for the form as a whole.</param>
/// <param name="By">Account.</param>
/// <param name="Reason">Why; null where no reason is asked for.</param>
public sealed record HistoryLine(string At, string Name, string? About, string By, string? Reason);

/// <summary>Figures that were submitted or restated.</summary>
/// <param name="Name">Which, and when.</param>
/// <param name="By">Account.</param>
/// <param name="Reason">Why they were restated.</param>
/// <param name="IsInForce">Whether they stand.</param>
/// <param name="Path">The form with these figures.</param>
/// <param name="Changes">What differs from the version before; null of the first.</param>
public sealed record VersionLine(string Name, string By, string? Reason, bool IsInForce, string Path, IReadOnlyList<ChangeLine>? Changes);
