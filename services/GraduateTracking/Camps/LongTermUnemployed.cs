using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Camps;

/// <summary>A long-term unemployed youth.</summary>
internal sealed record LongTermUnemployedView(
    Guid PersonId,
    string Region,
    string? Officer,
    DateOnly RegisteredOn,
    [property: Description("Day since which the person counts as long-term unemployed")] DateOnly Since,
    [property: Description("First camp or service since; null for who was not helped yet")] DateOnly? HelpedOn);

/// <summary>
/// Who was registered as unemployed for long enough, is of the age, and is not known to be employed: a query, so nobody has to be marked. The
/// age is that of the registration plus the years since, at most.
/// </summary>
internal static class LongTermUnemployed
{
    private const string Sql = OpenEntries.Sql +
        """
        , figures AS (SELECT * FROM unnest($3::text[], $4::int[], $5::int[], $6::int[]) AS f (prefix, months, youngest, oldest))
        SELECT e.person_id, e.county, e.officer, u.registered_on, (u.registered_on + make_interval(months => f.months))::date AS since, h.first_helped_on
        FROM open_entries e JOIN figures f ON e.county LIKE f.prefix || '%'
        JOIN LATERAL (
            SELECT min(registered_on) AS registered_on, min(age) AS age FROM ledger_unemployment
            WHERE person_id = e.person_id AND registered_on <= $1 AND (ended_on IS NULL OR ended_on > $1)) u ON u.registered_on IS NOT NULL
        LEFT JOIN assistance a ON a.person_id = e.person_id LEFT JOIN long_term_helped h ON h.person_id = e.person_id
        WHERE u.registered_on + make_interval(months => f.months) <= $1 AND u.age >= f.youngest AND u.age + date_part('year', age($1::date, u.registered_on)) <= f.oldest
            AND a.duty IS DISTINCT FROM 'employed' AND (coalesce(h.first_helped_on, '-infinity'::date), e.person_id) > ($7, $8)
        ORDER BY coalesce(h.first_helped_on, '-infinity'::date), e.person_id LIMIT $9
        """;

    public static async Task<Ok<Page<LongTermUnemployedView>>> ReadAsync(string? region, string? after, int? limit, [AsParameters] CaseDesk desk)
    {
        var (size, cursor) = (PageSize.Require(limit), DayAndId.Parse(after));
        var rows = RegionTable.RowsOf(OpenEntries.RegionsOf(desk.Caller, region), desk.Rules.Regions);
        var ages = rows.Select(row => desk.Rules.Range(LongTermUnemployment.AgeKey, row.Value, desk.Today).Value).ToList();
        object?[] parameters =
        [
            .. OpenEntries.Parameters(desk.Today, desk.Caller, region),
            rows.Select(row => row.Prefix).ToArray(),
            rows.Select(row => desk.Rules.Whole(LongTermUnemployment.MonthsKey, row.Value, desk.Today).Value).ToArray(),
            ages.Select(age => (int)age.Min).ToArray(),
            ages.Select(age => (int)age.Max).ToArray(),
            cursor.Day,
            cursor.Id,
            size + 1,
        ];
        var found = await desk.Database.RowsAsync(
            Sql,
            parameters,
            row => new LongTermUnemployedView(
                row.GetGuid(0), row.GetString(1), row.TextOrNull(2), row.Date(3), row.Date(4), row.DateOrNull(5)),
            desk.Cancellation);
        return TypedResults.Ok(Page<LongTermUnemployedView>.Of(
            found, size, view => new DayAndId(view.HelpedOn ?? DateOnly.MinValue, view.PersonId).ToString()));
    }
}
