using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Targets;

/// <summary>
/// Puts regions in order. Equal figures share a rank and the next rank is skipped. A share of a small whole is shown without a rank, because
/// one case more or less would move it; for the others the interval of their share says which ranks chance alone could give them.
/// </summary>
internal static class LeagueTable
{
    /// <summary>The rows in order: ranked ones first, then those without a rank by region.</summary>
    public static IReadOnlyList<LeagueRow> Of(MeasuredTarget target, IReadOnlyList<Region> regions, MonthlyFigures figures, SmallNumbers small)
    {
        ArgumentNullException.ThrowIfNull(regions);
        ArgumentNullException.ThrowIfNull(small);
        var standings = regions.Select(region => Standing.Of(target, region.Code, figures)).ToList();
        var isBegun = standings.Exists(standing => standing.Count != 0);
        var rows = regions.Zip(standings, (region, standing) => new Entry(region, standing, isBegun, small)).ToList();
        var ranked = rows.Where(row => row.IsRanked).ToList();
        var total = rows.Sum(row => row.Standing.Count);
        return
        [
            .. rows.Select(row => RowOf(row, ranked, total)).OrderBy(row => row.Rank ?? int.MaxValue).ThenBy(row => row.Region, StringComparer.Ordinal),
        ];
    }

    private static LeagueRow RowOf(Entry row, List<Entry> ranked, decimal total)
    {
        var standing = row.Standing;
        var rank = row.IsRanked ? 1 + ranked.Count(other => other.Standing.Value > standing.Value) : (int?)null;
        var isShare = row.Interval is not null;
        return new LeagueRow(
            row.Region.Code.Value,
            row.Region.Name,
            rank,
            rank is not null && ranked.Count(other => other.Standing.Value == standing.Value) > 1,
            standing.Count,
            standing.Whole,
            standing.Value is { } value ? Round(value) : null,
            standing.Whole is null && total > 0 ? Round(standing.Count / total) : null,
            row.Interval is { } interval ? new ShareInterval(Round(interval.Low), Round(interval.High)) : null,
            rank is not null && isShare ? 1 + ranked.Count(other => other.Interval!.Low > row.Interval!.High) : null,
            rank is not null && isShare ? ranked.Count - ranked.Count(other => other.Interval!.High < row.Interval!.Low) : null,
            row.Reason);
    }

    private static decimal Round(decimal value) => decimal.Round(value, 4, MidpointRounding.ToZero);

    private sealed class Entry(Region region, Standing standing, bool isBegun, SmallNumbers small)
    {
        public Region Region => region;

        public Standing Standing => standing;

        public bool IsRanked => Reason is null;

        public string? Reason { get; } = standing.Whole switch
        {
            null when !isBegun => "各地均无完成数，不排名。",
            0 => "分母为零，不参加排名。",
            { } whole when whole < small.MinimumWhole => $"分母不足 {small.MinimumWhole}，数值波动大，不参加排名。",
            _ => null,
        };

        public ShareInterval? Interval { get; } = standing.Whole is { } whole and > 0 ? small.IntervalOf(standing.Count, whole) : null;
    }
}

/// <summary>A region's line of a league table.</summary>
/// <param name="Region">GB/T 2260 code.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Rank">1 for the highest; equal figures share a rank; null where a rank would say nothing.</param>
/// <param name="IsTied">Whether another region has the same rank.</param>
/// <param name="Count">Its count; of a share, its part.</param>
/// <param name="Whole">Of a share, its whole; otherwise null.</param>
/// <param name="Value">The figure that is compared: the count, or the share with four decimals; null for a share of nothing.</param>
/// <param name="Contribution">Of a count, its part of the sum of all regions, four decimals; otherwise null.</param>
/// <param name="Interval">Of a share, between what it may lie in truth; otherwise null.</param>
/// <param name="RankFrom">Best rank that the intervals allow; null for counts and for regions without a rank.</param>
/// <param name="RankTo">Worst rank that the intervals allow; null likewise.</param>
/// <param name="Reason">Why there is no rank, for officials; null where there is one.</param>
internal sealed record LeagueRow(
    string Region,
    string Name,
    int? Rank,
    bool IsTied,
    decimal Count,
    decimal? Whole,
    decimal? Value,
    decimal? Contribution,
    ShareInterval? Interval,
    int? RankFrom,
    int? RankTo,
    string? Reason);
