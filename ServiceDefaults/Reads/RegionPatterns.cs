using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.ServiceDefaults.Reads;

/// <summary>Confines a query to regions: patterns for <c>region LIKE ANY ($1)</c>.</summary>
public static class RegionPatterns
{
    /// <summary>Patterns of the region that was asked for, or of all the caller's when none was.</summary>
    /// <exception cref="ApiException">400 for a text that is no region.</exception>
    /// <exception cref="ForbiddenException">The region is not the caller's.</exception>
    public static string[] Of(Caller caller, string? region)
    {
        ArgumentNullException.ThrowIfNull(caller);
        IEnumerable<RegionCode> regions = region is null ? caller.Regions : [Require(region, caller)];
        return [.. regions.Select(code => $"{code.Prefix}%")];
    }

    /// <summary>Reads a region that the caller answers for.</summary>
    /// <exception cref="ApiException">400 for a text that is no region.</exception>
    /// <exception cref="ForbiddenException">The region is not the caller's.</exception>
    public static RegionCode Require(string region, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var code = RegionCode.TryParse(region, out var parsed) ? parsed : throw ApiException.BadRequest("region.unknown", "行政区划代码不正确。");
        caller.RequireRegion(code);
        return code;
    }
}
