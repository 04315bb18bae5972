using YouthPlatform.Internships.HostUnits;
using static YouthPlatform.Internships.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Internships.HostUnits.HostUnit,
    YouthPlatform.Internships.HostUnits.HostUnitState,
    YouthPlatform.Internships.HostUnits.HostUnitCommand,
    YouthPlatform.Internships.HostUnits.HostUnitEvent>;

namespace YouthPlatform.Internships.Tests.HostUnits;

public sealed class HostUnitTests
{
    private static readonly HostUnitApplied Applied = new(Unit);
    private static readonly HostUnitReturned Returned = new(UnitId, "名称与执照不符", "reviewer-1", Today);
    private static readonly HostUnitApproved Approved = new(UnitId, Furong, "reviewer-1", Today);
    private static readonly HostUnitRejected Rejected = new(UnitId, "不符合条件", "reviewer-1", Today);

    [Fact]
    public void GivenNothing_WhenApply_ThenAppliedWithTrimmedName() =>
        Spec.Given().When(new ApplyAsHostUnit(Unit with { Name = " 长沙示例科技有限公司 " })).Then(Applied);

    [Fact]
    public void GivenNothing_WhenApplyWithoutPosts_ThenRejected() =>
        Spec.Given().When(new ApplyAsHostUnit(Unit with { PostIds = [] })).ThenRejected("host_unit.posts_missing");

    [Fact]
    public void GivenNothing_WhenApplyWithoutName_ThenRejected() =>
        Spec.Given().When(new ApplyAsHostUnit(Unit with { Name = " " })).ThenRejected("host_unit.name_missing");

    [Fact]
    public void GivenSubmitted_WhenApprove_ThenApproved() =>
        Spec.Given(Applied).When(new ApproveHostUnit("reviewer-1", Today)).Then(Approved);

    [Fact]
    public void GivenSubmitted_WhenItsSubmitterDecides_ThenRejected()
    {
        Spec.Given(Applied).When(new ApproveHostUnit("unit-1", Today)).ThenRejected("four_eyes.same_person");
        Spec.Given(Applied).When(new ReturnHostUnit("更正", "unit-1", Today)).ThenRejected("four_eyes.same_person");
        Spec.Given(Applied).When(new RejectHostUnit("不符", "unit-1", Today)).ThenRejected("four_eyes.same_person");
    }

    [Fact]
    public void GivenSubmitted_WhenReturnOrRejectWithoutReason_ThenRejected()
    {
        Spec.Given(Applied).When(new ReturnHostUnit(" ", "reviewer-1", Today)).ThenRejected("reason.missing");
        Spec.Given(Applied).When(new RejectHostUnit("", "reviewer-1", Today)).ThenRejected("reason.missing");
    }

    [Fact]
    public void GivenReturned_WhenResubmit_ThenTheClockBeginsAnewAndTheNewSubmitterIsRemembered()
    {
        var again = Review with { SubmittedOn = new(2023, 8, 10), DueOn = new(2023, 8, 17) };
        var resubmitted = new HostUnitResubmitted(UnitId, "长沙示例有限公司", "unit-2", again);
        Spec.Given(Applied, Returned).When(new ResubmitHostUnit("长沙示例有限公司", "unit-2", again)).Then(resubmitted);
        Spec.Given(Applied, Returned, resubmitted).When(new ApproveHostUnit("unit-2", Today)).ThenRejected("four_eyes.same_person");
        Spec.Given(Applied, Returned, resubmitted).When(new ApproveHostUnit("reviewer-1", Today))
            .ThenState(state => state.ShouldBeOfType<HostUnitState.Approved>().File.Review.ShouldBe(again));
    }

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBe<HostUnit, HostUnitState, HostUnitCommand, HostUnitEvent>(
        [
            new ApplyAsHostUnit(Unit),
            new ReturnHostUnit("更正", "reviewer-1", Today),
            new ResubmitHostUnit("长沙示例有限公司", "unit-1", Review),
            new ApproveHostUnit("reviewer-1", Today),
            new RejectHostUnit("不符", "reviewer-1", Today),
        ],
        new Dictionary<string, IReadOnlyList<HostUnitEvent>>
        {
            ["not applied"] = [],
            ["submitted"] = [Applied],
            ["returned"] = [Applied, Returned],
            ["approved"] = [Applied, Approved],
            ["rejected"] = [Applied, Rejected],
        },
        """
        not applied + ApplyAsHostUnit = HostUnitApplied
        not applied + ReturnHostUnit = host_unit.not_submitted
        not applied + ResubmitHostUnit = host_unit.not_submitted
        not applied + ApproveHostUnit = host_unit.not_submitted
        not applied + RejectHostUnit = host_unit.not_submitted
        submitted + ApplyAsHostUnit = host_unit.already_submitted
        submitted + ReturnHostUnit = HostUnitReturned
        submitted + ResubmitHostUnit = host_unit.not_returned
        submitted + ApproveHostUnit = HostUnitApproved
        submitted + RejectHostUnit = HostUnitRejected
        returned + ApplyAsHostUnit = host_unit.already_submitted
        returned + ReturnHostUnit = -
        returned + ResubmitHostUnit = HostUnitResubmitted
        returned + ApproveHostUnit = host_unit.not_under_review
        returned + RejectHostUnit = host_unit.not_under_review
        approved + ApplyAsHostUnit = host_unit.already_submitted
        approved + ReturnHostUnit = host_unit.not_under_review
        approved + ResubmitHostUnit = host_unit.not_returned
        approved + ApproveHostUnit = -
        approved + RejectHostUnit = host_unit.not_under_review
        rejected + ApplyAsHostUnit = host_unit.already_submitted
        rejected + ReturnHostUnit = host_unit.not_under_review
        rejected + ResubmitHostUnit = host_unit.not_returned
        rejected + ApproveHostUnit = host_unit.not_under_review
        rejected + RejectHostUnit = -
        """);
}
