using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.Imports.Files;
using YouthPlatform.Imports.Progress;
using YouthPlatform.Imports.Running;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Imports.Http;

/// <summary>The door of one kind of bulk file.</summary>
public static class ImportEndpoints
{
    private const long LargestFile = 1L << 30;
    private const string Csv = "text/csv";

    /// <summary>
    /// Maps the upload, its progress, and what became of its rows. Uploads need no Idempotency-Key: the file's digest is the key, and a saved request
    /// would spool the file a second time.
    /// </summary>
    /// <typeparam name="TKind">The kind; registered with <see cref="ImportServices.AddImports"/>.</typeparam>
    /// <param name="routes">The service's routes.</param>
    /// <param name="path">Path below <c>/v1</c>.</param>
    /// <param name="name">Pascal-case name for the routes, such as <c>Roster</c>.</param>
    /// <param name="summary">What the upload is, in English.</param>
    /// <param name="senders">Roles that send files; they may read their imports too.</param>
    public static RouteGroupBuilder MapImports<TKind>(
        this IEndpointRouteBuilder routes, string path, string name, string summary, params string[] senders)
        where TKind : ImportKind
    {
        ArgumentNullException.ThrowIfNull(routes);
        var kind = routes.ServiceProvider.GetRequiredService<TKind>();
        return routes.Map(path, name, summary, new Door(_ => kind), kind.KeepsContent, senders);
    }

    /// <summary>The same for kinds of which the route says which one is meant. All of them keep their content.</summary>
    /// <param name="routes">The service's routes.</param>
    /// <param name="path">Path below <c>/v1</c>, with the parameter that says which kind is meant.</param>
    /// <param name="name">Pascal-case name for the routes.</param>
    /// <param name="summary">What the upload is, in English.</param>
    /// <param name="kindOf">The kind of a request; throws <see cref="ApiException"/> where there is none.</param>
    /// <param name="senders">Roles that send files of any of the kinds; a kind's scope refuses those that do not send its own.</param>
    public static RouteGroupBuilder MapImports(
        this IEndpointRouteBuilder routes, string path, string name, string summary, Func<HttpRequest, ImportKind> kindOf, params string[] senders)
    {
        ArgumentNullException.ThrowIfNull(routes);
        return routes.Map(path, name, summary, new Door(kindOf), keepsContent: true, senders);
    }

    private static RouteGroupBuilder Map(
        this IEndpointRouteBuilder routes, string path, string name, string summary, Door door, bool keepsContent, string[] senders)
    {
        string[] readers = [.. senders.Union([Roles.Auditor, Roles.Ops])];
        var group = routes.MapV1(path);
        var upload = group.MapPost("/", door.UploadAsync).WithName($"import{name}").WithSummary(summary).RequireRoles(senders)
            .WithMetadata(new RequestSizeLimitAttribute(LargestFile)).Accepts<Stream>(Csv, [.. FileFormats.MediaTypes.Keys.Where(type => type != Csv)]);
        if (!keepsContent)
        {
            upload.RequiresHeader(ImportRequests.DigestHeader, "SHA-256 of the file as sent: sha-256=:base64:");
        }

        group.MapGet("/{importId:guid}", door.ReadAsync).WithName($"read{name}Import").WithSummary("How far an import has come").RequireRoles(readers);
        group.MapGet("/{importId:guid}/rows", door.RowsAsync).WithName($"list{name}ImportRows")
            .WithSummary("What became of each row, without what stood in it").RequireRoles(readers);
        group.MapGet("/{importId:guid}/rows.csv", door.DownloadAsync).WithName($"download{name}ImportRows")
            .WithSummary("The same as a CSV file").RequireRoles(readers).Produces(StatusCodes.Status200OK, contentType: Csv);
        return group;
    }

    private sealed record Door(Func<HttpRequest, ImportKind> KindOf)
    {
        public async Task<Answer<ImportView>> UploadAsync(
            HttpRequest request, Caller caller, HttpCommand command, ImportDesk desk, ImportQueries queries, CancellationToken cancellationToken)
        {
            var kind = KindOf(request);
            try
            {
                var upload = ImportRequests.UploadOf(request, await kind.ScopeOfAsync(caller, cancellationToken), command);
                var (importId, began) = await desk.TakeAsync(kind, upload, request.Body, cancellationToken);
                var (view, version) = await FindAsync(kind, importId, caller, queries, cancellationToken);
                return new Answer<ImportView>(view, version, began ? $"{request.Path.Value!.TrimEnd('/')}/{importId}" : null);
            }
            catch (FileRefusedException refused)
            {
                throw ApiException.BadRequest(refused.Code, refused.Detail);
            }
            catch (ImportInProgressException)
            {
                throw new ApiException(StatusCodes.Status409Conflict, "import.in_progress", "同一文件正在由另一次提交导入，请稍后查询进度。");
            }
        }

        public async Task<Ok<ImportView>> ReadAsync(
            Guid importId, HttpRequest request, Caller caller, ImportQueries queries, HttpResponse response, CancellationToken cancellationToken)
        {
            var (view, version) = await FindAsync(KindOf(request), importId, caller, queries, cancellationToken);
            response.Headers.ETag = ETags.Of(version);
            return TypedResults.Ok(view);
        }

        public async Task<Ok<Page<ImportRowView>>> RowsAsync(
            Guid importId,
            string? status,
            long? after,
            int? limit,
            HttpRequest request,
            Caller caller,
            ImportQueries queries,
            CancellationToken cancellationToken)
        {
            RequireStatus(status);
            var kind = KindOf(request);
            await FindAsync(kind, importId, caller, queries, cancellationToken);
            var size = PageSize.Require(limit);
            var rows = await queries.RowsAsync(importId, kind.TextOf, status, after ?? 0, size + 1, cancellationToken);
            return TypedResults.Ok(Page<ImportRowView>.Of(rows, size, row => $"{row.Row}"));
        }

        public async Task<PushStreamHttpResult> DownloadAsync(
            Guid importId, string? status, HttpRequest request, Caller caller, ImportQueries queries, CancellationToken cancellationToken)
        {
            RequireStatus(status);
            var kind = KindOf(request);
            await FindAsync(kind, importId, caller, queries, cancellationToken);
            return TypedResults.Stream(
                target => ResultFile.WriteAsync(
                    target, (after, limit) => queries.RowsAsync(importId, kind.TextOf, status, after, limit, cancellationToken)),
                "text/csv; charset=utf-8",
                $"{kind.Name}-{importId}.csv");
        }

        private static void RequireStatus(string? status)
        {
            if (status is not null && !RowStatuses.Names.Contains(status))
            {
                throw ApiException.BadRequest("import.status_unknown", $"status 应为 {string.Join("、", RowStatuses.Names)} 之一。");
            }
        }

        private static async Task<(ImportView View, long Version)> FindAsync(
            ImportKind kind, Guid importId, Caller caller, ImportQueries queries, CancellationToken cancellationToken) =>
            await queries.FindAsync(importId, cancellationToken) is { } found && found.View.Kind == kind.Name && IsShown(found.View, caller)
                ? found
                : throw ApiException.NotFound("import.not_found", "没有该次导入，或不在您的管辖范围内。");

        private static bool IsShown(ImportView view, Caller caller) => caller.Has(Roles.HostUnit)
            ? view.Unit is not null && view.Unit == caller.Unit
            : view.Regions.Count > 0 && view.Regions.All(caller.Covers);
    }
}
