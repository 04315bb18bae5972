using YouthPlatform.EventStore;
using YouthPlatform.Internships.Posts;
using YouthPlatform.Internships.Rules;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Internships.HostUnits;

/// <summary>The reviewer's answers. A unit and its posts are answered in one commit.</summary>
internal static class HostUnitReview
{
    public static async Task<Answer<HostUnitView>> ApproveAsync(
        Guid unitId, ApproveHostUnitRequest request, HttpCommand command, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var unit = await LoadAsync(unitId, command, caller, store, cancellation);
        var demonstration = request.DemonstrationPostIds ?? [];
        var stray = demonstration.Except(HostUnitApplication.FileOf(unit.State).PostIds).Any();
        if (stray)
        {
            throw ApiException.BadRequest("post.not_of_unit", "示范性岗位应为该单位本次申报的岗位。");
        }

        var decision = unit.Decide(new ApproveHostUnit(command.Actor, command.Today));
        return await CommitAsync(decision, command, store, post => new PublishPost(demonstration.Contains(post), command.Today), cancellation);
    }

    public static async Task<Answer<HostUnitView>> ReturnAsync(
        Guid unitId, ReasonRequest request, HttpCommand command, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var unit = await LoadAsync(unitId, command, caller, store, cancellation);
        var decision = unit.Decide(new ReturnHostUnit(request.Reason, command.Actor, command.Today));
        return await command.CommitAsync(
            decision.Append, new Answer<HostUnitView>(HostUnitView.Of(decision.State, command.Today), decision.Version));
    }

    public static async Task<Answer<HostUnitView>> RejectAsync(
        Guid unitId, ReasonRequest request, HttpCommand command, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var unit = await LoadAsync(unitId, command, caller, store, cancellation);
        var decision = unit.Decide(new RejectHostUnit(request.Reason, command.Actor, command.Today));
        return await CommitAsync(decision, command, store, _ => new ClosePost(request.Reason, command.Today), cancellation);
    }

    private static async Task<HostUnitAggregate> LoadAsync(
        Guid unitId, HttpCommand command, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var unit = await store.HostUnitAsync(unitId, cancellation);
        caller.RequireRegion(HostUnitApplication.FileOf(unit.State).Region);
        command.RequireVersion(unit.Version);
        return unit;
    }

    private static async Task<Answer<HostUnitView>> CommitAsync(
        Decision<HostUnitState> decision, HttpCommand command, IEventStore store, Func<Guid, PostCommand> answer, CancellationToken cancellation)
    {
        List<StreamAppend> appends = [decision.Append];
        foreach (var postId in HostUnitApplication.FileOf(decision.State).PostIds)
        {
            // The unit may have closed a post of its own before it was answered.
            if (await store.PostAsync(postId, cancellation) is { State: not PostState.Closed } post)
            {
                appends.Add(post.Decide(answer(postId)).Append);
            }
        }

        return await command.CommitAsync(appends, new Answer<HostUnitView>(HostUnitView.Of(decision.State, command.Today), decision.Version));
    }
}
