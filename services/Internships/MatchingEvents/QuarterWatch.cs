using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.MatchingEvents;

/// <summary>How far a region is with the matching events of a quarter: at least one (H9 §二(三)), those of its counties included.</summary>
internal sealed record QuarterWatch(
    string Region,
    string Name,
    [property: Description("Such as 2023-Q3")] string Quarter,
    [property: Description("Last day of the quarter")] DateOnly DueOn,
    int Required,
    int Held,
    [property: Description("Planned for the rest of the quarter")] int Planned,
    [property: Description("met, planned, open (nothing planned yet) or missed")] string Status,
    RuleVersion Rule)
{
    private const int MonthsAQuarter = 3;

    private const string Select =
        """
        SELECT region, count(*) FILTER (WHERE status = 'held')::int, count(*) FILTER (WHERE status = 'planned' AND held_on >= $3)::int
        FROM matching_events WHERE held_on BETWEEN $1 AND $2 GROUP BY region
        """;

    public static async Task<Ok<IReadOnlyList<QuarterWatch>>> ReadAsync(
        [AsParameters] QuarterQuery query,
        Caller caller,
        NpgsqlDataSource database,
        PolicyData policy,
        InternshipRules rules,
        TimeProvider time,
        CancellationToken cancellation)
    {
        var today = time.Today();
        var (first, last) = DaysOf(query, today);
        var counts = await database.RowsAsync(
            Select, [first, last, today], row => (Region: RegionCode.Parse(row.GetString(0)), Held: row.GetInt32(1), Planned: row.GetInt32(2)), cancellation);
        return TypedResults.Ok<IReadOnlyList<QuarterWatch>>(
        [
            .. WatchedRegions.Of(query.Region, caller, policy.Regions).Select(watched =>
            {
                var own = counts.Where(count => watched.Code.Covers(count.Region)).ToList();
                return Of(watched, first, last, own.Sum(count => count.Held), own.Sum(count => count.Planned), rules.MatchingEventsAQuarter(watched.Code, last), today);
            }),
        ]);
    }

    public static QuarterWatch Of(Region region, DateOnly first, DateOnly last, int held, int planned, Rule<int> required, DateOnly today)
    {
        var status = held >= required.Value ? "met"
            : today > last ? "missed"
            : held + planned >= required.Value ? "planned"
            : "open";
        var quarter = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{first.Year}-Q{((first.Month - 1) / MonthsAQuarter) + 1}");
        return new(region.Code.Value, region.Name, quarter, last, required.Value, held, planned, status, required.Version);
    }

    private static (DateOnly First, DateOnly Last) DaysOf(QuarterQuery query, DateOnly today)
    {
        var number = query.Quarter ?? ((today.Month - 1) / MonthsAQuarter) + 1;
        if (number is < 1 or > 4)
        {
            throw ApiException.BadRequest("request.quarter_invalid", "quarter 应为 1 至 4。");
        }

        var first = new DateOnly(query.Year ?? today.Year, ((number - 1) * MonthsAQuarter) + 1, 1);
        return (first, first.AddMonths(MonthsAQuarter).AddDays(-1));
    }
}

/// <summary>Which quarter of which regions.</summary>
internal sealed record QuarterQuery(
    [property: Description("Region code; the caller's regions when left out")] string? Region,
    [property: Description("Year; the present one when left out")] int? Year,
    [property: Description("1 to 4; the present one when left out")] int? Quarter);
