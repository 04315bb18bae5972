using YouthPlatform.Policy;
using YouthPlatform.Reporting.Board.Shared;

namespace YouthPlatform.Reporting.Board.Pages;

/// <summary>The forms of all units for a month.</summary>
/// <param name="Viewer">Who looks at it.</param>
/// <param name="Choice">Form and month.</param>
/// <param name="Province">Who collects them.</param>
/// <param name="Rows">The units.</param>
/// <param name="Totals">Sums by column; null where the month does not report it.</param>
/// <param name="KnownOn">The day as of which they are shown; null for now.</param>
public sealed record ProvinceModel(
    Viewer Viewer, FormChoice Choice, Region Province, IReadOnlyList<UnitLine> Rows, IReadOnlyList<decimal?> Totals, DateOnly? KnownOn);

/// <summary>A unit's line.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="State">Where its form stands.</param>
/// <param name="Values">Its figures in the order of the columns.</param>
public sealed record UnitLine(ReportingUnit Unit, StateLabel State, IReadOnlyList<decimal?> Values);
