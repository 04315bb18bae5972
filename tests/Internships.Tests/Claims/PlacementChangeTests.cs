using YouthPlatform.EventStore;
using YouthPlatform.Internships.Claims;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Policy;
using static YouthPlatform.Internships.Tests.MoneySamples;
using static YouthPlatform.Internships.Tests.Samples;

namespace YouthPlatform.Internships.Tests.Claims;

/// <summary>What a change of a placement means for its claimed months (H9 §四(二)). 80 % of the first month's 23 working days are 18.4.</summary>
public sealed class PlacementChangeTests
{
    private static readonly DateOnly Later = new(2023, 9, 20);
    private static readonly ClaimLine Claimed = Line with { PlacementId = PlacementId };
    private static readonly EntitlementGranted Granted = new(TheEntitlement, BaseRate, "approver-1", Later);
    private static readonly PlacementEvent[] Reported =
    [
        .. ReadyPlacement(),
        Started(),
        new AttendanceReported(PlacementId, PersonId, UnitId, Furong, FirstMonth, new(22, 23), "unit-1", FirstMonth.To),
        new AllowancePaid(PlacementId, PersonId, UnitId, Furong, FirstMonth.Month, Payment, "unit-1", FirstMonth.To),
    ];

    [Theory]
    [InlineData(19, null)]
    [InlineData(18, "0.00")]
    public void AttendanceBelowTheShareTakesTheMonthAway(int daysPresent, string? owed) =>
        OwedAfter(Correct(daysPresent), Reported, Granted).ShouldBe(owed);

    [Fact]
    public void AttendanceThatReachesTheShareAgainBringsTheMonthBack()
    {
        PlacementEvent[] lowered = [.. Reported, new AttendanceCorrected(PlacementId, PersonId, UnitId, Furong, FirstMonth, new(10, 23), "漏记", "unit-1", Later)];
        var corrected = new EntitlementCorrected(TheEntitlement, BaseRate, Money.Of(300), "更正", "unit-1", "approver-2", Later);
        OwedAfter(Correct(21), lowered, Granted, corrected).ShouldBe("1500.00");
        OwedAfter(Correct(9), lowered, Granted, corrected).ShouldBeNull();
    }

    // What an inspection or an official set lower stays so: a change takes away at most, unless the month falls due again.
    [Fact]
    public void ALowerAmountThatWasSetBeforeIsNotRaisedByALoss()
    {
        var corrected = new EntitlementCorrected(TheEntitlement, BaseRate, Money.Zero, "检查追回", "reviewer-1", "approver-2", Later);
        OwedAfter(Correct(5), Reported, Granted, corrected).ShouldBeNull();
    }

    [Fact]
    public void AnAllowanceThatTheBankReturnedTakesTheMonthAway() =>
        OwedAfter(new ReturnAllowance(Payment.Reference, Later, "账号有误", "unit-1", Later), Reported, Granted).ShouldBe("0.00");

    [Fact]
    public void AnEndThatWasToldLateTakesTheMonthAway()
    {
        OwedAfter(EndOn(new(2023, 9, 5)), Reported, Granted).ShouldBe("0.00");
        OwedAfter(EndOn(FirstMonth.To), Reported, Granted).ShouldBeNull();
    }

    [Fact]
    public void ACheckThatWasPassedOverAtTheClaimStaysSo()
    {
        var overridden = Claimed with { Checks = [.. Claimed.Checks, PassedCheck with { Name = "attendance.sufficient", Passed = false }] };
        var change = Change(Correct(5), Reported);
        change.Corrections(overridden, Fold([Granted])).ShouldBeEmpty();
    }

    [Fact]
    public void TheDifferenceOnTopOfAMonthGoesWithIt()
    {
        var difference = Claimed with { Kind = SubsidyKinds.Difference, Amount = Money.Of(816) };
        var proposed = Change(Correct(5), Reported).Corrections(difference, Fold([Granted with { Amount = Money.Of(816) }]));
        proposed.ShouldHaveSingleItem().ShouldBeOfType<ProposeCorrection>().Owed.ShouldBe(Money.Zero);
    }

    [Fact]
    public void AMonthThatIsBeingPaidKeepsItsAttendance()
    {
        EntitlementEvent[] scheduled = [Granted, new PaymentScheduled(TheEntitlement.EntitlementId, RunId, PaymentId, 1, 1, BaseRate, Money.Zero)];
        var refused = Should.Throw<RuleViolation>(() => Change(Correct(21), Reported).Corrections(Claimed, Fold(scheduled)).ToList());
        refused.Code.ShouldBe("attendance.frozen");
        refused.Message.ShouldContain("待该批次驳回或银行回执登记后方可更正考勤");
        Change(Correct(21), Reported).Corrections(Claimed with { Month = new(2023, 10) }, Fold(scheduled)).ShouldBeEmpty();
    }

    [Fact]
    public void WhatAClaimIsDecidedOnIsNotChangedUnderIt()
    {
        var claim = new ClaimState.Proposed(TheClaim with { Lines = [Claimed] }, [], [1]);
        Should.Throw<RuleViolation>(() => Change(Correct(5), Reported).RequireUntouched(claim)).Code.ShouldBe("claim.under_review");
        Should.NotThrow(() => Change(Correct(20), Reported).RequireUntouched(claim));
        Should.NotThrow(() => Change(Correct(5), Reported).RequireUntouched(claim with { Held = [] }));
    }

    private static string? OwedAfter(PlacementCommand command, PlacementEvent[] placement, params EntitlementEvent[] entitlement)
    {
        var proposed = Change(command, placement).Corrections(Claimed, Fold(entitlement)).Cast<ProposeCorrection>().SingleOrDefault();
        proposed?.Checks.ShouldContain(check => !check.Passed || proposed.Owed > Money.Zero);
        return proposed?.Owed.ToString();
    }

    private static PlacementChange Change(PlacementCommand command, PlacementEvent[] placement)
    {
        var before = new Aggregate<Placement, PlacementState, PlacementCommand, PlacementEvent>(
            Placement.Stream(PlacementId), placement.Length, placement.Aggregate(Placement.Initial, Placement.Evolve));
        return new(before.State, before.Decide(command), Packs.Line(Furong, Later), date => Packs.MonthlyRate(Furong, date), "更正", "unit-1", Later);
    }

    private static EntitlementState Fold(IEnumerable<EntitlementEvent> events) => events.Aggregate(Entitlement.Initial, Entitlement.Evolve);

    private static CorrectAttendance Correct(int daysPresent) => new(FirstMonth, new(daysPresent, 23), "漏记", "unit-1", Later);

    private static EndInternshipEarly EndOn(DateOnly day) => new(day, "personal", EndReasons, "unit-1", Later);
}
