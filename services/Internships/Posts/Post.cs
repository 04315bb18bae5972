using System.Collections.Immutable;
using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.Posts;

/// <summary>An internship post: its review (H9 §二(四)), its publication, and its seats, which are never oversold.</summary>
internal sealed class Post : IDecider<PostState, PostCommand, PostEvent>
{
    private Post()
    {
    }

    public static PostState Initial { get; } = new PostState.NotDrafted();

    public static string Stream(Guid postId) => $"post-{postId}";

    public static PostState Evolve(PostState state, PostEvent recorded) => (recorded, state) switch
    {
        (PostDrafted e, _) => new PostState.Draft(e.Terms),
        (PostRevised e, _) => new PostState.Draft(e.Terms),
        (PostSubmitted e, _) => new PostState.Submitted(e.Terms, e.Round, []),
        (PostReturned e, PostState.Submitted s) => new PostState.Returned(s.Terms, s.Round, e.Fields, e.Remark),
        (PostResubmitted e, _) => new PostState.Submitted(e.Terms, e.Round, e.Corrections),
        (PostRejected e, _) => new PostState.Rejected(TermsOf(state), e.Reason),
        (PostPublished e, _) => new PostState.Published(TermsOf(state), e.IsDemonstration, ImmutableHashSet<Guid>.Empty, e.PublishedOn),
        (PostChangeProposed e, PostState.Published s) => s with { Pending = new(e.Terms, e.Round) },
        (PostChanged e, PostState.Published s) => s with { Terms = e.Terms, Pending = null },
        (PostChangeRefused, PostState.Published s) => s with { Pending = null },
        (PostDemonstrationSet e, PostState.Published s) => s with { IsDemonstration = e.IsDemonstration },
        (StudentsHosted e, PostState.Published s) => s with { Students = s.Students + e.Students },
        (SeatTaken e, PostState.Published s) => s with { Seats = s.Seats.Add(e.PlacementId) },
        (SeatReleased e, PostState.Published s) => s with { Seats = s.Seats.Remove(e.PlacementId) },
        (SeatReleased e, PostState.Closed s) => s with { Seats = s.Seats.Remove(e.PlacementId) },
        (PostClosed, PostState.Published s) => new PostState.Closed(s.Terms, s.Seats),
        (PostClosed, _) => new PostState.Closed(TermsOf(state), ImmutableHashSet<Guid>.Empty),
        _ => state,
    };

    public static IReadOnlyList<PostEvent> Decide(PostCommand command, PostState state) => (command, state) switch
    {
        (DraftPost c, PostState.NotDrafted) => [new PostDrafted(PostRules.Complete(c.Terms, c.Limits), c.Today)],
        (SubmitPost c, PostState.NotDrafted) => PostReviewing.Submit(c),
        (DraftPost or SubmitPost, _) => throw new RuleViolation("post.already_drafted", "该岗位已申报。"),
        (_, PostState.NotDrafted) => throw new RuleViolation("post.not_drafted", "该岗位尚未申报。"),
        (RevisePost c, PostState.Draft s) => PostReviewing.Revise(c, s.Terms),
        (PublishPost c, PostState.Draft s) => [PostRules.Published(s.Terms, c.IsDemonstration, c.Today, [])],
        (PublishPost or ApprovePost, PostState.Published) => [],
        (ReturnPost c, PostState.Submitted s) => PostReviewing.Return(c, s),
        (ReturnPost, PostState.Returned) => [],
        (ResubmitPost c, PostState.Returned s) => PostReviewing.Resubmit(c, s),
        (ApprovePost c, PostState.Submitted s) => PostReviewing.Approve(c, s),
        (RejectPost c, PostState.Submitted s) => PostReviewing.Reject(c, s),
        (RejectPost, PostState.Rejected) => [],
        (ClosePost, PostState.Closed or PostState.Rejected) => [],
        (ClosePost c, _) => [new PostClosed(TermsOf(state).PostId, Reasons.Require(c.Reason), c.Today)],
        (ReleaseSeat c, PostState.Published s) => Release(c, s.Terms, s.Seats),
        (ReleaseSeat c, PostState.Closed s) => Release(c, s.Terms, s.Seats),
        (ReleaseSeat, _) => [],
        (TakeSeat c, PostState.Published s) => Take(c, s),
        (HostStudents c, PostState.Published s) => StudentPosts.Host(c, s),
        (ChangePost or ApproveChange or RefuseChange or SetDemonstration, PostState.Published s) => PostChanges.Decide(command, s),
        (_, PostState.Closed) => throw new RuleViolation("post.closed", "该岗位已关闭。"),
        (TakeSeat or HostStudents or ChangePost or ApproveChange or RefuseChange or SetDemonstration, _) =>
            throw new RuleViolation("post.not_published", "该岗位尚未发布。"),
        (RevisePost or ResubmitPost, _) => throw new RuleViolation("post.not_returned", "岗位未被退回，不能重新提交。"),
        _ => throw new RuleViolation("post.not_under_review", "岗位不在审核中，不能作出审核意见。"),
    };

    public static PostTerms TermsOf(PostState state) => state switch
    {
        PostState.Draft s => s.Terms,
        PostState.Submitted s => s.Terms,
        PostState.Returned s => s.Terms,
        PostState.Rejected s => s.Terms,
        PostState.Published s => s.Terms,
        PostState.Closed s => s.Terms,
        _ => throw new InvalidOperationException("A post that was never drafted has no terms."),
    };

    private static IReadOnlyList<PostEvent> Take(TakeSeat command, PostState.Published post)
    {
        if (post.Seats.Contains(command.PlacementId))
        {
            return [];
        }

        return post.Free > 0
            ? [new SeatTaken(post.Terms.PostId, command.PlacementId)]
            : throw new RuleViolation("post.full", "该岗位名额已满。");
    }

    private static IReadOnlyList<PostEvent> Release(ReleaseSeat command, PostTerms terms, ImmutableHashSet<Guid> seats) =>
        seats.Contains(command.PlacementId) ? [new SeatReleased(terms.PostId, command.PlacementId)] : [];
}
