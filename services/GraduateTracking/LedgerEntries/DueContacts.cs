using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>A contact that is due.</summary>
internal sealed record DueContactView(
    Guid PersonId,
    MaskedPerson Person,
    string Region,
    string Status,
    [property: Description("Account of the officer of the county; null when nobody is assigned")] string? Officer,
    [property: Description("again (after an attempt that failed), asked (by Internships, after an internship), first or follow_up")] string Kind,
    DateOnly DueOn,
    bool IsOverdue,
    [property: Description("Attempts since the person was last reached")] int FailedAttempts,
    bool IsHardship);

/// <summary>Which contacts are asked for.</summary>
internal sealed record DueQuery(
    string? Region,
    [property: Description("Leaves out contacts that are due later")] DateOnly? Until,
    [property: Description("Account of an officer")] string? Officer,
    string? After,
    int? Limit);

/// <summary>How a county stands with its contacts (H32 §二(六)17: 100 %).</summary>
internal sealed record ContactRateView(
    string Region,
    int People,
    [property: Description("Reached at least once")] int Contacted,
    [property: Description("No contact is overdue")] int UpToDate,
    decimal? ContactRate,
    decimal? FollowUpRate,
    [property: Description("Rate that the province owes for the year; null where no document sets one")] decimal? Required);

/// <summary>The queue of contacts that are due, and the rates of contact.</summary>
internal static class DueContacts
{
    private const string ContactRate = "tracking.contact_rate";

    private const string Queue = ContactTimes.Due +
        """
        SELECT person_id, county, status, officer, kind, due_on, failed_attempts, cardinality(hardship) > 0 FROM due
        WHERE due_on IS NOT NULL AND ($8::date IS NULL OR due_on <= $8) AND ($9::text IS NULL OR officer = $9) AND (due_on, person_id) > ($10, $11)
        ORDER BY due_on, person_id LIMIT $12
        """;

    private const string Rates = ContactTimes.Due +
        """
        SELECT county, count(*)::int, count(*) FILTER (WHERE last_reached_on IS NOT NULL)::int,
            count(*) FILTER (WHERE last_reached_on IS NOT NULL AND due_on >= $7)::int
        FROM due GROUP BY county ORDER BY county
        """;

    public static void MapDueContacts(this RouteGroupBuilder ledger)
    {
        ledger.MapGet("/due-contacts", QueueAsync).RequireRoles(Roles.Clerk, Roles.Reviewer, Roles.Auditor).WithName("listDueContacts")
            .WithSummary("Contacts by due day, the overdue first; 'until' leaves out those due later");
        ledger.MapGet("/contact-rates", RatesAsync).RequireRoles(Roles.Clerk, Roles.Reviewer, Roles.Auditor).WithName("readContactRates")
            .WithSummary("Contact and follow-up rates by county");
    }

    private static async Task<Ok<Page<DueContactView>>> QueueAsync(
        [AsParameters] DueQuery query, Caller caller, CaseRules rules, NpgsqlDataSource database, PersonVault vault, TimeProvider time,
        CancellationToken cancellation)
    {
        var (today, size, cursor) = (time.Today(), PageSize.Require(query.Limit), DayAndId.Parse(query.After));
        var times = ContactTimes.Of(RegionsOf(query.Region, caller), rules, today);
        var rows = await database.RowsAsync(
            Queue,
            [.. times.Parameters, query.Until, query.Officer, cursor.Day, cursor.Id, size + 1],
            row => new DueContactView(
                row.GetGuid(0),
                MaskedPerson.Erased,
                row.GetString(1),
                row.GetString(2),
                row.TextOrNull(3),
                row.GetString(4),
                row.Date(5),
                row.Date(5) < today,
                row.GetInt32(6),
                row.GetBoolean(7)),
            cancellation);
        var masked = await vault.ReadMaskedAsync([.. rows.Select(row => row.PersonId)], cancellation);
        var views = rows.Select(row => row with { Person = masked(row.PersonId) });
        return TypedResults.Ok(Page<DueContactView>.Of([.. views], size, view => new DayAndId(view.DueOn, view.PersonId).ToString()));
    }

    private static async Task<Ok<IReadOnlyList<ContactRateView>>> RatesAsync(
        string? region, Caller caller, CaseRules rules, NpgsqlDataSource database, TimeProvider time, CancellationToken cancellation)
    {
        var today = time.Today();
        var times = ContactTimes.Of(RegionsOf(region, caller), rules, today);
        var rows = await database.RowsAsync(
            Rates,
            times.Parameters,
            row => (Region: row.GetString(0), People: row.GetInt32(1), Contacted: row.GetInt32(2), UpToDate: row.GetInt32(3)),
            cancellation);
        return TypedResults.Ok<IReadOnlyList<ContactRateView>>([.. rows.Select(row => new ContactRateView(
            row.Region,
            row.People,
            row.Contacted,
            row.UpToDate,
            Ratio.Of(row.Contacted, row.People),
            Ratio.Of(row.UpToDate, row.People),
            rules.TargetOf(ContactRate, row.Region, today.Year)?.Goal.Value))]);
    }

    private static IEnumerable<RegionCode> RegionsOf(string? region, Caller caller) =>
        region is null ? caller.Regions : [RegionPatterns.Require(region, caller)];
}
