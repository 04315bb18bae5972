using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Matching;

/// <summary>Regions as ranges of codes, so that an index finds what lies in them.</summary>
internal static class Places
{
    /// <summary>Significant digits of the prefectures around some regions, or of the regions themselves where they are larger; none within another.</summary>
    public static string[] Around(IEnumerable<RegionCode> regions)
    {
        string[] all = [.. regions.Select(region => (region.Prefecture ?? region).Prefix).Distinct(StringComparer.Ordinal)];
        return [.. all.Where(one => !all.Any(other => other.Length < one.Length && one.StartsWith(other, StringComparison.Ordinal))).Order(StringComparer.Ordinal)];
    }

    /// <summary>Prefixes of the regions that a region lies in, itself included: what <see cref="Around"/> can hold of it.</summary>
    public static string[] Above(RegionCode region)
    {
        List<string> prefixes = [];
        for (var at = region; at is not null; at = at.Parent)
        {
            prefixes.Add(at.Prefix);
        }

        return [.. prefixes];
    }
}
