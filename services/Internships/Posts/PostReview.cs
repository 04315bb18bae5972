using YouthPlatform.EventStore;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.Rules;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Internships.Posts;

/// <summary>The reviewer's answers to a post that was submitted by itself, and to changes of published ones.</summary>
internal static class PostReview
{
    /// <summary>The unit's version is asserted, so that no suspension slips in between.</summary>
    public static Task<Answer<PostView>> ApproveAsync(Guid postId, ApprovePostRequest request, [AsParameters] Desk desk) =>
        desk.Command.RetryAsync(async () =>
        {
            var post = await LoadAsync(postId, desk);
            var unit = await desk.Store.HostUnitAsync(Post.TermsOf(post.State).UnitId, desk.Cancellation);
            HostUnitStanding.RequireActive(unit.State, desk.Today);
            return await post.Decide(new ApprovePost(request.IsDemonstration, desk.Actor, desk.Today))
                .CommitAsync(desk, [new StreamAppend(unit.Stream, unit.Version, [])]);
        });

    public static async Task<Answer<PostView>> ReturnAsync(Guid postId, ReturnRequest request, [AsParameters] Desk desk)
    {
        var post = await LoadAsync(postId, desk);
        var codes = desk.Rules.ReturnCodes(Post.TermsOf(post.State).Region, desk.Today);
        return await post.Decide(new ReturnPost(request.Fields, request.Remark, codes, desk.Actor, desk.Today)).CommitAsync(desk);
    }

    public static async Task<Answer<PostView>> RejectAsync(Guid postId, ReasonRequest request, [AsParameters] Desk desk)
    {
        var post = await LoadAsync(postId, desk);
        return await post.Decide(new RejectPost(request.Reason, desk.Actor, desk.Today)).CommitAsync(desk);
    }

    public static async Task<Answer<PostView>> ApproveChangeAsync(Guid postId, [AsParameters] Desk desk)
    {
        var post = await LoadAsync(postId, desk);
        return await post.Decide(new ApproveChange(desk.Actor, desk.Today)).CommitAsync(desk);
    }

    public static async Task<Answer<PostView>> RefuseChangeAsync(Guid postId, ReturnRequest request, [AsParameters] Desk desk)
    {
        var post = await LoadAsync(postId, desk);
        var codes = desk.Rules.ReturnCodes(Post.TermsOf(post.State).Region, desk.Today);
        return await post.Decide(new RefuseChange(request.Fields, request.Remark, codes, desk.Actor, desk.Today)).CommitAsync(desk);
    }

    public static async Task<Answer<PostView>> SetDemonstrationAsync(Guid postId, DemonstrationRequest request, [AsParameters] Desk desk)
    {
        var post = await LoadAsync(postId, desk);
        return await post.Decide(new SetDemonstration(request.IsDemonstration, desk.Actor, desk.Today)).CommitAsync(desk);
    }

    /// <summary>The post, where the caller may decide: by the clock of its open review, if there is one.</summary>
    private static async Task<PostAggregate> LoadAsync(Guid postId, Desk desk)
    {
        var post = await desk.Store.PostAsync(postId, desk.Cancellation);
        var region = Post.TermsOf(post.State).Region;
        desk.Caller.RequireRegion(region);
        if (OpenRound(post.State) is { } round)
        {
            desk.Rules.RequireDecider(desk.Caller, region, round.Deadline.DueOn, desk.Today);
        }

        desk.Command.RequireVersion(post.Version);
        return post;
    }

    private static ReviewRound? OpenRound(PostState state) => state switch
    {
        PostState.Submitted s => s.Round,
        PostState.Published { Pending: { } pending } => pending.Round,
        _ => null,
    };
}
