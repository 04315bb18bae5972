using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Posts;

/// <summary>How far a region is with its demonstration posts: at least 1 % of its posts (H9 §二(二)), counted in openings.</summary>
internal sealed record DemonstrationShare(
    string Region,
    string Name,
    [property: Description("Openings of all posts published so far")] long Openings,
    [property: Description("Openings of demonstration posts")] long DemonstrationOpenings,
    [property: Description("Fewest demonstration openings that satisfy the rule")] long Required,
    [property: Description("Whether the share is reached; true where nothing is published")] bool IsMet,
    RuleVersion Rule)
{
    /// <summary>Published posts count, closed ones too: they were raised.</summary>
    private const string Select =
        """
        SELECT region, sum(openings)::bigint, coalesce(sum(openings) FILTER (WHERE is_demonstration), 0)::bigint FROM posts
        WHERE published_on IS NOT NULL AND programme = $1 GROUP BY region
        """;

    public static async Task<Ok<IReadOnlyList<DemonstrationShare>>> ReadAsync(
        string? region,
        Caller caller,
        NpgsqlDataSource database,
        PolicyData policy,
        InternshipRules rules,
        TimeProvider time,
        CancellationToken cancellation)
    {
        var counties = await database.RowsAsync(
            Select, [Programmes.Employment], row => (Region: row.GetString(0), All: row.GetInt64(1), Demonstration: row.GetInt64(2)), cancellation);
        var today = time.Today();
        return TypedResults.Ok<IReadOnlyList<DemonstrationShare>>(
        [
            .. WatchedRegions.Of(region, caller, policy.Regions).Select(watched =>
            {
                var own = counties.Where(county => watched.Code.Covers(RegionCode.Parse(county.Region))).ToList();
                return Of(watched, own.Sum(county => county.All), own.Sum(county => county.Demonstration), rules.DemonstrationShare(watched.Code, today));
            }),
        ]);
    }

    public static DemonstrationShare Of(Region region, long openings, long demonstration, Rule<Threshold> rule) => new(
        region.Code.Value,
        region.Name,
        openings,
        demonstration,
        (long)decimal.Ceiling(openings * rule.Value.Value),
        openings == 0 || rule.Value.IsMetByShare(demonstration, openings),
        rule.Version);
}
