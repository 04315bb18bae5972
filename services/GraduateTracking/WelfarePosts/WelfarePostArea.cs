global using WelfarePostAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.GraduateTracking.WelfarePosts.WelfarePost,
    YouthPlatform.GraduateTracking.WelfarePosts.WelfarePostState,
    YouthPlatform.GraduateTracking.WelfarePosts.WelfarePostCommand,
    YouthPlatform.GraduateTracking.WelfarePosts.WelfarePostEvent>;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using Public = YouthPlatform.Contracts.GraduateTracking;

namespace YouthPlatform.GraduateTracking.WelfarePosts;

/// <summary>Public-welfare posts as the last resort.</summary>
internal sealed class WelfarePostArea : TrackingArea
{
    public override IReadOnlyList<IProjection> Projections { get; } = [new WelfarePostTable()];

    public override void AddEvents(EventTypes types) => types
        .Add<WelfarePostProposed>("graduatetracking.welfare_post_proposed.v1")
        .Add<WelfarePostApproved>("graduatetracking.welfare_post_approved.v1")
        .Add<WelfarePostRejected>("graduatetracking.welfare_post_rejected.v1")
        .Add<WelfarePostEnded>("graduatetracking.welfare_post_ended.v1");

    public override void MapRoutes(IEndpointRouteBuilder routes) => routes.MapWelfarePosts();

    public override IEnumerable<PublicEventDraft> Translate(RecordedEvent recorded) => recorded.Data switch
    {
        WelfarePostApproved { File: var file } e =>
            [new(new Public.WelfarePostTaken(file.PersonId, file.Region, file.From, file.To, e.ApprovedOn), file.Region, WelfarePost.StreamOf(file.PersonId))],
        _ => [],
    };
}
