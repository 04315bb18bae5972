using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Casework;

/// <summary>
/// Figures of the packs as columns for a query: a row for each unit of prefecture level of some regions, as each may have its own. No region of
/// the table lies in another.
/// </summary>
/// <param name="Prefixes">What the codes of a row's counties begin with.</param>
/// <param name="Figures">The figures by key, in the order of the rows.</param>
internal sealed record RegionTable(string[] Prefixes, IReadOnlyList<int[]> Figures)
{
    /// <summary>The prefixes, then the figures: <c>text[]</c>, <c>int[]</c>, <c>int[]</c> ...</summary>
    public IEnumerable<object?> Parameters => [Prefixes, .. Figures];

    public static RegionTable Of(IEnumerable<RegionCode> regions, CaseRules rules, DateOnly today, params IReadOnlyList<string> keys)
    {
        var rows = RowsOf(regions, rules.Regions);
        return new([.. rows.Select(row => row.Prefix)], [.. keys.Select(key => rows.Select(row => rules.Whole(key, row.Value, today).Value).ToArray())]);
    }

    /// <summary>The units of prefecture level in some regions, or the counties themselves where counties are given.</summary>
    public static IReadOnlyList<RegionCode> RowsOf(IEnumerable<RegionCode> regions, Regions onFile)
    {
        var all = regions.SelectMany(region => Below(region, onFile)).Distinct().ToList();
        return [.. all.Where(region => !all.Exists(other => other != region && other.Covers(region)))];
    }

    private static IEnumerable<RegionCode> Below(RegionCode region, Regions onFile) => region.Level switch
    {
        RegionLevel.Country => onFile.ChildrenOf(region).SelectMany(province => Below(province.Code, onFile)),
        RegionLevel.Province => onFile.PrefecturesOf(region).Select(prefecture => prefecture.Code),
        _ => [region],
    };
}
