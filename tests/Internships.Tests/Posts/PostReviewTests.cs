using YouthPlatform.Internships.Posts;
using YouthPlatform.Policy;
using static YouthPlatform.Internships.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Internships.Posts.Post,
    YouthPlatform.Internships.Posts.PostState,
    YouthPlatform.Internships.Posts.PostCommand,
    YouthPlatform.Internships.Posts.PostEvent>;

namespace YouthPlatform.Internships.Tests.Posts;

/// <summary>The review of a post that is submitted by itself, and of changes of a published one (H9 §二(四)).</summary>
public sealed class PostReviewTests
{
    private static readonly ReviewRound Round = ReviewRound.First("unit-1", FrozenContent.Of(Terms), Review);
    private static readonly PostSubmitted Submitted = new(Terms, Round);
    private static readonly FieldReturn Unclear = new("/title", "unclear", "请写明岗位");
    private static readonly PostReturned Returned = new(PostId, [Unclear], null, "reviewer-1", Today);
    private static readonly PostTerms Clearer = Terms with { Title = "材料研发助理" };
    private static readonly PostPublished Published = new(PostId, UnitId, Furong, "research", 2, false, Today, Programmes.Employment, []);
    private static readonly PostEvent[] Open = [new PostDrafted(Terms, Today), Published];
    private static readonly Rule<CategoryList> Free = new(new([new("higher_allowance", "提高"), new("fewer_openings", "减少")]), ReviewRule, null);
    private static readonly PostTerms Wider = Terms with { Openings = 3 };
    private static readonly PostChangeProposed Proposed = new(Wider, ReviewRound.First("unit-1", FrozenContent.Of(Wider), Review), ["more_openings"]);

    [Fact]
    public void GivenNothing_WhenSubmit_ThenItsContentIsFrozen() => Spec.Given().When(new SubmitPost(Terms, Limits, "unit-1", Review)).Then(Submitted);

    [Fact]
    public void GivenSubmitted_WhenApprove_ThenPublishedWithTheCheck()
    {
        Spec.Given(Submitted).When(new ApprovePost(true, "reviewer-1", Today))
            .Then(Published with { IsDemonstration = true, Checks = [Round.InTime(Today)] });
        Spec.Given(Submitted).When(new ApprovePost(true, "unit-1", Today)).ThenRejected("four_eyes.same_person");
        Spec.Given(Submitted).When(new RejectPost("不适合见习", "unit-1", Today)).ThenRejected("four_eyes.same_person");
        Spec.Given(Submitted).When(new RejectPost(" ", "reviewer-1", Today)).ThenRejected("reason.missing");
    }

    [Fact]
    public void GivenSubmitted_WhenReturnedByField_ThenTheCorrectionIsANewRound()
    {
        Spec.Given(Submitted).When(new ReturnPost([Unclear], null, ReturnCodes, "reviewer-1", Today)).Then(Returned);
        Spec.Given(Submitted).When(new ReturnPost([Unclear with { Path = "/salary" }], null, ReturnCodes, "reviewer-1", Today))
            .ThenRejected("review.field_unknown");
        var again = Review with { SubmittedOn = new(2023, 8, 10), DueOn = new(2023, 8, 17) };
        Spec.Given(Submitted, Returned).When(new ResubmitPost(Terms, Limits, "unit-1", again)).ThenRejected("review.nothing_corrected");
        Spec.Given(Submitted, Returned).When(new ResubmitPost(Clearer, Limits, "unit-1", again))
            .Then(new PostResubmitted(Clearer, new(2, "unit-1", FrozenContent.Of(Clearer).Hash, again), [new(Unclear, true)]));
    }

    [Fact]
    public void ADraftIsRevisedWithItsApplication()
    {
        Spec.Given(new PostDrafted(Terms, Today)).When(new RevisePost(Clearer, Limits, Today)).Then(new PostRevised(Clearer, Today));
        Spec.Given(new PostDrafted(Terms, Today)).When(new RevisePost(Terms, Limits, Today)).ThenNothing();
    }

    [Fact]
    public void AChangeThatThePackFreesTakesEffectAtOnce()
    {
        var better = Terms with { MonthlyAllowance = Money.Of(2000), Openings = 1 };
        var changed = Spec.Given(Open).When(Change(better)).Events.ShouldHaveSingleItem().ShouldBeOfType<PostChanged>();
        changed.Changes.ShouldBe(["higher_allowance", "fewer_openings"]);
        changed.ApprovedBy.ShouldBeNull();
        changed.Checks.ShouldHaveSingleItem().Name.ShouldBe("post.change_needs_no_review");
        Spec.Given(Open).When(Change(Terms)).ThenNothing();
        Spec.Given(Open).When(Change(Terms with { MonthlyAllowance = Money.Of(1500) })).Events.ShouldHaveSingleItem().ShouldBeOfType<PostChangeProposed>();
    }

    [Fact]
    public void AnyOtherChangeWaitsWhileThePostStands()
    {
        Spec.Given(Open).When(Change(Wider)).Then(Proposed);
        Spec.Given([.. Open, Proposed]).When(Change(Clearer)).ThenRejected("post.change_pending");
        Spec.Given([.. Open, Proposed, new SeatTaken(PostId, Id(1)), new SeatTaken(PostId, Id(2))]).When(new TakeSeat(Id(3))).ThenRejected("post.full");
        Spec.Given([.. Open, Proposed]).When(new ApproveChange("unit-1", Today)).ThenRejected("four_eyes.same_person");
        Spec.Given([.. Open, Proposed]).When(new ApproveChange("reviewer-1", Today))
            .Then(new PostChanged(Wider, ["more_openings"], false, "reviewer-1", Today, [Proposed.Round.InTime(Today)]));
        Spec.Given([.. Open, Proposed]).When(new RefuseChange([new("/openings", "unclear", "场地不足")], null, ReturnCodes, "reviewer-1", Today))
            .ThenState(state => state.ShouldBeOfType<PostState.Published>().Pending.ShouldBeNull());
    }

    [Fact]
    public void OpeningsNeverFallBelowTheSeatsThatAreTaken()
    {
        PostEvent[] full = [.. Open, new SeatTaken(PostId, Id(1)), new SeatTaken(PostId, Id(2))];
        Spec.Given(full).When(Change(Terms with { Openings = 1 })).ThenRejected("post.openings_below_taken");
        var shrink = Terms with { Openings = 1, Title = "助理" };
        var proposed = new PostChangeProposed(shrink, ReviewRound.First("unit-1", FrozenContent.Of(shrink), Review), ["openings", "title"]);
        Spec.Given([.. Open, proposed, new SeatTaken(PostId, Id(1)), new SeatTaken(PostId, Id(2))])
            .When(new ApproveChange("reviewer-1", Today)).ThenRejected("post.openings_below_taken");
    }

    [Theory]
    [InlineData("2023-08-31", false)]
    [InlineData("2023-09-01", true)]
    public void APostRunsOutAfterItsLastDay(string today, bool expired)
    {
        var terms = Terms with { ExpiresOn = new(2023, 8, 31) };
        var state = new PostState.Published(terms, false, [], Today);
        state.IsExpired(DateOnly.ParseExact(today, "yyyy-MM-dd")).ShouldBe(expired);
        (state with { Terms = Terms }).IsExpired(DateOnly.MaxValue).ShouldBeFalse();
    }

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBeKept<Post, PostState, PostCommand, PostEvent>(
        "post",
        [
            new DraftPost(Terms, Limits, Today),
            new RevisePost(Clearer, Limits, Today),
            new SubmitPost(Terms, Limits, "unit-1", Review),
            new ReturnPost([Unclear], null, ReturnCodes, "reviewer-1", Today),
            new ResubmitPost(Clearer, Limits, "unit-1", Review),
            new PublishPost(true, Today),
            new ApprovePost(false, "reviewer-1", Today),
            new RejectPost("不适合见习", "reviewer-1", Today),
            Change(Wider),
            new ApproveChange("reviewer-1", Today),
            new RefuseChange([Unclear], null, ReturnCodes, "reviewer-1", Today),
            new SetDemonstration(true, "reviewer-1", Today),
            new HostStudents(1, Today, Today, Today),
            new TakeSeat(PlacementId),
            new ReleaseSeat(Id(11)),
            new ClosePost("招满", Today),
        ],
        new Dictionary<string, IReadOnlyList<PostEvent>>
        {
            ["not drafted"] = [],
            ["draft"] = [new PostDrafted(Terms, Today)],
            ["submitted"] = [Submitted],
            ["returned"] = [Submitted, Returned],
            ["rejected"] = [Submitted, new PostRejected(PostId, "不适合见习", "reviewer-1", Today, [])],
            ["published"] = [.. Open, new SeatTaken(PostId, Id(11))],
            ["published, change proposed"] = [.. Open, Proposed],
            ["closed"] = [.. Open, new SeatTaken(PostId, Id(11)), new PostClosed(PostId, "招满", Today)],
        });

    private static ChangePost Change(PostTerms terms) => new(terms, Limits, Free, "unit-1", Review);
}
