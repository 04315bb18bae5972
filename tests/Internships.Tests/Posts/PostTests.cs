using YouthPlatform.Internships.Posts;
using YouthPlatform.Policy;
using static YouthPlatform.Internships.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Internships.Posts.Post,
    YouthPlatform.Internships.Posts.PostState,
    YouthPlatform.Internships.Posts.PostCommand,
    YouthPlatform.Internships.Posts.PostEvent>;

namespace YouthPlatform.Internships.Tests.Posts;

public sealed class PostTests
{
    private static readonly PostDrafted Drafted = new(Terms, Today);
    private static readonly PostPublished Published = new(PostId, UnitId, Furong, "research", 2, false, Today);
    private static readonly PostClosed Closed = new(PostId, "招满", Today);

    [Fact]
    public void GivenNothing_WhenDraft_ThenDrafted() => Spec.Given().When(new DraftPost(Terms, Limits, Today)).Then(Drafted);

    // H9 §三(三): 3 to 12 months.
    [Theory]
    [InlineData(2, "internship.months_out_of_range")]
    [InlineData(3, null)]
    [InlineData(12, null)]
    [InlineData(13, "internship.months_out_of_range")]
    public void ThreeToTwelveMonths(int months, string? code)
    {
        var outcome = Spec.Given().When(new DraftPost(Terms with { Months = months }, Limits, Today));
        if (code is null)
        {
            outcome.Then(new PostDrafted(Terms with { Months = months }, Today));
        }
        else
        {
            outcome.ThenRejected(code);
        }
    }

    [Fact]
    public void GivenNothing_WhenDraftIsIncomplete_ThenRejected()
    {
        Spec.Given().When(new DraftPost(Terms with { Title = " " }, Limits, Today)).ThenRejected("post.title_missing");
        Spec.Given().When(new DraftPost(Terms with { Category = "sales" }, Limits, Today)).ThenRejected("post.category_unknown");
        Spec.Given().When(new DraftPost(Terms with { Openings = 0 }, Limits, Today)).ThenRejected("post.openings_invalid");
        Spec.Given().When(new DraftPost(Terms with { MonthlyAllowance = Money.Zero }, Limits, Today)).ThenRejected("post.allowance_missing");
    }

    [Fact]
    public void GivenTwoOpenings_WhenThreeTakeSeats_ThenTheThirdIsRejected()
    {
        var first = new SeatTaken(PostId, Id(11));
        var second = new SeatTaken(PostId, Id(12));
        Spec.Given(Drafted, Published).When(new TakeSeat(Id(11))).Then(first);
        Spec.Given(Drafted, Published, first).When(new TakeSeat(Id(12))).Then(second);
        Spec.Given(Drafted, Published, first, second).When(new TakeSeat(Id(13))).ThenRejected("post.full");
        Spec.Given(Drafted, Published, first, second).When(new TakeSeat(Id(12))).ThenNothing();
    }

    [Fact]
    public void GivenFullPost_WhenASeatIsReleased_ThenItCanBeTakenAgain()
    {
        PostEvent[] full = [Drafted, Published, new SeatTaken(PostId, Id(11)), new SeatTaken(PostId, Id(12))];
        var released = new SeatReleased(PostId, Id(11));
        Spec.Given(full).When(new ReleaseSeat(Id(11))).Then(released);
        Spec.Given([.. full, released]).When(new ReleaseSeat(Id(11))).ThenNothing();
        Spec.Given([.. full, released]).When(new TakeSeat(Id(13))).Then(new SeatTaken(PostId, Id(13)));
    }

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBe<Post, PostState, PostCommand, PostEvent>(
        [
            new DraftPost(Terms, Limits, Today),
            new PublishPost(true, Today),
            new TakeSeat(PlacementId),
            new ReleaseSeat(Id(11)),
            new ClosePost("招满", Today),
        ],
        new Dictionary<string, IReadOnlyList<PostEvent>>
        {
            ["not drafted"] = [],
            ["draft"] = [Drafted],
            ["published"] = [Drafted, Published, new SeatTaken(PostId, Id(11))],
            ["closed"] = [Drafted, Published, new SeatTaken(PostId, Id(11)), Closed],
        },
        """
        not drafted + DraftPost = PostDrafted
        not drafted + PublishPost = post.not_drafted
        not drafted + TakeSeat = post.not_drafted
        not drafted + ReleaseSeat = post.not_drafted
        not drafted + ClosePost = post.not_drafted
        draft + DraftPost = post.already_drafted
        draft + PublishPost = PostPublished
        draft + TakeSeat = post.not_published
        draft + ReleaseSeat = -
        draft + ClosePost = PostClosed
        published + DraftPost = post.already_drafted
        published + PublishPost = -
        published + TakeSeat = SeatTaken
        published + ReleaseSeat = SeatReleased
        published + ClosePost = PostClosed
        closed + DraftPost = post.already_drafted
        closed + PublishPost = post.closed
        closed + TakeSeat = post.closed
        closed + ReleaseSeat = SeatReleased
        closed + ClosePost = -
        """);
}
