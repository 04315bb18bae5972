using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.GraduateTracking.Erasures;

/// <summary>Answer to a run.</summary>
/// <param name="Receipts">Receipts of the erasures; empty when nothing was due.</param>
internal sealed record RetentionRunAnswer(IReadOnlyList<Guid> Receipts);

/// <summary>What may not be kept any longer, and its erasure by an official.</summary>
internal static class RetentionEndpoints
{
    public static void MapRetention(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapV1("retention");
        group.MapGet("due", ListAsync).RequireRoles(Roles.Clerk, Roles.Approver, Roles.Auditor)
            .WithName("listDueErasures").WithSummary("Whose personal data are due for erasure today, the longest due first");
        group.MapPost("runs", RunAsync).RequireRoles(Roles.Approver).Idempotent()
            .WithName("runRetention").WithSummary("Erases who is due in the caller's regions, at most as many as a page holds");
    }

    private static async Task<Ok<IReadOnlyList<DueErasure>>> ListAsync(int? limit, Caller caller, Retention retention, CancellationToken cancellation) =>
        TypedResults.Ok(await retention.DueAsync(caller.Regions, PageSize.Require(limit), cancellation));

    private static async Task<Answer<RetentionRunAnswer>> RunAsync(
        int? limit, Caller caller, HttpCommand command, Retention retention, CancellationToken cancellation)
    {
        var receipts = await retention.RunAsync(caller.Regions, command.Actor, PageSize.Require(limit), cancellation);
        return await command.CommitAsync([], new Answer<RetentionRunAnswer>(new(receipts), 1));
    }
}
