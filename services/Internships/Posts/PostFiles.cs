using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.Reads;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Posts;

/// <summary>The unit's own steps with its posts, and reading them.</summary>
internal static class PostFiles
{
    private const string SelectFiles =
        $"""
        SELECT {PostRow.Columns} FROM (SELECT * FROM posts WHERE {Listing.Confined} AND post_id > $4 ORDER BY post_id LIMIT $5) p
        JOIN host_units u ON u.unit_id = p.unit_id ORDER BY p.post_id
        """;

    /// <summary>The unit's version is asserted, so that no suspension slips in between.</summary>
    public static Task<Answer<PostView>> SubmitAsync(SubmitPostRequest request, [AsParameters] Desk desk) => desk.Command.RetryAsync(async () =>
    {
        var unit = await desk.Store.HostUnitAsync(request.UnitId, desk.Cancellation);
        var file = HostUnitApplication.FileOf(unit.State);
        desk.Caller.RequireUnit(file.CreditCode.Value);
        HostUnitStanding.RequireActive(unit.State, desk.Today);
        var postId = desk.Command.NewId();
        var post = new PostAggregate(Post.Stream(postId), 0, Post.Initial).Decide(new SubmitPost(
            request.Post.Terms(postId, file.UnitId, file.Region),
            desk.Rules.Limits(file.Region, desk.Today),
            desk.Actor,
            desk.Rules.UnitReview(file.Region, desk.Today)));
        return await post.CommitAsync(desk, [new StreamAppend(unit.Stream, unit.Version, [])], $"/v1/posts/{postId}");
    });

    public static async Task<Answer<PostView>> ResubmitAsync(Guid postId, PostRequest request, [AsParameters] Desk desk)
    {
        var (post, terms) = await OwnAsync(postId, desk);
        return await post.Decide(new ResubmitPost(
            request.Terms(postId, terms.UnitId, terms.Region),
            desk.Rules.Limits(terms.Region, desk.Today),
            desk.Actor,
            desk.Rules.UnitReview(terms.Region, desk.Today))).CommitAsync(desk);
    }

    public static async Task<Answer<PostView>> ChangeAsync(Guid postId, PostRequest request, [AsParameters] Desk desk)
    {
        var (post, terms) = await OwnAsync(postId, desk);
        return await post.Decide(new ChangePost(
            request.Terms(postId, terms.UnitId, terms.Region) with { Programme = terms.Programme },
            desk.Rules.Limits(terms.Region, desk.Today),
            desk.Rules.FreeChanges(terms.Region, desk.Today),
            desk.Actor,
            desk.Rules.UnitReview(terms.Region, desk.Today))).CommitAsync(desk);
    }

    public static async Task<Answer<PostView>> HostStudentsAsync(Guid postId, HostStudentsRequest request, [AsParameters] Desk desk)
    {
        var (post, _) = await OwnAsync(postId, desk);
        return await post.Decide(new HostStudents(request.Students, request.From, request.To, desk.Today)).CommitAsync(desk);
    }

    public static async Task<Answer<PostView>> CloseAsync(Guid postId, ReasonRequest request, [AsParameters] Desk desk)
    {
        var (post, _) = await OwnAsync(postId, desk);
        return await post.Decide(new ClosePost(request.Reason, desk.Today)).CommitAsync(desk);
    }

    public static async Task<Ok<PostView>> GetAsync(
        Guid postId,
        HttpContext http,
        Caller caller,
        IEventStore store,
        InternshipRules rules,
        TimeProvider time,
        CancellationToken cancellation)
    {
        var post = await store.PostAsync(postId, cancellation);
        var terms = Post.TermsOf(post.State);
        var unit = await store.HostUnitAsync(terms.UnitId, cancellation);
        var code = HostUnitApplication.FileOf(unit.State).CreditCode;
        if (post.State is not (PostState.Published or PostState.Closed))
        {
            caller.RequireRead(terms.Region, code);
        }

        http.Response.Headers.ETag = ETags.Of(post.Version);
        var view = PostView.Of(post.State, time.Today(), rules);
        return TypedResults.Ok(caller.MayRead(terms.Region, code, null) ? view : view with { Proposed = null, Review = null });
    }

    public static async Task<Ok<Page<PostRow>>> ListAsync(Listing listing, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var rows = await database.RowsAsync(SelectFiles, listing.Parameters, PostRow.Of, cancellation);
        return TypedResults.Ok(Page<PostRow>.Of(rows, listing.Limit, row => row.PostId.ToString()));
    }

    /// <summary>Commits a decision on a post, with assertions on other streams.</summary>
    public static Task<Answer<PostView>> CommitAsync(
        this Decision<PostState> decision, Desk desk, IEnumerable<StreamAppend>? others = null, string? location = null) =>
        desk.Command.CommitAsync(
            [decision.Append, .. others ?? []],
            new Answer<PostView>(PostView.Of(decision.State, desk.Today, desk.Rules), decision.Version, location));

    private static async Task<(PostAggregate Post, PostTerms Terms)> OwnAsync(Guid postId, Desk desk)
    {
        var post = await desk.Store.PostAsync(postId, desk.Cancellation);
        var terms = Post.TermsOf(post.State);
        var unit = await desk.Store.HostUnitAsync(terms.UnitId, desk.Cancellation);
        desk.Caller.RequireUnit(HostUnitApplication.FileOf(unit.State).CreditCode.Value);
        desk.Command.RequireVersion(post.Version);
        return (post, terms);
    }
}
