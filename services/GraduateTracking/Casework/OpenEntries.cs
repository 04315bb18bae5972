using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Casework;

/// <summary>Open entries of some regions, each with the county that answers for it today and that county's officer.</summary>
internal static class OpenEntries
{
    /// <summary>The beginning of a query: <c>open_entries</c> on the day $1 in the regions $2, as patterns.</summary>
    public const string Sql =
        """
        WITH open_entries AS (
            SELECT e.*, o.officer FROM (
                SELECT *, CASE WHEN lent_until >= $1 THEN lent_to ELSE region END AS county FROM ledger_entries WHERE standing = 'open') e
            LEFT JOIN ledger_officers o ON o.person_id = e.person_id AND o.region = e.county
            WHERE e.county LIKE ANY ($2::text[]))

        """;

    public static object?[] Parameters(DateOnly today, Caller caller, string? region) => [today, RegionPatterns.Of(caller, region)];

    /// <summary>The regions that were asked for, or all the caller's.</summary>
    public static IReadOnlyList<RegionCode> RegionsOf(Caller caller, string? region) =>
        region is null ? caller.Regions : [RegionPatterns.Require(region, caller)];
}
