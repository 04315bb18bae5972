using System.Collections.Immutable;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.Rules;

namespace YouthPlatform.Internships.Posts;

/// <summary>An internship post and its seats, which are never oversold.</summary>
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
        (PostPublished e, PostState.Draft s) => new PostState.Published(s.Terms, e.IsDemonstration, ImmutableHashSet<Guid>.Empty),
        (SeatTaken e, PostState.Published s) => s with { Seats = s.Seats.Add(e.PlacementId) },
        (SeatReleased e, PostState.Published s) => s with { Seats = s.Seats.Remove(e.PlacementId) },
        (SeatReleased e, PostState.Closed s) => s with { Seats = s.Seats.Remove(e.PlacementId) },
        (PostClosed, PostState.Draft s) => new PostState.Closed(s.Terms, ImmutableHashSet<Guid>.Empty),
        (PostClosed, PostState.Published s) => new PostState.Closed(s.Terms, s.Seats),
        _ => state,
    };

    public static IReadOnlyList<PostEvent> Decide(PostCommand command, PostState state) => (command, state) switch
    {
        (DraftPost c, PostState.NotDrafted) => [new PostDrafted(WithinLimits(c.Terms, c.Limits), c.Today)],
        (DraftPost, _) => throw new RuleViolation("post.already_drafted", "该岗位已申报。"),
        (_, PostState.NotDrafted) => throw new RuleViolation("post.not_drafted", "该岗位尚未申报。"),
        (PublishPost c, PostState.Draft s) => [Published(c, s.Terms)],
        (PublishPost, PostState.Published) => [],
        (TakeSeat c, PostState.Published s) => Take(c, s),
        (TakeSeat, PostState.Draft) => throw new RuleViolation("post.not_published", "该岗位尚未发布。"),
        (ReleaseSeat c, PostState.Published s) => Release(c, s.Terms, s.Seats),
        (ReleaseSeat c, PostState.Closed s) => Release(c, s.Terms, s.Seats),
        (ReleaseSeat, PostState.Draft) => [],
        (ClosePost, PostState.Closed) => [],
        (ClosePost c, PostState.Draft s) => [new PostClosed(s.Terms.PostId, Reasons.Require(c.Reason), c.Today)],
        (ClosePost c, PostState.Published s) => [new PostClosed(s.Terms.PostId, Reasons.Require(c.Reason), c.Today)],
        _ => throw new RuleViolation("post.closed", "该岗位已关闭。"),
    };

    private static PostTerms WithinLimits(PostTerms terms, InternshipLimits limits)
    {
        if (string.IsNullOrWhiteSpace(terms.Title))
        {
            throw new RuleViolation("post.title_missing", "请填写岗位名称。");
        }

        if (!limits.Categories.Contains(terms.Category))
        {
            throw new RuleViolation("post.category_unknown", $"岗位类别应为以下之一：{string.Join('、', limits.Categories)}。");
        }

        if (terms.Openings < 1)
        {
            throw new RuleViolation("post.openings_invalid", "岗位人数至少为 1。");
        }

        limits.RequireMonths(terms.Months);
        return terms.MonthlyAllowance.Amount > 0
            ? terms with { Title = terms.Title.Trim() }
            : throw new RuleViolation("post.allowance_missing", "请填写每月基本生活补助金额。");
    }

    private static PostPublished Published(PublishPost command, PostTerms terms) => new(
        terms.PostId, terms.UnitId, terms.Region, terms.Category, terms.Openings, command.IsDemonstration, command.Today);

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
