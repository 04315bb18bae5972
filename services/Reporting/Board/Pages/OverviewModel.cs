using YouthPlatform.Policy;
using YouthPlatform.Reporting.Board.Shared;

namespace YouthPlatform.Reporting.Board.Pages;

/// <summary>Everything at a glance.</summary>
/// <param name="Viewer">Who looks at it.</param>
/// <param name="Choice">Form and month.</param>
/// <param name="Column">The column by which the tiles are coloured.</param>
/// <param name="Targets">Targets of the month's year.</param>
/// <param name="Facts">Due day and counts of states.</param>
/// <param name="States">Where the units' forms stand.</param>
/// <param name="Late">Units that are late.</param>
/// <param name="Tiles">The units by the chosen column; none for who does not see all of them.</param>
/// <param name="LeagueTarget">The target of the league table.</param>
/// <param name="League">Its regions in order.</param>
public sealed record OverviewModel(
    Viewer Viewer,
    FormChoice Choice,
    FormColumn Column,
    IReadOnlyList<TargetLine> Targets,
    IReadOnlyList<(string Name, string Value)> Facts,
    IReadOnlyList<StatusLine> States,
    IReadOnlyList<StatusLine> Late,
    IReadOnlyList<Tile> Tiles,
    TargetLine? LeagueTarget,
    IReadOnlyList<LeagueLine> League);

/// <summary>A unit of the tile grid.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Value">Its figure; null where it is not reported.</param>
/// <param name="Class">Classes of its place and its shade.</param>
public sealed record Tile(ReportingUnit Unit, decimal? Value, string Class);
