using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Posts;

internal static class PostEndpoints
{
    public static void MapPosts(this IEndpointRouteBuilder routes)
    {
        var posts = routes.MapV1("posts");
        posts.MapGet("", ListAsync).WithName("ListPosts").WithSummary("Published posts, for everyone");
        posts.MapGet("{postId:guid}", GetAsync).WithName("GetPost").WithSummary("A post; drafts are shown to officials and their unit only");
        posts.MapPost("{postId:guid}/closure", CloseAsync).RequireRoles(Roles.HostUnit).Idempotent().ChangesVersion()
            .WithName("ClosePost").WithSummary("Close a post; interns already placed stay");
    }

    private static async Task<Ok<Page<PostView>>> ListAsync(
        string? region, string? category, bool? free, Guid? after, int? limit, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var size = PageSize.Require(limit);
        var code = region is null ? null
            : RegionCode.TryParse(region, out var parsed) ? parsed
            : throw ApiException.BadRequest("region.unknown", "行政区划代码不正确。");
        object?[] parameters = [code is null ? null : $"{code.Prefix}%", category, free ?? false, after ?? Guid.Empty, size + 1];
        var rows = await database.RowsAsync(PostView.SelectPublished, parameters, PostView.Of, cancellation);
        return TypedResults.Ok(Page<PostView>.Of(rows, size, row => row.PostId.ToString()));
    }

    private static async Task<Ok<PostView>> GetAsync(
        Guid postId, HttpContext http, Caller caller, IEventStore store, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var post = await store.PostAsync(postId, cancellation);
        if (post.State is PostState.Draft draft)
        {
            var unit = await store.HostUnitAsync(draft.Terms.UnitId, cancellation);
            caller.RequireRead(draft.Terms.Region, HostUnitApplication.FileOf(unit.State).CreditCode);
        }

        var row = await database.RowsAsync(PostView.SelectOne, [postId], PostView.Of, cancellation);
        http.Response.Headers.ETag = ETags.Of(post.Version);
        return TypedResults.Ok(row.Single());
    }

    private static async Task<Answer<PostClosedView>> CloseAsync(
        Guid postId, ReasonRequest request, HttpCommand command, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var post = await store.PostAsync(postId, cancellation);
        var unit = await store.HostUnitAsync(TermsOf(post.State).UnitId, cancellation);
        caller.RequireUnit(HostUnitApplication.FileOf(unit.State).CreditCode.Value);
        command.RequireVersion(post.Version);
        var decision = post.Decide(new ClosePost(request.Reason, command.Today));
        return await command.CommitAsync(decision.Append, new Answer<PostClosedView>(new(postId, "closed"), decision.Version));
    }

    private static PostTerms TermsOf(PostState state) => state switch
    {
        PostState.Draft s => s.Terms,
        PostState.Published s => s.Terms,
        PostState.Closed s => s.Terms,
        _ => throw new InvalidOperationException("A post that was never drafted has no terms."),
    };
}

/// <summary>A post after its closure.</summary>
internal sealed record PostClosedView(Guid PostId, string Status);
