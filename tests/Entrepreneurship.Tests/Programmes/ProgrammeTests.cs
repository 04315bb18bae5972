using YouthPlatform.Entrepreneurship.Programmes;
using YouthPlatform.Policy;
using static YouthPlatform.Entrepreneurship.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Entrepreneurship.Programmes.Programme,
    YouthPlatform.Entrepreneurship.Programmes.ProgrammeState,
    YouthPlatform.Entrepreneurship.Programmes.ProgrammeCommand,
    YouthPlatform.Entrepreneurship.Programmes.ProgrammeEvent>;

namespace YouthPlatform.Entrepreneurship.Tests.Programmes;

public sealed class ProgrammeTests
{
    private static readonly CategoryList Sectors = new(
    [
        new("hard_tech", "硬核科技", ["counts_towards_share"]),
        new("rural_revitalisation", "乡村振兴", ["counts_towards_share"]),
        new("other", "其他"),
    ]);

    private static readonly ProgrammeOpened Opened = new(GoldenBridge, Rule, Recommender, Day);

    private static readonly ProgrammeCommand Close = new ProgrammeCommand.CloseSelection(
        new Rule<Threshold>(new Threshold(Comparison.AtLeast, 0.50m), Rule, null), Sectors, Proposer, Day);

    private static readonly ProgrammeCommand Open = new ProgrammeCommand.OpenProgramme(GoldenBridge, Rule, Recommender, Day);

    [Fact]
    public void GivenUnopened_WhenOpened_ThenOpened() => Spec.Given().When(Open).Then(Opened);

    [Fact]
    public void GivenOpen_WhenOpenedAgain_ThenNothing() => Spec.Given(Opened).When(Open).ThenNothing();

    [Fact]
    public void GivenUnopened_WhenEnteredOrClosed_ThenRejected()
    {
        Spec.Given().When(new ProgrammeCommand.Enter(ProjectId, "other")).ThenRejected("programme.not_open");
        Spec.Given().When(Close).ThenRejected("programme.not_open");
    }

    [Fact]
    public void GivenOpen_WhenTheSameProjectEntersTwice_ThenOnce()
    {
        var entered = new ProjectEntered(ProjectId, "other");
        Spec.Given(Opened).When(new ProgrammeCommand.Enter(ProjectId, "other")).Then(entered);
        Spec.Given(Opened, entered).When(new ProgrammeCommand.Enter(ProjectId, "other")).ThenNothing();
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(100, 100)]
    public void GivenShareOfHalfOrMore_WhenClosed_ThenClosedWithTheCheck(int counting, int others)
    {
        var closed = Spec.Given(Selection(counting, others)).When(Close).Events.ShouldHaveSingleItem().ShouldBeOfType<SelectionClosed>();
        closed.SectorShare.Passed.ShouldBeTrue();
        closed.SectorShare.Rule.Clause.ShouldBe("G3 §三(三)3");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(49, 51)]
    [InlineData(0, 0)]
    public void GivenShareBelowHalf_WhenClosed_ThenRejected(int counting, int others) =>
        Spec.Given(Selection(counting, others)).When(Close).ThenRejected("programme.sector_share_not_met");

    [Fact]
    public void GivenClosed_WhenAnotherEnters_ThenRejected()
    {
        var closed = Spec.Given(Selection(1, 1)).When(Close).Events;
        var spec = Spec.Given([.. Selection(1, 1), .. closed]);
        spec.When(new ProgrammeCommand.Enter(Guid.Empty, "other")).ThenRejected("programme.selection_closed");
        spec.When(new ProgrammeCommand.Enter(Id(0), "hard_tech")).ThenNothing();
        spec.When(Close).ThenNothing();
    }

    private static ProgrammeEvent[] Selection(int counting, int others) =>
    [
        Opened,
        .. Enumerable.Range(0, counting).Select(i => new ProjectEntered(Id(i), i % 2 == 0 ? "hard_tech" : "rural_revitalisation")),
        .. Enumerable.Range(0, others).Select(i => new ProjectEntered(Id(counting + i), "other")),
    ];

    private static Guid Id(int number) => new(number + 1, 0, 0, new byte[8]);
}
