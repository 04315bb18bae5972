using YouthPlatform.Internships.Claims;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Policy;
using static YouthPlatform.Internships.Tests.Samples;

namespace YouthPlatform.Internships.Tests.Claims;

/// <summary>The placement runs from 2023-08-07 to 2024-02-06, so its first subsidised month ends on 2023-09-06.</summary>
public sealed class LineAssessmentTests
{
    private static readonly Arrangement Ready = new(
        new(Agreement, Signature(Party.Unit), Signature(Party.Intern)), TheMentor, new InsuranceCover([TheInsurance]));
    private static readonly LineFacts Sound = new(
        new PlacementState.Running(Ready, MonthRecords.None), new YearMonth(2023, 9), Allowance, null, _ => new Rule<Money>(BaseRate, RateRule, null), new(2023, 9, 6));

    [Fact]
    public void ASoundLineIsPayableAtTheRegionsRateAndKeepsItsRule()
    {
        var line = LineAssessment.Assess(1, Sound);
        line.AllChecksPassed().ShouldBeTrue();
        (line.From, line.To).ShouldBe((new DateOnly(2023, 8, 7), new DateOnly(2023, 9, 6)));
        line.Amount.ShouldBe(BaseRate);
        line.Rate.ShouldBe(RateRule);
        line.Checks.Select(check => check.Name).ShouldBe(
            ["internship.started", "month.ran_in_full", "insurance.covered", "allowance.paid", "month.not_claimed_before"]);
    }

    [Fact]
    public void TheRateIsThatOfTheMonthsLastDay()
    {
        DateOnly? asked = null;
        LineAssessment.Assess(1, Sound with
        {
            Rate = date =>
            {
                asked = date;
                return new Rule<Money>(BaseRate, RateRule, null);
            },
        });
        asked.ShouldBe(new DateOnly(2023, 9, 6));
    }

    [Fact]
    public void AMonthIsClaimedWhenItIsOver() => FailedChecks(Sound with { Today = new(2023, 9, 5) }).ShouldBe(["month.ran_in_full"]);

    // A subsidised month belongs to the calendar month in which it ends, so none belongs to August.
    [Fact]
    public void TheCalendarMonthOfTheStartHasNoSubsidisedMonth() =>
        FailedChecks(Sound with { Month = new YearMonth(2023, 8) }).ShouldBe(["month.ran_in_full", "insurance.covered"]);

    [Fact]
    public void APartMonthAfterAnEarlyEndIsNotPaid()
    {
        var endedOn = new DateOnly(2023, 10, 1);
        var ended = Sound with { Placement = new PlacementState.EndedEarly(Ready, MonthRecords.None, endedOn, "personal"), Today = new(2023, 11, 1) };
        FailedChecks(ended).ShouldBeEmpty();
        FailedChecks(ended with { Month = new YearMonth(2023, 10) }).ShouldBe(["month.ran_in_full", "insurance.covered"]);
    }

    [Fact]
    public void TheAllowanceMustHaveBeenPaidInFull() =>
        FailedChecks(Sound with { AllowancePaid = Money.Of(1799.99m) }).ShouldBe(["allowance.paid"]);

    [Fact]
    public void AMonthClaimedBeforeIsNotPayable() => FailedChecks(Sound with { ClaimedBy = Id(60) }).ShouldBe(["month.not_claimed_before"]);

    [Fact]
    public void AnInternshipThatNeverStartedIsNotPayable()
    {
        FailedChecks(Sound with { Placement = new PlacementState.Arranged(Ready) }).ShouldBe(["internship.started"]);
        FailedChecks(Sound with { Placement = new PlacementState.Cancelled(Ready, "放弃") }).ShouldBe(["internship.started"]);
    }

    private static IEnumerable<string> FailedChecks(LineFacts facts) =>
        LineAssessment.Assess(1, facts).Checks.Where(check => !check.Passed).Select(check => check.Name);
}
