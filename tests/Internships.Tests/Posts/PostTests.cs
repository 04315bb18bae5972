using System.Globalization;
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
    private static readonly PostPublished Published = new(PostId, UnitId, Furong, "research", 2, false, Today, Programmes.Employment, []);

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
        Spec.Given().When(new DraftPost(Terms with { Demands = new(["kindergarten"], [], []) }, Limits, Today)).ThenRejected("post.education_unknown");
    }

    // H9 §三(一): the unit pays a living allowance; the least amount is local.
    [Theory]
    [InlineData("1199.99", "internship.allowance_too_low")]
    [InlineData("1200.00", null)]
    public void TheAllowanceIsAtLeastTheLocalMinimum(string amount, string? code)
    {
        var terms = Terms with { MonthlyAllowance = Money.Of(decimal.Parse(amount, CultureInfo.InvariantCulture)) };
        var outcome = Spec.Given().When(new DraftPost(terms, Limits, Today));
        if (code is null)
        {
            outcome.Then(new PostDrafted(terms, Today));
        }
        else
        {
            outcome.ThenRejected(code);
        }
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
}
