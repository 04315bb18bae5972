using YouthPlatform.Internships.Placements;
using static YouthPlatform.Internships.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Internships.Placements.Placement,
    YouthPlatform.Internships.Placements.PlacementState,
    YouthPlatform.Internships.Placements.PlacementCommand,
    YouthPlatform.Internships.Placements.PlacementEvent>;

namespace YouthPlatform.Internships.Tests.Placements;

/// <summary>How internships end and what follows (H9 §二(六), §三(一)).</summary>
public sealed class EndTests
{
    private static readonly DateOnly Later = new(2024, 4, 1);
    private static readonly InternshipCompleted Completed = new(PlacementId, PersonId, UnitId, Furong, Agreement.EndsOn);
    private static readonly PlacementEvent[] Running = [.. ReadyPlacement(), Started()];
    private static readonly PlacementEvent[] Over = [.. Running, Completed];

    [Fact]
    public void GivenRunning_WhenCompletedOnTheLastDay_ThenCompleted()
    {
        Spec.Given(Running).When(new CompleteInternship(Agreement.EndsOn)).Then(Completed);
        Spec.Given(Running).When(new CompleteInternship(Agreement.EndsOn.AddDays(-1))).ThenRejected("placement.not_over");
    }

    [Fact]
    public void GivenRunning_WhenEndedEarly_ThenTheDayLiesWithinTheInternshipAndNotAhead()
    {
        var today = new DateOnly(2023, 10, 2);
        var ended = new InternshipEndedEarly(PlacementId, PersonId, UnitId, Furong, new(2023, 10, 1), "employed_elsewhere", "unit-1");
        Spec.Given(Running).When(EndEarly(new(2023, 10, 1), today)).Then(ended);
        Spec.Given(Running).When(EndEarly(today.AddDays(1), today)).ThenRejected("placement.end_date_invalid");
        Spec.Given(Running).When(EndEarly(Agreement.StartsOn.AddDays(-1), today)).ThenRejected("placement.end_date_invalid");
        Spec.Given(Running).When(EndEarly(Agreement.EndsOn, Agreement.EndsOn)).ThenRejected("placement.end_date_invalid");
        Spec.Given(Running).When(EndEarly(new(2023, 10, 1), today, "bored")).ThenRejected("placement.end_reason_unknown");
        Spec.Given([.. Running, ended]).When(EndEarly(new(2023, 10, 1), today)).ThenNothing();
    }

    // H9 §二(六): follow-up help for those who were not kept; not for those who have found something else.
    [Fact]
    public void GivenRunning_WhenEndedEarlyWithNothingElse_ThenFollowUpIsRequested()
    {
        var day = new DateOnly(2023, 10, 1);
        Spec.Given(Running).When(EndEarly(day, day, "personal")).Then(
            new InternshipEndedEarly(PlacementId, PersonId, UnitId, Furong, day, "personal", "unit-1"),
            new FollowUpRequested(PlacementId, PersonId, UnitId, Furong, day, "unit-1", day));
    }

    // H9 §三(一): a contract of one year or more, signed before the end, with social insurance.
    [Theory]
    [InlineData("2024-12-30", false)]
    [InlineData("2024-12-31", true)]
    [InlineData(null, true)]
    public void GivenRunning_WhenHiredEarly_ThenTheContractsDurationIsChecked(string? to, bool oneYear)
    {
        var contract = new EmploymentContract(new(2023, 12, 29), new(2024, 1, 1), to is null ? null : DateOnly.ParseExact(to, "yyyy-MM-dd"), new(2024, 1, 1));
        var hired = (InternHiredEarly)Spec.Given(Running).When(Hire(contract)).Events.ShouldHaveSingleItem();
        hired.EndedOn.ShouldBe(new DateOnly(2023, 12, 31));
        hired.Checks.Select(check => (check.Name, check.Passed)).ShouldBe(
            [("early_hire.contract_months", oneYear), ("employment.insured_in_time", true)]);
    }

    // From 1 March of a leap year a contract of twelve months lasts to the last day of February.
    [Fact]
    public void AYearFromTheDayAfterALeapDay()
    {
        var year = new EmploymentContract(new(2024, 2, 6), new(2024, 2, 29), new(2025, 2, 27), new(2024, 3, 1));
        year.LastsMonths(12).ShouldBeTrue();
        (year with { To = new(2025, 2, 26) }).LastsMonths(12).ShouldBeFalse();
    }

    [Fact]
    public void GivenRunning_WhenHiredOnOtherDays_ThenRejected()
    {
        var contract = new EmploymentContract(new(2023, 12, 29), new(2024, 1, 1), null, new(2024, 1, 1));
        Spec.Given(Running).When(Hire(contract with { From = Agreement.EndsOn.AddDays(1) })).ThenRejected("hire.after_end");
        Spec.Given(Running).When(Hire(contract with { SignedOn = Agreement.EndsOn.AddDays(1) })).ThenRejected("hire.after_end");
        Spec.Given(Running).When(Hire(contract with { From = Agreement.StartsOn })).ThenRejected("hire.contract_dates_invalid");
        Spec.Given(Running).When(Hire(contract with { To = new(2023, 12, 31) })).ThenRejected("hire.contract_dates_invalid");
        Spec.Given(Running).When(Hire(contract with { InsuredFrom = Later.AddDays(1) })).ThenRejected("hire.not_yet");
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void InsuranceIsDueWithinThirtyDaysOfTheContract(int days, bool inTime)
    {
        var contract = new EmploymentContract(new(2023, 12, 29), new(2024, 1, 1), null, new DateOnly(2024, 1, 1).AddDays(days));
        var hired = (InternHiredEarly)Spec.Given(Running).When(Hire(contract)).Events.ShouldHaveSingleItem();
        hired.Checks.Single(check => check.Name == "employment.insured_in_time").Passed.ShouldBe(inTime);
    }

    // Retained: signed up to 30 days after the end, 2024-03-07 in a leap year.
    [Fact]
    public void GivenCompleted_WhenTheContractIsSignedWithinThirtyDays_ThenRetained()
    {
        var last = Contract with { SignedOn = new(2024, 3, 7), From = new(2024, 3, 8), InsuredFrom = new(2024, 3, 8) };
        var retained = (InternRetained)Spec.Given(Over).When(Retain(last)).Events.ShouldHaveSingleItem();
        retained.Checks.ShouldAllBe(check => check.Passed);
        Spec.Given(Over).When(Retain(last with { SignedOn = new(2024, 3, 8) })).ThenRejected("retention.signed_late");
        Spec.Given([.. Over, retained]).When(Retain(last)).ThenNothing();
        Spec.Given([.. Over, retained]).When(Retain(Contract)).ThenRejected("placement.ended");
    }

    [Fact]
    public void GivenRetained_WhenThePersonLeaves_ThenOnceAndNotAhead()
    {
        var retained = new InternRetained(PlacementId, PersonId, UnitId, Furong, Agreement.EndsOn, Contract, []);
        var left = new EmploymentEnded(PlacementId, PersonId, UnitId, Furong, new(2024, 3, 1));
        Spec.Given([.. Over, retained]).When(new EndEmployment(left.LeftOn, Later)).Then(left);
        Spec.Given([.. Over, retained]).When(new EndEmployment(Contract.From.AddDays(-1), Later)).ThenRejected("placement.left_date_invalid");
        Spec.Given([.. Over, retained]).When(new EndEmployment(Later.AddDays(1), Later)).ThenRejected("placement.left_date_invalid");
        Spec.Given([.. Over, retained, left]).When(new EndEmployment(left.LeftOn, Later)).ThenNothing();
        Spec.Given([.. Over, retained, left]).When(new EndEmployment(Later, Later)).ThenRejected("placement.already_left");
    }

    // H9 §二(六): the unit may employ for 30 days; it can say before that it will not, an official waits.
    [Fact]
    public void GivenCompleted_WhenFollowUpIsRequested_ThenAnOfficialWaitsForTheUnitsTime()
    {
        var until = Agreement.EndsOn.AddDays(30);
        Spec.Given(Over).When(new RequestFollowUp("clerk-1", until, 30)).ThenRejected("follow_up.too_early");
        Spec.Given(Over).When(new RequestFollowUp("clerk-1", until.AddDays(1), 30))
            .Then(new FollowUpRequested(PlacementId, PersonId, UnitId, Furong, Agreement.EndsOn, "clerk-1", until.AddDays(1)));
        var early = new FollowUpRequested(PlacementId, PersonId, UnitId, Furong, Agreement.EndsOn, "unit-1", Agreement.EndsOn);
        Spec.Given(Over).When(new RequestFollowUp("unit-1", Agreement.EndsOn, 0)).Then(early);
        Spec.Given([.. Over, early]).When(new RequestFollowUp("clerk-1", until, 30)).ThenNothing();
        Spec.Given([.. Over, early]).When(Retain(Contract)).Events.ShouldHaveSingleItem().ShouldBeOfType<InternRetained>();
    }

    private static EndInternshipEarly EndEarly(DateOnly endedOn, DateOnly today, string reason = "employed_elsewhere") =>
        new(endedOn, reason, EndReasons, "unit-1", today);

    private static HireEarly Hire(EmploymentContract contract) => new(contract, EarlyHireMonths, HireRules, Later);

    private static RetainIntern Retain(EmploymentContract contract) => new(contract, HireRules, Later);
}
