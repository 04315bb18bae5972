using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Targets;

/// <summary>The regions that a target is looked at by: a province's prefectures, a prefecture's counties and districts.</summary>
internal sealed class TargetRegions(Regions regions)
{
    /// <summary>The regions right below a province or prefecture.</summary>
    public IReadOnlyList<Region> PartsOf(RegionCode region) =>
        region.Level == RegionLevel.Province ? regions.PrefecturesOf(region) : regions.CountiesOf(region);
}
