using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.Entrepreneurship.Projects;
using YouthPlatform.EventStore;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Entrepreneurship.Documents;

/// <summary>Documents of an application.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        var documents = routes.MapV1("projects/{projectId:guid}/documents");
        documents.MapPost("", AddAsync).RequireRoles(Roles.Graduate).Idempotent().ChangesVersion()
            .Accepts<byte[]>("application/pdf", "image/jpeg", "image/png")
            .WithName("AddDocument").WithSummary("Add a document; the body is the file");
        documents.MapPost("{documentId:guid}/removal", RemoveAsync).RequireRoles(Roles.Graduate).Idempotent().ChangesVersion()
            .WithName("RemoveDocument").WithSummary("Remove a document; its bytes go with it");
        documents.MapGet("{documentId:guid}", ReadAsync).RequireRoles(Access.Readers).WithName("ReadDocument").WithSummary("The bytes of a document");
    }

    private static async Task<Answer<ProjectView>> AddAsync(Guid projectId, string kind, string name, HttpRequest request, DocumentBytes bytes, [AsParameters] Desk desk)
    {
        var (project, file) = await ProjectSteps.LoadAsync(projectId, desk);
        desk.Caller.RequirePerson(file.Content.Leader.PersonId);
        var limits = desk.Rules.Documents(file.Region, desk.Today);
        var content = await ReadBodyAsync(request, limits.MostBytes, desk.Cancellation);
        var document = new ProjectDocument(
            desk.Command.NewId(), kind, name, request.ContentType ?? "", content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
        var decision = project.Decide(new AddDocument(document, limits, desk.Actor, desk.Today));
        return await decision.CommitAsync(
            desk, statements: decision.Append.Events.Count > 0 ? [await bytes.SaveAsync(document.DocumentId, content, desk.Cancellation)] : null);
    }

    private static async Task<Answer<ProjectView>> RemoveAsync(Guid projectId, Guid documentId, [AsParameters] Desk desk)
    {
        var (project, file) = await ProjectSteps.LoadAsync(projectId, desk);
        desk.Caller.RequirePerson(file.Content.Leader.PersonId);
        var decision = project.Decide(new RemoveDocument(documentId, desk.Actor, desk.Today));
        return await decision.CommitAsync(desk, statements: decision.Append.Events.Count > 0 ? DocumentBytes.Drop(documentId) : null);
    }

    private static async Task<FileContentHttpResult> ReadAsync(
        Guid projectId, Guid documentId, Caller caller, IEventStore store, DocumentBytes bytes, CancellationToken cancellation)
    {
        var file = (await store.ProjectAsync(projectId, cancellation)).State.FileOrNull!;
        caller.RequireRead(file);
        var document = file.Documents.FirstOrDefault(known => known.DocumentId == documentId);
        var content = document is null ? null : await bytes.ReadAsync(document, cancellation);
        return content is null
            ? throw ApiException.NotFound("document.unknown", "没有该材料。")
            : TypedResults.File(content, document!.MediaType, document.Name);
    }

    /// <summary>The body, or one byte more than is allowed: the rule refuses it then by its size.</summary>
    private static async Task<byte[]> ReadBodyAsync(HttpRequest request, int most, CancellationToken cancellation)
    {
        var buffer = new byte[most + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return buffer[..length];
    }
}
