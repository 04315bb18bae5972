using YouthPlatform.EventStore;
using YouthPlatform.Internships.Posts;
using YouthPlatform.Internships.Rules;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Internships.HostUnits;

/// <summary>The reviewer's answers. A unit and its posts are answered in one commit.</summary>
internal static class HostUnitReview
{
    public static async Task<Answer<HostUnitView>> ApproveAsync(Guid unitId, ApproveHostUnitRequest request, [AsParameters] Desk desk)
    {
        var unit = await LoadAsync(unitId, desk);
        var demonstration = request.DemonstrationPostIds ?? [];
        if (demonstration.Except(HostUnitApplication.FileOf(unit.State).PostIds).Any())
        {
            throw ApiException.BadRequest("post.not_of_unit", "示范性岗位应为该单位本次申报的岗位。");
        }

        var decision = unit.Decide(new ApproveHostUnit(desk.Actor, desk.Today));
        return await CommitAsync(decision, desk, post => new PublishPost(demonstration.Contains(post), desk.Today));
    }

    public static async Task<Answer<HostUnitView>> ReturnAsync(Guid unitId, ReturnRequest request, [AsParameters] Desk desk)
    {
        var unit = await LoadAsync(unitId, desk);
        var codes = desk.Rules.ReturnCodes(HostUnitApplication.FileOf(unit.State).Region, desk.Today);
        return await unit.Decide(new ReturnHostUnit(request.Fields, request.Remark, codes, desk.Actor, desk.Today)).CommitAsync(desk);
    }

    public static async Task<Answer<HostUnitView>> RejectAsync(Guid unitId, ReasonRequest request, [AsParameters] Desk desk)
    {
        var unit = await LoadAsync(unitId, desk);
        var decision = unit.Decide(new RejectHostUnit(request.Reason, desk.Actor, desk.Today));
        return await CommitAsync(decision, desk, _ => new ClosePost(request.Reason, desk.Today));
    }

    private static async Task<HostUnitAggregate> LoadAsync(Guid unitId, Desk desk)
    {
        var unit = await desk.Store.HostUnitAsync(unitId, desk.Cancellation);
        var file = HostUnitApplication.FileOf(unit.State);
        desk.Rules.RequireDecider(desk.Caller, file.Region, file.Round.Deadline.DueOn, desk.Today);
        desk.Command.RequireVersion(unit.Version);
        return unit;
    }

    private static async Task<Answer<HostUnitView>> CommitAsync(Decision<HostUnitState> decision, Desk desk, Func<Guid, PostCommand> answer)
    {
        List<StreamAppend> posts = [];
        foreach (var postId in HostUnitApplication.FileOf(decision.State).PostIds)
        {
            // The unit may have closed a post of its own before it was answered.
            if (await desk.Store.PostAsync(postId, desk.Cancellation) is { State: not PostState.Closed } post)
            {
                posts.Add(post.Decide(answer(postId)).Append);
            }
        }

        return await decision.CommitAsync(desk, posts);
    }
}
