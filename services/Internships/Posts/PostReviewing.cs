using YouthPlatform.Internships.Rules;

namespace YouthPlatform.Internships.Posts;

/// <summary>The rounds of a post that is submitted by itself, after its unit was approved (H9 §二(四)).</summary>
internal static class PostReviewing
{
    public static IReadOnlyList<PostEvent> Submit(SubmitPost command)
    {
        var terms = PostRules.Complete(command.Terms, command.Limits);
        return [new PostSubmitted(terms, ReviewRound.First(command.Actor, FrozenContent.Of(terms), command.Deadline))];
    }

    public static IReadOnlyList<PostEvent> Revise(RevisePost command, PostTerms drafted)
    {
        var terms = PostRules.Complete(command.Terms, command.Limits);
        return FrozenContent.Of(terms).Hash == FrozenContent.Of(drafted).Hash ? [] : [new PostRevised(terms, command.Today)];
    }

    public static IReadOnlyList<PostEvent> Return(ReturnPost command, PostState.Submitted post)
    {
        post.Round.RequireReviewer(command.Actor);
        var fields = FieldReturn.Require(command.Fields, FrozenContent.Of(post.Terms), command.Codes);
        return [new PostReturned(post.Terms.PostId, fields, Remarks.Trim(command.Remark), command.Actor, command.Today)];
    }

    public static IReadOnlyList<PostEvent> Resubmit(ResubmitPost command, PostState.Returned post)
    {
        var terms = PostRules.Complete(command.Terms, command.Limits);
        var (before, after) = (FrozenContent.Of(post.Terms), FrozenContent.Of(terms));
        var round = post.Round.Next(command.Actor, after, command.Deadline);
        return [new PostResubmitted(terms, round, FieldCorrection.Of(post.Fields, before, after))];
    }

    public static IReadOnlyList<PostEvent> Approve(ApprovePost command, PostState.Submitted post)
    {
        post.Round.RequireReviewer(command.Actor);
        return [PostRules.Published(post.Terms, command.IsDemonstration, command.Today, [post.Round.InTime(command.Today)])];
    }

    public static IReadOnlyList<PostEvent> Reject(RejectPost command, PostState.Submitted post)
    {
        post.Round.RequireReviewer(command.Actor);
        var reason = Reasons.Require(command.Reason);
        return [new PostRejected(post.Terms.PostId, reason, command.Actor, command.Today, [post.Round.InTime(command.Today)])];
    }
}
