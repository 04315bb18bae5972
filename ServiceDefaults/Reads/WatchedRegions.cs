using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.ServiceDefaults.Reads;

/// <summary>The regions whose duties an official watches: the region itself and those right below it.</summary>
public static class WatchedRegions
{
    /// <param name="requested">Region code; the caller's regions when null.</param>
    /// <param name="caller">The official.</param>
    /// <param name="regions">Regions on file.</param>
    /// <exception cref="ApiException">400 for a code that is on no file.</exception>
    /// <exception cref="ForbiddenException">The region is not the caller's.</exception>
    public static IReadOnlyList<Region> Of(string? requested, Caller caller, Regions regions)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(regions);
        if (requested is null)
        {
            return [.. caller.Regions.SelectMany(code => Family(code, regions)).DistinctBy(region => region.Code)];
        }

        var region = regions.TryGet(requested, out var found) ? found : throw ApiException.BadRequest("region.unknown", "行政区划代码不正确。");
        caller.RequireRegion(region.Code);
        return Family(region.Code, regions);
    }

    private static IReadOnlyList<Region> Family(RegionCode code, Regions regions) => code.Level switch
    {
        RegionLevel.Country => regions.ChildrenOf(code),
        RegionLevel.County => [regions.Get(code)],
        _ => [regions.Get(code), .. regions.ChildrenOf(code)],
    };
}
