using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.ServiceRecords.Definitions;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.GraduateTracking.ServiceRecords;

/// <summary>Where a ledger is kept.</summary>
internal static class LedgerRegions
{
    /// <exception cref="ApiException">400: the text is no region's code.</exception>
    public static RegionCode Read(string text) =>
        RegionCode.TryParseExact(text, out var code) ? code : throw ApiException.BadRequest("region.unknown", "行政区划代码不正确。");

    /// <exception cref="RuleViolation">The ledger is kept elsewhere.</exception>
    public static void RequireKept(LedgerDefinition ledger, RegionCode region)
    {
        if (!RegionCode.Parse(ledger.Jurisdiction).Covers(region))
        {
            throw new RuleViolation("service_record.not_kept_here", $"{region} 不设“{ledger.Name}”台账。");
        }
    }
}
