using YouthPlatform.Entrepreneurship.FirstFirms;
using YouthPlatform.Policy;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.Entrepreneurship.Tests.LoanSamples;
using static YouthPlatform.Entrepreneurship.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Entrepreneurship.FirstFirms.FirstFirm,
    YouthPlatform.Entrepreneurship.FirstFirms.FirstFirmState,
    YouthPlatform.Entrepreneurship.FirstFirms.FirstFirmCommand,
    YouthPlatform.Entrepreneurship.FirstFirms.FirstFirmEvent>;

namespace YouthPlatform.Entrepreneurship.Tests.Services;

/// <summary>The one-off subsidy for a first firm (H32 §二(三)7).</summary>
public sealed class FirstFirmTests
{
    private static readonly FirstFirmEvent Applied = new FirstFirmApplied(Firm, Money.Of(5_000), [Passed], Leader, Later);
    private static readonly FirstFirmEvent Confirmed = new FirstFirmConfirmed(Id(32), "无在先登记", "reviewer-1", Later);

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBe<FirstFirm, FirstFirmState, FirstFirmCommand, FirstFirmEvent>(
        [
            new ApplyForFirstFirm(Firm, FirmRules, Leader, Later),
            new ConfirmFirstFirm("无在先登记", "reviewer-1", Later),
            new ApproveFirstFirm(Approver, Later),
            new RejectFirstFirm("有在先登记", "reviewer-1", Later),
        ],
        new Dictionary<string, IReadOnlyList<FirstFirmEvent>>
        {
            ["none"] = [],
            ["applied"] = [Applied],
            ["confirmed"] = [Applied, Confirmed],
            ["approved"] = [Applied, Confirmed, new FirstFirmApproved(Firm, Money.Of(5_000), Approver, Later)],
            ["rejected"] = [Applied, new FirstFirmRejected(Id(32), Id(2), Firm.FirmCode, "x", "reviewer-1", Later)],
        },
        """
        none + ApplyForFirstFirm = FirstFirmApplied
        none + ConfirmFirstFirm = first_firm.not_found
        none + ApproveFirstFirm = first_firm.not_found
        none + RejectFirstFirm = first_firm.not_found
        applied + ApplyForFirstFirm = first_firm.already_applied
        applied + ConfirmFirstFirm = FirstFirmConfirmed
        applied + ApproveFirstFirm = first_firm.not_confirmed
        applied + RejectFirstFirm = FirstFirmRejected
        confirmed + ApplyForFirstFirm = first_firm.already_applied
        confirmed + ConfirmFirstFirm = -
        confirmed + ApproveFirstFirm = FirstFirmApproved
        confirmed + RejectFirstFirm = FirstFirmRejected
        approved + ApplyForFirstFirm = first_firm.already_applied
        approved + ConfirmFirstFirm = first_firm.already_decided
        approved + ApproveFirstFirm = -
        approved + RejectFirstFirm = first_firm.already_decided
        rejected + ApplyForFirstFirm = first_firm.already_applied
        rejected + ConfirmFirstFirm = first_firm.already_decided
        rejected + ApproveFirstFirm = first_firm.already_decided
        rejected + RejectFirstFirm = -
        """);

    [Theory]
    [InlineData("2022-12-01", "2022-06-30", true, null)]
    [InlineData("2022-12-02", "2022-06-30", true, "first_firm.months_in_business")]
    [InlineData("2022-06-30", "2017-06-30", true, null)]
    [InlineData("2022-07-01", "2017-06-30", true, "first_firm.within_graduate_years")]
    [InlineData("2022-09-01", null, true, null)]
    [InlineData("2022-09-01", null, false, "first_firm.is_first")]
    public void FirmsAreHeldToTheirChecks(string registeredOn, string? leftSchoolOn, bool isFirst, string? failed)
    {
        var file = Firm with { RegisteredOn = DateOnly.Parse(registeredOn), LeftSchoolOn = leftSchoolOn is null ? null : DateOnly.Parse(leftSchoolOn), IsFirst = isFirst };
        var outcome = Spec.Given().When(new ApplyForFirstFirm(file, FirmRules, Leader, Later));
        if (failed is null)
        {
            outcome.Events.ShouldHaveSingleItem();
        }
        else
        {
            outcome.Violation.Detail.ShouldContain(failed);
        }
    }

    [Fact]
    public void WhoConfirmedDoesNotApprove() =>
        Spec.Given(Applied, Confirmed).When(new ApproveFirstFirm("reviewer-1", Later)).ThenRejected("four_eyes.same_person");
}
