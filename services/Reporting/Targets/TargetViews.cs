using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Targets;

/// <summary>A target against what was reached.</summary>
/// <param name="Id">Key of the target.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Region">Region that owes it.</param>
/// <param name="RegionName">Its Chinese name.</param>
/// <param name="Name">Chinese name of the target.</param>
/// <param name="Definition">What is measured.</param>
/// <param name="Clause">Clause of the document that sets it.</param>
/// <param name="Goal">The goal as compared, such as <c>&gt;= 16000</c>.</param>
/// <param name="Target">The figure to be reached; a share of 1 for shares.</param>
/// <param name="Unit">Unit of the figure.</param>
/// <param name="AsOf">Last business date that is counted in.</param>
/// <param name="Actual">What was reached; of a share of nothing, null.</param>
/// <param name="Share">What was reached as a share of the target, four decimals; of a share, the share itself.</param>
/// <param name="IsMet">Whether the goal is reached.</param>
/// <param name="Part">Of a share, the number of its part; otherwise null.</param>
/// <param name="Whole">Of a share, the number it is a part of; otherwise null.</param>
/// <param name="Pace">Whether it will be reached.</param>
internal sealed record TargetView(
    string Id,
    int Year,
    string Region,
    string RegionName,
    string Name,
    string Definition,
    string? Clause,
    string Goal,
    decimal Target,
    string Unit,
    DateOnly AsOf,
    decimal? Actual,
    decimal? Share,
    bool IsMet,
    decimal? Part,
    decimal? Whole,
    TargetPace Pace)
{
    /// <summary>A target as of a day.</summary>
    /// <param name="target">The target.</param>
    /// <param name="asOf">The day, within the target's year.</param>
    /// <param name="figures">Its region's figures up to that day.</param>
    public static TargetView Of(MeasuredTarget target, DateOnly asOf, MonthlyFigures figures)
    {
        ArgumentNullException.ThrowIfNull(target);
        var standing = Standing.Of(target, target.Region.Code, figures);
        var isShare = target.Whole is not null;
        var share = isShare ? standing.Value : standing.Count / target.Goal.Value;
        var rounded = share is null ? (decimal?)null : decimal.Round(share.Value, 4, MidpointRounding.ToZero);
        return new TargetView(
            target.Key,
            target.Year,
            target.Region.Code.Value,
            target.Region.Name,
            target.Name,
            target.Definition,
            target.Version.Clause,
            target.Goal.ToString(),
            target.Goal.Value,
            target.Unit,
            asOf,
            isShare ? rounded : standing.Count,
            rounded,
            standing.Meets(target),
            isShare ? standing.Count : null,
            standing.Whole,
            TargetPace.Of(target, asOf, figures));
    }
}

/// <summary>A target with its parts.</summary>
/// <param name="Target">The target.</param>
/// <param name="ByRegion">Actuals of the regions below that the caller may see. Distinct counts of regions can add up to more than the whole.</param>
/// <param name="ByMonth">Actuals at the end of each month up to the as-of date.</param>
internal sealed record TargetDetail(TargetView Target, IReadOnlyList<RegionActual> ByRegion, IReadOnlyList<MonthActual> ByMonth);

/// <summary>What a region below reached.</summary>
/// <param name="Region">GB/T 2260 code.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Count">Its count; of a share, its part.</param>
/// <param name="Whole">Of a share, its whole; otherwise null.</param>
internal sealed record RegionActual(string Region, string Name, decimal Count, decimal? Whole);

/// <summary>What was reached by the end of a month, or by the as-of date in the last one.</summary>
/// <param name="Month">The month.</param>
/// <param name="Added">What the month added; of a share, to its part.</param>
/// <param name="Count">Cumulative count; of a share, its part.</param>
/// <param name="Whole">Of a share, the cumulative whole; otherwise null.</param>
internal sealed record MonthActual(YearMonth Month, decimal Added, decimal Count, decimal? Whole);

/// <summary>A target's regions in order.</summary>
/// <param name="Target">The target of all of them.</param>
/// <param name="Rows">The regions in order, those without a rank last.</param>
/// <param name="Basis">How small numbers were treated.</param>
internal sealed record LeagueView(TargetView Target, IReadOnlyList<LeagueRow> Rows, SmallNumbers Basis);
