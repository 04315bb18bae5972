using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.GraduateTracking.RosterImports;

/// <summary>Rosters of the education department (H32 §二(六)15).</summary>
internal static class RosterImportEndpoints
{
    private const long LargestFile = 1L << 30;

    private static readonly string[] Statuses = [.. Enum.GetValues<RowStatus>().Select(Names.Of)];

    /// <summary>
    /// Uploads need no Idempotency-Key: the file's digest is the key, and a saved request would spool personal data to disk.
    /// </summary>
    public static void MapRosterImports(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapV1("roster-imports");
        group.MapPost("/", UploadAsync).WithName("importRoster").WithSummary("Takes in a roster as CSV; sent again, it goes on where it stopped")
            .RequireRoles(Roles.Education).WithMetadata(new RequestSizeLimitAttribute(LargestFile))
            .Accepts<Stream>("text/csv").RequiresHeader(RosterUpload.DigestHeader, "SHA-256 of the file as sent: sha-256=:base64:");
        group.MapGet("/{importId:guid}", ReadAsync).WithName("readRosterImport").WithSummary("How far an import has come")
            .RequireRoles(Roles.Education, Roles.Auditor, Roles.Ops);
        group.MapGet("/{importId:guid}/rows", RowsAsync).WithName("listRosterImportRows")
            .WithSummary("What became of each row, without personal data").RequireRoles(Roles.Education, Roles.Auditor, Roles.Ops);
    }

    private static async Task<Answer<RosterImportView>> UploadAsync(
        HttpRequest request,
        Caller caller,
        HttpCommand command,
        RosterIntake intake,
        RosterImportQueries queries,
        CancellationToken cancellationToken)
    {
        var upload = RosterUpload.From(request, caller, command);
        var (began, version) = await intake.RunAsync(upload, request.Body, cancellationToken);
        var (view, _) = await FindAsync(upload.ImportId, caller, queries, cancellationToken);
        return new Answer<RosterImportView>(view, version, began ? $"/v1/roster-imports/{upload.ImportId}" : null);
    }

    private static async Task<Ok<RosterImportView>> ReadAsync(
        Guid importId, Caller caller, RosterImportQueries queries, HttpResponse response, CancellationToken cancellationToken)
    {
        var (view, version) = await FindAsync(importId, caller, queries, cancellationToken);
        response.Headers.ETag = ETags.Of(version);
        return TypedResults.Ok(view);
    }

    private static async Task<Ok<Page<RosterRowView>>> RowsAsync(
        Guid importId, string? status, long? after, int? limit, Caller caller, RosterImportQueries queries, CancellationToken cancellationToken)
    {
        if (status is not null && !Statuses.Contains(status))
        {
            throw ApiException.BadRequest("roster_import.status_unknown", $"status 应为 {string.Join("、", Statuses)} 之一。");
        }

        await FindAsync(importId, caller, queries, cancellationToken);
        var size = PageSize.Require(limit);
        var rows = await queries.RowsAsync(importId, status, after ?? 0, size + 1, cancellationToken);
        return TypedResults.Ok(Page<RosterRowView>.Of(rows, size, r => $"{r.Row}"));
    }

    private static async Task<(RosterImportView View, long Version)> FindAsync(
        Guid importId, Caller caller, RosterImportQueries queries, CancellationToken cancellationToken) =>
        await queries.FindAsync(importId, cancellationToken) is { } found && found.View.Regions.All(caller.Covers)
            ? found
            : throw ApiException.NotFound("roster_import.not_found", "没有该次导入，或不在您的管辖范围内。");
}
