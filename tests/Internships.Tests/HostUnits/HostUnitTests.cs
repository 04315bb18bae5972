using YouthPlatform.Internships.HostUnits;
using static YouthPlatform.Internships.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Internships.HostUnits.HostUnit,
    YouthPlatform.Internships.HostUnits.HostUnitState,
    YouthPlatform.Internships.HostUnits.HostUnitCommand,
    YouthPlatform.Internships.HostUnits.HostUnitEvent>;

namespace YouthPlatform.Internships.Tests.HostUnits;

/// <summary>The application of a unit and its rounds (H9 §二(四)).</summary>
public sealed class HostUnitTests
{
    private static readonly HostUnitApplied Applied = new(Unit);
    private static readonly HostUnitReturned Returned = new(UnitId, [UnclearName], null, "reviewer-1", Today);
    private static readonly HostUnitContent Corrected = Content with { Name = "长沙示例有限公司" };
    private static readonly ReviewDeadline Again = Review with { SubmittedOn = new(2023, 8, 10), DueOn = new(2023, 8, 17) };
    private static readonly ApplyAsHostUnit Apply = new(UnitId, Content, "unit-1", Review);

    private static readonly HostUnitResubmitted Resubmitted = new(
        Unit with { Content = Corrected, Round = new(2, "unit-2", FrozenContent.Of(Corrected).Hash, Again) }, [new(UnclearName, true)]);

    [Fact]
    public void GivenNothing_WhenApply_ThenAppliedWithTrimmedName() =>
        Spec.Given().When(Apply with { Content = Content with { Name = " 长沙示例科技有限公司 ", Address = " " } }).Then(Applied);

    [Fact]
    public void GivenNothing_WhenApplyIncomplete_ThenRejected()
    {
        Spec.Given().When(Apply with { Content = Content with { Posts = [] } }).ThenRejected("host_unit.posts_missing");
        Spec.Given().When(Apply with { Content = Content with { Name = " " } }).ThenRejected("host_unit.name_missing");
        Spec.Given().When(Apply with { Content = Content with { BankAccount = Account with { Name = "别的公司" } } }).ThenRejected("bank_account.not_own");
    }

    // H9 §二(四): the answer is due within five working days; the decision says whether it kept to that.
    [Theory]
    [InlineData("2023-08-08", true)]
    [InlineData("2023-08-09", false)]
    public void GivenSubmitted_WhenApprove_ThenTheCheckSaysWhetherInTime(string day, bool inTime)
    {
        var today = DateOnly.ParseExact(day, "yyyy-MM-dd");
        var approved = Spec.Given(Applied).When(new ApproveHostUnit("reviewer-1", today)).Events.ShouldHaveSingleItem().ShouldBeOfType<HostUnitApproved>();
        var check = approved.Checks.ShouldHaveSingleItem();
        (check.Name, check.Passed, check.Rule.Clause).ShouldBe(("review.in_time", inTime, "H9 §二(四)"));
        check.Facts["contentHash"].ShouldBe(FrozenContent.Of(Content).Hash);
        check.Facts["dueOn"].ShouldBe("2023-08-08");
    }

    [Fact]
    public void GivenSubmitted_WhenItsSubmitterDecides_ThenRejected()
    {
        Spec.Given(Applied).When(new ApproveHostUnit("unit-1", Today)).ThenRejected("four_eyes.same_person");
        Spec.Given(Applied).When(new ReturnHostUnit([UnclearName], null, ReturnCodes, "unit-1", Today)).ThenRejected("four_eyes.same_person");
        Spec.Given(Applied).When(new RejectHostUnit("不符", "unit-1", Today)).ThenRejected("four_eyes.same_person");
    }

    [Fact]
    public void GivenSubmitted_WhenReturnedByField_ThenTheFieldsAreThoseOfTheSubmission()
    {
        FieldReturn[] fields = [UnclearName, new("/posts/0/title", "unclear", "请写明岗位")];
        Spec.Given(Applied).When(new ReturnHostUnit(fields, " 另请补充 ", ReturnCodes, "reviewer-1", Today))
            .Then(new HostUnitReturned(UnitId, fields, "另请补充", "reviewer-1", Today));
        Spec.Given(Applied).When(Return(new FieldReturn("/posts/1/title", "unclear", "更正"))).ThenRejected("review.field_unknown");
        Spec.Given(Applied).When(Return(UnclearName with { Code = "wrong" })).ThenRejected("review.return_code_unknown");
        Spec.Given(Applied).When(Return()).ThenRejected("review.fields_missing");
        Spec.Given(Applied).When(new RejectHostUnit("", "reviewer-1", Today)).ThenRejected("reason.missing");
    }

    [Fact]
    public void GivenReturned_WhenResubmit_ThenANewRoundBeginsAndCorrectionsAreNamed()
    {
        Spec.Given(Applied, Returned).When(new ResubmitHostUnit(Corrected, "unit-2", Again)).Then(Resubmitted);
        Spec.Given(Applied, Returned).When(new ResubmitHostUnit(Content, "unit-2", Again)).ThenRejected("review.nothing_corrected");
        Spec.Given(Applied, Returned).When(new ResubmitHostUnit(Content with { Address = "岳麓大道1号" }, "unit-2", Again))
            .ThenState(state => state.ShouldBeOfType<HostUnitState.Submitted>().Corrections.ShouldBe([new(UnclearName, false)]));
        Spec.Given(Applied, Returned, Resubmitted).When(new ApproveHostUnit("unit-2", Today)).ThenRejected("four_eyes.same_person");
        Spec.Given(Applied, Returned, Resubmitted).When(new ApproveHostUnit("reviewer-1", Today))
            .ThenState(state => state.ShouldBeOfType<HostUnitState.Approved>().File.Round.Number.ShouldBe(2));
    }

    [Fact]
    public void GivenRejectedOrWithdrawn_WhenWithdraw_ThenNothingMore()
    {
        var rejected = new HostUnitRejected(UnitId, "不符合条件", "reviewer-1", Today, []);
        var withdrawn = new HostUnitWithdrawn(UnitId, Furong, "不再参加", Today, false);
        Spec.Given(Applied).When(new WithdrawHostUnit("不再参加", Today)).Then(withdrawn);
        Spec.Given(Applied, withdrawn).When(new WithdrawHostUnit("不再参加", Today)).ThenNothing();
        Spec.Given(Applied, rejected).When(new WithdrawHostUnit("不再参加", Today)).ThenRejected("host_unit.rejected");
        Spec.Given(Applied).When(new WithdrawHostUnit(" ", Today)).ThenRejected("reason.missing");
    }

    private static ReturnHostUnit Return(params FieldReturn[] fields) => new(fields, null, ReturnCodes, "reviewer-1", Today);
}
