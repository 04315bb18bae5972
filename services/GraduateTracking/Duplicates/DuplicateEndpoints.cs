using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Duplicates;

/// <summary>Body of the officer's own suspicion.</summary>
internal sealed record SuspectDuplicateRequest(Guid FirstPersonId, Guid SecondPersonId);

/// <summary>Body of the finding that two entries are of one person.</summary>
internal sealed record ConfirmDuplicateRequest(
    [property: Description("Whose entry goes on")] Guid SurvivorId, [property: Description("Code of intake.duplicate_reasons")] string Reason);

/// <summary>Body of a finding with a reason.</summary>
internal sealed record DuplicateReasonRequest([property: Description("Code of intake.duplicate_reasons")] string Reason);

/// <summary>The review queue of likely duplicates. Only who answers for both entries sees them side by side.</summary>
internal static class DuplicateEndpoints
{
    private static readonly string[] Officers = [Roles.Clerk, Roles.Reviewer];
    private static readonly Guid Someone = Guid.Parse("0189d3f0-0000-7000-8000-000000000001");
    private static readonly Guid SomeoneElse = Guid.Parse("0189d3f0-0000-7000-8000-000000000002");

    public static void MapDuplicates(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapV1("duplicates");
        group.MapGet("", ListAsync).RequireRoles([.. Officers, Roles.Auditor])
            .WithName("listDuplicates").WithSummary("Pairs of entries that may be of one person, in the caller's regions");
        group.MapPost("", DuplicateSteps.SuspectAsync).RequireRoles(Officers).Idempotent().Creates()
            .WithName("suspectDuplicate").WithExample(new SuspectDuplicateRequest(Someone, SomeoneElse)).WithSummary("Puts two entries into the queue");
        group.MapGet("{caseId:guid}", ReadAsync).RequireRoles([.. Officers, Roles.Auditor])
            .WithName("readDuplicate").WithSummary("Both entries side by side, the people masked");
        group.MapPost("{caseId:guid}/same", DuplicateSteps.ConfirmAsync).RequireRoles(Officers).Idempotent().ChangesVersion()
            .WithName("confirmDuplicate").WithExample(new ConfirmDuplicateRequest(Someone, "same_person_id_corrected"))
            .WithSummary("Finds that they are one person: one entry is merged into the other");
        group.MapPost("{caseId:guid}/different", DuplicateSteps.DismissAsync).RequireRoles(Officers).Idempotent().ChangesVersion()
            .WithName("dismissDuplicate").WithExample(new DuplicateReasonRequest("documents_differ")).WithSummary("Finds that they are two people");
        group.MapPost("{caseId:guid}/undo", DuplicateSteps.UndoAsync).RequireRoles(Officers).Idempotent().ChangesVersion()
            .WithName("undoMerge").WithExample(new DuplicateReasonRequest("documents_differ"))
            .WithSummary("Undoes the merge: both entries are as they were, with what was recorded on each since");
    }

    private static async Task<Ok<Page<DuplicateView>>> ListAsync(
        string? region, string? status, Guid? after, int? limit, Caller caller, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var size = PageSize.Require(limit);
        var rows = await database.RowsAsync(
            $"""
            SELECT {DuplicateView.Columns} FROM duplicates
            WHERE region LIKE ANY ($1) AND status = $2 AND case_id > $3 ORDER BY case_id LIMIT $4
            """,
            [RegionPatterns.Of(caller, region), status ?? "open", after ?? Guid.Empty, size + 1],
            DuplicateView.Of,
            cancellation);
        return TypedResults.Ok(Page<DuplicateView>.Of(rows, size, row => row.CaseId.ToString()));
    }

    private static async Task<Ok<DuplicateComparison>> ReadAsync(Guid caseId, [AsParameters] DuplicateReads reads, HttpResponse response)
    {
        var comparison = await reads.CompareAsync(caseId);
        response.Headers.ETag = ETags.Of(comparison.Case.Version);
        return TypedResults.Ok(comparison);
    }
}
