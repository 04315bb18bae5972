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
    decimal? Whole);

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
