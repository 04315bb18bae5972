using YouthPlatform.GraduateTracking.Subsidies;
using YouthPlatform.Policy;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;
using static YouthPlatform.GraduateTracking.Tests.Examples.SubsidyExamples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.GraduateTracking.Subsidies.Subsidy,
    YouthPlatform.GraduateTracking.Subsidies.SubsidyState,
    YouthPlatform.GraduateTracking.Subsidies.SubsidyCommand,
    YouthPlatform.GraduateTracking.Subsidies.SubsidyEvent>;

namespace YouthPlatform.GraduateTracking.Tests.Subsidies;

/// <summary>Subsidies without an application: H32 §二(一)2.</summary>
public sealed class SubsidyTests
{
    private static readonly SubsidyFile NotEntitled = TheFile with { Checks = [TheFile.Checks[0] with { Passed = false }] };
    private static readonly SubsidyFound Found = new(TheFile, Day);
    private static readonly SubsidyFound MonthlyFound = new(Monthly, Day);
    private static readonly OfferSubsidy Offer = new(new(30, AmountRule, "days"), "clerk-1", Day);
    private static readonly SubsidyOffered Offered = new(OtherId, PersonId, TheFile.Slots, Day.AddDays(30), "clerk-1", Day, AmountRule);
    private static readonly SubsidyAccepted Accepted = new(OtherId, "unit-1", Day);
    private static readonly ApproveSubsidy Approve = new(null, "approver-1", Day);
    private static readonly SubsidyApproved Approved = new(OtherId, null, TheFile.Amount, "approver-1", Day);
    private static readonly InsuranceEnded Ended = new(OtherId, new(2023, 8, 30), Day);

    [Fact]
    public void WhatIsFoundIsKeptWithItsChecksWhetherTheyPassedOrNot()
    {
        Spec.Given().When(new FindSubsidy(NotEntitled, Day)).Then(new SubsidyFound(NotEntitled, Day));
        Spec.Given(Found).When(new FindSubsidy(TheFile, Day.AddDays(30))).ThenNothing();
        Spec.Given(new SubsidyFound(NotEntitled, Day)).When(new FindSubsidy(TheFile, Day)).Then(new SubsidyReassessed(TheFile, Day));
        Spec.Given(Found, Offered).When(new FindSubsidy(NotEntitled, Day)).ThenNothing();
    }

    [Fact]
    public void OnlyWhoPassedAllChecksAndIsStillInsuredIsOfferedIt()
    {
        Spec.Given(Found).When(Offer).Then(Offered);
        var refused = Spec.Given(new SubsidyFound(NotEntitled, Day)).When(Offer);
        refused.ThenRejected("subsidy.not_entitled");
        refused.Violation.Detail.ShouldContain("recent_graduate.within_two_years");
        Spec.Given(Found, Ended).When(Offer).ThenRejected("subsidy.insurance_ended");
    }

    [Theory]
    [InlineData(30, null)]
    [InlineData(31, "subsidy.offer_expired")]
    public void AnOfferIsAnsweredInTime(int days, string? code)
    {
        var outcome = Spec.Given(Found, Offered).When(new AcceptSubsidy("unit-1", Day.AddDays(days)));
        if (code is null)
        {
            outcome.Then(Accepted with { AcceptedOn = Day.AddDays(days) });
        }
        else
        {
            outcome.ThenRejected(code);
        }
    }

    [Fact]
    public void AnOfferThatNobodyAnsweredLapsesAndCanBeMadeAgain()
    {
        var again = Offer with { Today = Day.AddDays(31) };
        Spec.Given(Found, Offered).When(Offer with { Today = Day.AddDays(30) }).ThenRejected("subsidy.step_not_open");
        Spec.Given(Found, Offered).When(again).Then(
            new SubsidyOfferLapsed(OtherId, PersonId, TheFile.Slots, Day.AddDays(31)),
            Offered with { AnswerBy = Day.AddDays(61), OfferedOn = Day.AddDays(31) });
    }

    [Fact]
    public void WhoOfferedOrAcceptedItDoesNotApproveIt()
    {
        Spec.Given(Found, Offered, Accepted).When(Approve).Then(Approved);
        Spec.Given(Found, Offered, Accepted).When(Approve with { Actor = "clerk-1" }).ThenRejected("four_eyes.same_person");
        Spec.Given(Found, Offered, Accepted).When(Approve with { Actor = "unit-1" }).ThenRejected("four_eyes.same_person");
        Spec.Given(Found, Offered, Accepted).When(new RejectSubsidy("不实", "clerk-1", Day)).ThenRejected("four_eyes.same_person");
        Spec.Given(Found, Offered, Accepted, Approved).When(Approve).ThenNothing();
        Spec.Given(Found, Offered, Accepted, Ended).When(Approve).ThenRejected("subsidy.insurance_ended");
        Spec.Given(Found, Offered, Accepted).When(Approve with { Month = new(2023, 7) }).ThenRejected("subsidy.not_monthly");
    }

    [Theory]
    [InlineData("2023-07", "2023-08-01", null)]
    [InlineData("2023-07", "2023-07-31", "subsidy.month_not_over")]
    [InlineData("2023-06", "2023-09-01", "subsidy.month_not_insured")]
    [InlineData("2023-08", "2023-09-01", "subsidy.month_not_insured")]
    public void AMonthIsPaidWhenItIsOverAndWasInsured(string month, string today, string? code)
    {
        // The last insured day is 2023-08-30, so August is not a full month.
        var outcome = Spec.Given(MonthlyFound, Offered, Accepted, Ended)
            .When(Approve with { Month = YearMonth.Parse(month), Today = DateOnly.ParseExact(today, "yyyy-MM-dd") });
        if (code is null)
        {
            outcome.Events.ShouldHaveSingleItem().ShouldBeOfType<SubsidyApproved>().Amount.ShouldBe(Money.Of(800));
        }
        else
        {
            outcome.ThenRejected(code);
        }
    }

    [Fact]
    public void AMonthlySubsidyIsPaidForSoManyMonthsAndEachMonthOnce()
    {
        var year = new DateOnly(2024, 1, 1);
        var (july, august) = (Approved with { Month = new(2023, 7) }, Approved with { Month = new(2023, 8) });
        Spec.Given(MonthlyFound, Offered, Accepted).When(Approve).ThenRejected("subsidy.month_missing");
        Spec.Given(MonthlyFound, Offered, Accepted, july).When(Approve with { Month = new(2023, 7), Today = year }).ThenNothing();
        Spec.Given(MonthlyFound, Offered, Accepted, july).When(Approve with { Month = new(2023, 8), Today = year })
            .Then(august with { Amount = Money.Of(800), ApprovedOn = year });
        Spec.Given(MonthlyFound, Offered, Accepted, july, august).When(Approve with { Month = new(2023, 9), Today = year })
            .ThenRejected("subsidy.months_used_up");
    }

    [Fact]
    public void ATrainingIsClaimedByWhoIsEntitled()
    {
        Spec.Given().When(new ClaimSubsidy(TheFile, "unit-1", Day)).Then(new SubsidyClaimed(TheFile, "unit-1", Day));
        Spec.Given().When(new ClaimSubsidy(NotEntitled, "unit-1", Day)).ThenRejected("subsidy.not_entitled");
        Spec.Given(new SubsidyClaimed(TheFile, "unit-1", Day)).When(new ClaimSubsidy(TheFile, "unit-1", Day)).ThenRejected("subsidy.already_claimed");
    }

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBeKept<Subsidy, SubsidyState, SubsidyCommand, SubsidyEvent>(
        "subsidy",
        [
            new FindSubsidy(TheFile, Day),
            new ClaimSubsidy(TheFile, "unit-1", Day),
            Offer,
            new AcceptSubsidy("unit-1", Day),
            new DeclineSubsidy("不需要", "unit-1", Day),
            Approve,
            new RejectSubsidy("材料不实", "approver-1", Day),
            new EndInsurance(new(2023, 8, 31), Day),
        ],
        new Dictionary<string, IReadOnlyList<SubsidyEvent>>
        {
            ["not found"] = [],
            ["found"] = [Found],
            ["offered"] = [Found, Offered],
            ["accepted"] = [Found, Offered, Accepted],
            ["declined"] = [Found, Offered, new SubsidyDeclined(OtherId, PersonId, TheFile.Slots, "不需要", "unit-1", Day)],
            ["approved"] = [Found, Offered, Accepted, Approved],
            ["rejected"] = [Found, Offered, Accepted, new SubsidyRejected(OtherId, PersonId, TheFile.Slots, "材料不实", "approver-1", Day)],
        });
}
