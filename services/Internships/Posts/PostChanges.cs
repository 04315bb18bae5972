using YouthPlatform.EventStore;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Posts;

/// <summary>
/// Changes of a published post. Kinds of changes that the pack lists as free take effect at once; any other waits for a reviewer while the post
/// stands as it is. Agreements keep the terms they were signed with.
/// </summary>
internal static class PostChanges
{
    public static IReadOnlyList<PostEvent> Decide(PostCommand command, PostState.Published post) => (command, post) switch
    {
        (ChangePost c, _) => Change(c, post),
        (ApproveChange c, { Pending: { } pending }) => Approve(c, post, pending),
        (RefuseChange c, { Pending: { } pending }) => Refuse(c, post, pending),
        (ApproveChange or RefuseChange, _) => throw new RuleViolation("post.no_change_pending", "该岗位没有待审核的变更。"),
        (SetDemonstration c, _) when c.IsDemonstration == post.IsDemonstration => [],
        (SetDemonstration c, _) => [new PostDemonstrationSet(post.Terms, c.IsDemonstration, c.Actor, c.Today)],
        _ => throw new InvalidOperationException($"{command.GetType().Name} is no change of a post."),
    };

    private static IReadOnlyList<PostEvent> Change(ChangePost command, PostState.Published post)
    {
        var terms = PostRules.Complete(command.Terms, command.Limits);
        RequireSeats(terms, post);
        var kinds = Kinds(post.Terms, terms);
        if (kinds.Count == 0)
        {
            return [];
        }

        if (post.Pending is not null)
        {
            throw new RuleViolation("post.change_pending", "该岗位已有一项变更待审核。");
        }

        if (kinds.All(command.Free.Value.Contains))
        {
            var facts = new Dictionary<string, string> { ["changes"] = string.Join(' ', kinds) };
            var check = new NamedCheck("post.change_needs_no_review", true, facts, command.Free.Version);
            return [new PostChanged(terms, kinds, post.IsDemonstration, null, command.Deadline.SubmittedOn, [check])];
        }

        return [new PostChangeProposed(terms, ReviewRound.First(command.Actor, FrozenContent.Of(terms), command.Deadline), kinds)];
    }

    private static IReadOnlyList<PostEvent> Approve(ApproveChange command, PostState.Published post, PendingChange pending)
    {
        pending.Round.RequireReviewer(command.Actor);
        RequireSeats(pending.Terms, post);
        var kinds = Kinds(post.Terms, pending.Terms);
        return [new PostChanged(
            pending.Terms, kinds, post.IsDemonstration, command.Actor, command.Today, [pending.Round.InTime(command.Today)])];
    }

    private static IReadOnlyList<PostEvent> Refuse(RefuseChange command, PostState.Published post, PendingChange pending)
    {
        pending.Round.RequireReviewer(command.Actor);
        var fields = FieldReturn.Require(command.Fields, FrozenContent.Of(pending.Terms), command.Codes);
        return [new PostChangeRefused(post.Terms.PostId, fields, Remarks.Trim(command.Remark), command.Actor, command.Today)];
    }

    private static void RequireSeats(PostTerms terms, PostState.Published post)
    {
        if (terms.Openings < post.Seats.Count)
        {
            throw new RuleViolation("post.openings_below_taken", $"已有 {post.Seats.Count} 人在岗，岗位人数不能少于此数。");
        }
    }

    /// <summary>What differs, by kind: in the interns' favour or neutral kinds are told apart from the others, so that the pack can free them.</summary>
    private static IReadOnlyList<string> Kinds(PostTerms before, PostTerms after)
    {
        var changed = FrozenContent.Of(after).ChangedSince(FrozenContent.Of(before)).Select(path => path.Split('/')[1]).Distinct();
        return [.. changed.Select(field => field switch
        {
            "openings" => after.Openings > before.Openings ? "more_openings" : "fewer_openings",
            "monthlyAllowance" => after.MonthlyAllowance.Amount > before.MonthlyAllowance.Amount ? "higher_allowance" : "lower_allowance",
            "expiresOn" => "expiry",
            var other => other,
        })];
    }
}
