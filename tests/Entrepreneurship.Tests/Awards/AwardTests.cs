using YouthPlatform.Entrepreneurship.Awards;
using YouthPlatform.Policy;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.Entrepreneurship.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Entrepreneurship.Awards.Award,
    YouthPlatform.Entrepreneurship.Awards.AwardState,
    YouthPlatform.Entrepreneurship.Awards.AwardCommand,
    YouthPlatform.Entrepreneurship.Awards.AwardEvent>;

namespace YouthPlatform.Entrepreneurship.Tests.Awards;

public sealed class AwardTests
{
    private static readonly AwardEvent Granted = new AwardGranted(TheAward);
    private static readonly AwardEvent Proposed = new TrancheProposed(Id(1), "first", [], Proposer, Day);
    private static readonly AwardEvent Released = new TrancheReleased(Id(1), "first", Money.Of(6_000), Approver, Day);
    private static readonly AwardEvent Filed = new ReportFiled(Id(1), "first", "样机已完成测试", Leader, Day);
    private static readonly AwardEvent Accepted = new ReportAnswered(Id(1), "first", true, null, Proposer, Day);
    private static readonly AwardEvent Returned = new ReportAnswered(Id(1), "first", false, "缺少数据", Proposer, Day);
    private static readonly AwardEvent RevocationOpen = new RevocationProposed(Id(1), "挪用", Proposer, Day);
    private static readonly AwardEvent Revoked = new AwardRevoked(TheAward, ["first"], "挪用", Proposer, Approver, Day);

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBeKept<Award, AwardState, AwardCommand, AwardEvent>(
        "award",
        [
            new GrantAward(TheAward),
            new ProposeTranche("first", Proposer, Day),
            new ReleaseTranche("first", Approver, Day),
            new FileReport("first", "样机已完成测试", Leader, Day),
            new AnswerReport("first", IsAccepted: true, null, Proposer, Day),
            new ProposeRevocation("挪用", Proposer, Day),
            new ConfirmRevocation(Approver, Day),
        ],
        new Dictionary<string, IReadOnlyList<AwardEvent>>
        {
            ["none"] = [],
            ["granted"] = [Granted],
            ["proposed"] = [Granted, Proposed],
            ["released"] = [Granted, Proposed, Released],
            ["reported"] = [Granted, Proposed, Released, Filed],
            ["returned"] = [Granted, Proposed, Released, Filed, Returned],
            ["accepted"] = [Granted, Proposed, Released, Filed, Accepted],
            ["revocation open"] = [Granted, Proposed, RevocationOpen],
            ["revoked"] = [Granted, Proposed, Released, RevocationOpen, Revoked],
        });

    [Fact]
    public void GivenTheFirstTranche_WhenTheSecondIsProposed_ThenOnlyOnAnAcceptedReport()
    {
        var second = new ProposeTranche("second", Proposer, Day);
        Spec.Given(Granted).When(second).ThenRejected("tranche.report_missing");
        Spec.Given(Granted, Proposed, Released, Filed).When(second).ThenRejected("tranche.report_missing");
        Spec.Given(Granted, Proposed, Released, Filed, Returned).When(second).ThenRejected("tranche.report_missing");
        Spec.Given(Granted, Proposed, Released, Filed, Accepted).When(second).Then(new TrancheProposed(Id(1), "second", ["first"], Proposer, Day));
        Spec.Given(Granted).When(new ProposeTranche("ninth", Proposer, Day)).ThenRejected("tranche.unknown");
    }

    [Fact]
    public void GivenTheProposer_WhenItReleasesOrRevokes_ThenRejected()
    {
        Spec.Given(Granted, Proposed).When(new ReleaseTranche("first", Proposer, Day)).ThenRejected("four_eyes.same_person");
        Spec.Given(Granted, RevocationOpen).When(new ConfirmRevocation(Proposer, Day)).ThenRejected("four_eyes.same_person");
    }

    [Theory]
    [InlineData("10000.00", "6000.00", "4000.00")]
    [InlineData("0.01", "0.01", "0.00")]
    [InlineData("33333.33", "20000.00", "13333.33")]
    public void TheTranchesMakeTheAward(string amount, string first, string second) =>
        AwardFile.Split(Money.Parse(amount), Terms.Tranches).Select(tranche => tranche.Amount.ToString()).ShouldBe([first, second]);

    [Fact]
    public void TheLetterIsChineseAndSafe()
    {
        var letter = AwardLetter.Of(TheAward with { Title = "<script>" }, "金桥行动大学生创业帮扶项目");
        letter.ShouldContain("金桥行动大学生创业帮扶项目资助通知书");
        letter.ShouldContain("第 2 期：人民币 4000.00 元");
        letter.ShouldContain("2023年4月3日");
        letter.ShouldNotContain("<script>");
    }
}
