using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.Paying;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.WelfarePosts;

internal static class WelfarePostEndpoints
{
    private const string Select =
        """
        SELECT person_id, region, title, unit, from_day, to_day, status FROM welfare_posts
        WHERE region LIKE ANY ($1) AND ($2::text IS NULL OR status = $2) AND person_id > $3 ORDER BY person_id LIMIT $4
        """;

    public static void MapWelfarePosts(this IEndpointRouteBuilder routes)
    {
        string[] readers = [Roles.Clerk, Roles.Reviewer, Roles.Approver, Roles.Auditor];
        var posts = routes.MapV1("welfare-posts");
        posts.MapGet("", ListAsync).RequireRoles(readers).WithName("listWelfarePosts").WithSummary("Public-welfare posts of the caller's regions");
        posts.MapGet("{personId:guid}/checks", ChecksAsync).RequireRoles(readers).WithName("checkLastResort")
            .WithSummary("Whether a public-welfare post would be the last resort today, by named checks");
        posts.MapPost("{personId:guid}", ProposeAsync).RequireRoles(Roles.Clerk).Idempotent().Creates().WithName("proposeWelfarePost")
            .WithSummary("Proposes a public-welfare post, after all that is owed was offered")
            .WithExample(new ProposeWelfarePostRequest("社区就业服务协理员", "示例街道办事处", new(2023, 11, 1), new(2024, 10, 31)));
        posts.MapPost("{personId:guid}/approval", ApproveAsync).RequireRoles(Roles.Approver).Idempotent().WithName("approveWelfarePost")
            .WithSummary("Approves it; another person than who proposed it");
        posts.MapPost("{personId:guid}/rejection", RejectAsync).RequireRoles(Roles.Approver).Idempotent().WithName("rejectWelfarePost")
            .WithSummary("Rejects it with a reason").WithExample(new RejectWelfarePostRequest("企业已提供岗位"));
        posts.MapPost("{personId:guid}/end", EndAsync).RequireRoles(Roles.Clerk).Idempotent().WithName("endWelfarePost")
            .WithSummary("Records that the person left the post").WithExample(new EndWelfarePostRequest("另行就业", new(2024, 3, 1)));
    }

    private static Task<Answer<WelfarePostView>> ProposeAsync(Guid personId, ProposeWelfarePostRequest request, [AsParameters] CaseDesk desk, OneLedgerPerson people) =>
        desk.Command.RetryAsync(async () =>
        {
            var entry = await desk.EntryAsync(personId);
            var file = new WelfarePostFile(
                personId, entry.RegionOn(desk.Today), request.Title.Trim(), request.Unit.Trim(), request.From, request.To, desk.Actor, desk.Today);
            var checks = await LastResort.CheckAsync(entry, desk);
            var decision = (await LoadAsync(personId, desk)).Decide(new ProposeWelfarePost(file, checks));
            return await CommitAsync(file, decision, "proposed", desk, await people.WelfarePostAsync(personId, desk.Today, desk.Cancellation));
        });

    private static Task<Answer<WelfarePostView>> ApproveAsync(Guid personId, [AsParameters] CaseDesk desk, OneLedgerPerson people) => DecideAsync(
        personId,
        "placed",
        desk,
        async entry => new ApproveWelfarePost(await LastResort.CheckAsync(entry, desk), desk.Actor, desk.Today),
        () => people.WelfarePostAsync(personId, desk.Today, desk.Cancellation));

    private static Task<Answer<WelfarePostView>> RejectAsync(Guid personId, RejectWelfarePostRequest request, [AsParameters] CaseDesk desk) =>
        DecideAsync(personId, "rejected", desk, _ => Task.FromResult<WelfarePostCommand>(new RejectWelfarePost(request.Reason, desk.Actor, desk.Today)));

    private static Task<Answer<WelfarePostView>> EndAsync(Guid personId, EndWelfarePostRequest request, [AsParameters] CaseDesk desk) => DecideAsync(
        personId, "ended", desk, _ => Task.FromResult<WelfarePostCommand>(new EndWelfarePost(request.Reason, request.EndedOn, desk.Actor, desk.Today)));

    private static Task<Answer<WelfarePostView>> DecideAsync(
        Guid personId,
        string status,
        CaseDesk desk,
        Func<LedgerEntryState.Open, Task<WelfarePostCommand>> step,
        Func<Task<IReadOnlyList<StreamAppend>>>? once = null) =>
        desk.Command.RetryAsync(async () =>
        {
            var entry = await desk.SurvivingEntryAsync(personId);
            var post = await LoadAsync(personId, desk);
            var decision = post.Decide(await step(entry));
            var file = FileOf(post.State) ?? FileOf(decision.State)
                ?? throw ApiException.NotFound("welfare_post.not_found", "没有待办的公益性岗位安置。");
            var further = once is not null && decision.Append.Events.Count > 0 ? await once() : [];
            return await CommitAsync(file, decision, status, desk, further, isNew: false);
        });

    private static async Task<Ok<IReadOnlyList<NamedCheck>>> ChecksAsync(Guid personId, [AsParameters] CaseDesk desk) =>
        TypedResults.Ok(await LastResort.CheckAsync(await desk.EntryAsync(personId), desk));

    private static async Task<Ok<Page<WelfarePostView>>> ListAsync(string? region, string? status, Guid? after, int? limit, [AsParameters] CaseDesk desk)
    {
        var size = PageSize.Require(limit);
        var rows = await desk.Database.RowsAsync(
            Select,
            [RegionPatterns.Of(desk.Caller, region), status, after ?? Guid.Empty, size + 1],
            row => new WelfarePostView(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.Date(4), row.Date(5), row.GetString(6)),
            desk.Cancellation);
        return TypedResults.Ok(Page<WelfarePostView>.Of(rows, size, row => row.PersonId.ToString()));
    }

    private static WelfarePostFile? FileOf(WelfarePostState state) => state switch
    {
        WelfarePostState.Proposed s => s.File,
        WelfarePostState.Placed s => s.File,
        _ => null,
    };

    private static Task<WelfarePostAggregate> LoadAsync(Guid personId, CaseDesk desk) =>
        WelfarePostAggregate.LoadAsync(desk.Store, WelfarePost.StreamOf(personId), desk.Cancellation);

    private static Task<Answer<WelfarePostView>> CommitAsync(
        WelfarePostFile file, Decision<WelfarePostState> decision, string status, CaseDesk desk, IReadOnlyList<StreamAppend> further, bool isNew = true) =>
        desk.Command.CommitAsync(
            [decision.Append, .. further],
            new Answer<WelfarePostView>(
                new(file.PersonId, file.Region, file.Title, file.Unit, file.From, file.To, status), decision.Version, isNew ? $"/v1/welfare-posts/{file.PersonId}/checks" : null));
}

/// <summary>A public-welfare post is proposed.</summary>
internal sealed record ProposeWelfarePostRequest(
    string Title, [property: Description("Name of the office or organisation, never of a person")] string Unit, DateOnly From, DateOnly To);

/// <summary>It is rejected.</summary>
internal sealed record RejectWelfarePostRequest(string Reason);

/// <summary>The person left the post.</summary>
internal sealed record EndWelfarePostRequest(string Reason, DateOnly EndedOn);

/// <summary>A public-welfare post as it stands.</summary>
internal sealed record WelfarePostView(
    Guid PersonId, string Region, string Title, string Unit, DateOnly From, DateOnly To, [property: Description("proposed, placed, rejected or ended")] string Status);
