using YouthPlatform.Policy;
using YouthPlatform.Reporting.Board.Shared;

namespace YouthPlatform.Reporting.Board.Pages;

/// <summary>Targets of a year.</summary>
/// <param name="Viewer">Who looks at them.</param>
/// <param name="Year">The year.</param>
/// <param name="Years">Years that have targets.</param>
/// <param name="Lines">The targets that concern the viewer.</param>
public sealed record TargetsModel(Viewer Viewer, int Year, IReadOnlyList<int> Years, IReadOnlyList<TargetLine> Lines);

/// <summary>Where a target stands.</summary>
/// <param name="Key">Key of the target.</param>
/// <param name="Year">Its year.</param>
/// <param name="Region">Code of the region that owes it.</param>
/// <param name="RegionName">Its name.</param>
/// <param name="Name">Name of the target.</param>
/// <param name="Definition">What is measured.</param>
/// <param name="Clause">Where it is written.</param>
/// <param name="IsShare">Whether it is a share, written in per cent.</param>
/// <param name="Goal">The goal as it is compared, in words.</param>
/// <param name="Target">The figure to be reached.</param>
/// <param name="Actual">What was reached.</param>
/// <param name="Done">Part of the target that was reached.</param>
/// <param name="Unit">Unit of the figure.</param>
/// <param name="Verdict">Whether it will be reached.</param>
/// <param name="Pace">Why, in facts.</param>
/// <param name="AsOf">Last day that is counted in.</param>
public sealed record TargetLine(
    string Key,
    int Year,
    string Region,
    string RegionName,
    string Name,
    string Definition,
    string? Clause,
    bool IsShare,
    string Goal,
    decimal Target,
    decimal? Actual,
    decimal? Done,
    string Unit,
    StateLabel Verdict,
    IReadOnlyList<(string Name, string Value)> Pace,
    DateOnly AsOf)
{
    /// <summary>Its page.</summary>
    public string Path => BoardRoutes.Target(Key, Year, Region);
}

/// <summary>A target by month and region.</summary>
/// <param name="Viewer">Who looks at it.</param>
/// <param name="Target">Where it stands.</param>
/// <param name="Months">What was reached by the end of each month.</param>
/// <param name="League">Its regions in order.</param>
/// <param name="LeagueNote">How small numbers were treated.</param>
public sealed record TargetModel(
    Viewer Viewer, TargetLine Target, IReadOnlyList<MonthLine> Months, IReadOnlyList<LeagueLine> League, string? LeagueNote);

/// <summary>A month of a target.</summary>
/// <param name="Month">The month.</param>
/// <param name="Added">What it added.</param>
/// <param name="Reached">What was reached by its end.</param>
/// <param name="Expected">What the calendar asks for by then; null for a share.</param>
public sealed record MonthLine(YearMonth Month, decimal Added, decimal? Reached, decimal? Expected);

/// <summary>A region of a league table.</summary>
/// <param name="Rank">Its rank, with 并列 for ties; a dash where a rank would say nothing.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">The figure that is compared.</param>
/// <param name="Extra">Contribution, or part and whole.</param>
/// <param name="Note">Why there is no rank, or which ranks chance allows.</param>
public sealed record LeagueLine(string Rank, string Name, decimal? Value, string Extra, string? Note);
