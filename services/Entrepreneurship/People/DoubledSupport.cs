using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Entrepreneurship.People;

/// <summary>Support that is given once and that a person has several times, since it was given under two ids before the ledger merged them.</summary>
internal static class DoubledSupport
{
    public static void MapDoubledSupport(this IEndpointRouteBuilder routes) =>
        routes.MapV1("doubled-support").MapGet("", ListAsync).RequireRoles(Roles.Clerk, Roles.Approver, Roles.Auditor).WithName("ListDoubledSupport")
            .WithSummary("Vouchers, loans, first firms and awards that one person has under two ids, the earlier first; officials end or revoke the later ones");

    private static async Task<Ok<IReadOnlyList<DoubledSupportRow>>> ListAsync(
        string? region, Caller caller, NpgsqlDataSource database, CancellationToken cancellation) =>
        TypedResults.Ok<IReadOnlyList<DoubledSupportRow>>(
            await database.RowsAsync(DoubledSupportRow.Select, [RegionPatterns.Of(caller, region)], DoubledSupportRow.Of, cancellation));
}

/// <summary>One of several files of a person.</summary>
internal sealed record DoubledSupportRow(
    [property: Description("The id that is used for the person")] Guid SurvivorId,
    Guid PersonId,
    [property: Description("voucher, loan, first_firm or award")] string Kind,
    [property: Description("What it is once within: the kind of course, the group of programmes")] string Within,
    Guid FileId,
    [property: Description("How many there are, counting those of other regions")] int Times,
    string State)
{
    /// <summary>Those of the caller's regions; how many there are counts the others' too.</summary>
    public const string Select =
        """
        WITH files AS (
            SELECT person_id, 'voucher' AS kind, kind AS within, voucher_id AS file_id, region, state FROM vouchers WHERE state <> 'cancelled'
            UNION ALL SELECT person_id, 'loan', '', loan_id, region, state FROM loans WHERE state NOT IN ('refused', 'repaid')
            UNION ALL SELECT person_id, 'first_firm', '', application_id, region, state FROM first_firms WHERE state <> 'rejected'
            UNION ALL SELECT a.leader_id, 'award', h.exclusive_group, a.project_id, a.region, a.state
                FROM awards a JOIN award_holders h ON h.project_id = a.project_id AND h.holder = a.leader_id::text),
        linked AS (
            SELECT coalesce(l.survivor_id, f.person_id) AS survivor_id, f.* FROM files f LEFT JOIN person_links l ON l.person_id = f.person_id
            WHERE l.person_id IS NOT NULL OR EXISTS (SELECT FROM person_links o WHERE o.survivor_id = f.person_id)),
        counted AS (SELECT *, count(*) OVER (PARTITION BY survivor_id, kind, within)::int AS times FROM linked)
        SELECT survivor_id, person_id, kind, within, file_id, times, state FROM counted WHERE times > 1 AND region LIKE ANY ($1)
        ORDER BY survivor_id, kind, within, file_id LIMIT 1000
        """;

    public static DoubledSupportRow Of(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetGuid(4), row.GetInt32(5), row.GetString(6));
}
