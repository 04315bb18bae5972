using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Disclosures;

/// <summary>What is looked for among disclosures.</summary>
internal sealed record DisclosureQuery(
    [property: Description("Region code; the caller's regions when left out")] string? Region,
    [property: Description("Only of this person")] Guid? PersonId,
    [property: Description("Only to this account")] string? DisclosedTo,
    [property: Description("Only for this purpose")] string? Purpose,
    [property: Description("Cursor: next of the page before")] Guid? After,
    [property: Description("Size of the page, 1 to 500")] int? Limit);

/// <summary>An audit entry.</summary>
internal sealed record DisclosureView(Guid DisclosureId, Guid PersonId, string Region, string Purpose, string DisclosedTo, DateTimeOffset DisclosedAt);

/// <summary>The audit entries, for auditors.</summary>
internal static class DisclosureList
{
    public static async Task<Ok<Page<DisclosureView>>> ReadAsync(
        [AsParameters] DisclosureQuery query, Caller caller, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var size = PageSize.Require(query.Limit);
        var rows = await database.RowsAsync(
            """
            SELECT disclosure_id, person_id, region, purpose, disclosed_to, disclosed_at FROM disclosures
            WHERE region LIKE ANY ($1) AND ($2::uuid IS NULL OR person_id = $2) AND ($3::text IS NULL OR disclosed_to = $3)
                AND ($4::text IS NULL OR purpose = $4) AND disclosure_id > $5 ORDER BY disclosure_id LIMIT $6
            """,
            [
                RegionPatterns.Of(caller, query.Region), query.PersonId, query.DisclosedTo, query.Purpose,
                query.After ?? Guid.Empty, size + 1,
            ],
            row => new DisclosureView(
                row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetFieldValue<DateTimeOffset>(5)),
            cancellation);
        return TypedResults.Ok(Page<DisclosureView>.Of(rows, size, row => row.DisclosureId.ToString()));
    }
}
