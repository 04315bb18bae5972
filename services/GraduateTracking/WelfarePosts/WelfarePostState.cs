using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.WelfarePosts;

/// <summary>A post for a person.</summary>
internal sealed record WelfarePostFile(
    Guid PersonId, string Region, string Title, string Unit, DateOnly From, DateOnly To, string ProposedBy, DateOnly ProposedOn);

internal abstract record WelfarePostState
{
    private WelfarePostState()
    {
    }

    public sealed record None : WelfarePostState;

    public sealed record Proposed(WelfarePostFile File) : WelfarePostState;

    public sealed record Placed(WelfarePostFile File) : WelfarePostState;
}

internal abstract record WelfarePostCommand;

internal sealed record ProposeWelfarePost(WelfarePostFile File, IReadOnlyList<NamedCheck> Checks) : WelfarePostCommand;

internal sealed record ApproveWelfarePost(IReadOnlyList<NamedCheck> Checks, string Actor, DateOnly Today) : WelfarePostCommand;

internal sealed record RejectWelfarePost(string Reason, string Actor, DateOnly Today) : WelfarePostCommand;

internal sealed record EndWelfarePost(string Reason, DateOnly EndedOn, string Actor, DateOnly Today) : WelfarePostCommand;

/// <summary>Events of <c>welfare_post-{personId}</c>.</summary>
internal abstract record WelfarePostEvent;

internal sealed record WelfarePostProposed(WelfarePostFile File, IReadOnlyList<NamedCheck> Checks) : WelfarePostEvent;

internal sealed record WelfarePostApproved(WelfarePostFile File, IReadOnlyList<NamedCheck> Checks, string ApprovedBy, DateOnly ApprovedOn) : WelfarePostEvent;

internal sealed record WelfarePostRejected(Guid PersonId, string Reason, string RejectedBy, DateOnly RejectedOn) : WelfarePostEvent;

internal sealed record WelfarePostEnded(Guid PersonId, string Region, string Reason, string EndedBy, DateOnly EndedOn) : WelfarePostEvent;
