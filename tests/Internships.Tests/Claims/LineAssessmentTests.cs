using YouthPlatform.Internships.Claims;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Internships.Registers;
using YouthPlatform.Policy;
using static YouthPlatform.Internships.Tests.MoneySamples;
using static YouthPlatform.Internships.Tests.Samples;

namespace YouthPlatform.Internships.Tests.Claims;

/// <summary>The placement runs from 2023-08-07 to 2024-02-06, so its first subsidised month ends on 2023-09-06.</summary>
public sealed class LineAssessmentTests
{
    private static readonly YearMonth September = new(2023, 9);
    private static readonly Arrangement Ready = new(
        new(Agreement, Signature(Party.Unit), Signature(Party.Intern)), TheMentor, new InsuranceCover([TheInsurance]));

    private static readonly MonthRecords Paid = MonthRecords.None.With(September, new Attendance(20, 23)).With(September, Payment);
    private static readonly LineFacts Sound = new(
        new PlacementState.Running(Ready, Paid), September, Agreement.StartsOn, FoundFacts.Nothing, new(2023, 9, 6));

    [Fact]
    public void ASoundLineIsPayableAtTheRegionsRateAndKeepsItsRule()
    {
        var line = Assess(Sound);
        line.AllChecksPassed().ShouldBeTrue();
        (line.From, line.To).ShouldBe((new DateOnly(2023, 8, 7), new DateOnly(2023, 9, 6)));
        line.Amount.ShouldBe(BaseRate);
        line.Rate.Key.ShouldBe("internship.base_subsidy_monthly");
        line.Checks.Select(check => check.Name).ShouldBe(
        [
            "internship.started", "unit.approved_before", "month.is_over", "month.not_claimed_before", "months.within_limit", "placements.no_overlap",
            "insurance.covered", "allowance.paid", "attendance.sufficient", "person.not_insured", "person.not_unit_staff", "person.living",
            "person.not_erased", "account.not_shared",
        ]);
        line.Checks.ShouldAllBe(check => check.Facts.ContainsKey("source"));
    }

    [Fact]
    public void EveryCheckIsOnThePacksList()
    {
        var known = Packs.Line(Furong, Sound.Today).Checks.Value;
        var hired = new PlacementState.HiredEarly(Ready, Paid, new(2023, 9, 30), new(Contract, []));
        string[] names = [.. Assess(Sound).Checks.Concat(Assess(Sound with { Placement = hired, Month = new(2023, 10) }).Checks).Select(check => check.Name)];
        names.ShouldAllBe(name => known.Contains(name.Replace('.', '_')));
    }

    [Fact]
    public void AMonthIsClaimedWhenItIsOver() => FailedChecks(Sound with { Today = new(2023, 9, 5) }).ShouldBe(["month.is_over"]);

    // A subsidised month belongs to the calendar month in which it ends, so none belongs to August.
    [Fact]
    public void TheCalendarMonthOfTheStartHasNoSubsidisedMonth() =>
        FailedChecks(Sound with { Month = new(2023, 8) }).ShouldContain("month.is_over");

    [Fact]
    public void APartMonthAfterAnEarlyEndIsNotPaid()
    {
        var ended = Sound with { Placement = new PlacementState.EndedEarly(Ready, Paid, new(2023, 10, 1), "personal"), Today = new(2023, 11, 1) };
        FailedChecks(ended).ShouldBeEmpty();
        FailedChecks(ended with { Month = new(2023, 10) }).ShouldContain("month.is_over");
    }

    // Ghost interns: nobody was paid, or less than agreed (H9 §三(一), §四(二)).
    [Fact]
    public void TheAllowanceMustHaveBeenPaidInFull()
    {
        var attended = MonthRecords.None.With(September, new Attendance(20, 23));
        FailedChecks(With(attended)).ShouldBe(["allowance.paid"]);
        FailedChecks(With(attended.With(September, Payment with { Amount = Money.Of(1799.99m) }))).ShouldBe(["allowance.paid"]);
        FailedChecks(With(attended.With(September, Payment with { Amount = Money.Of(1000) }).With(September, Payment with { Reference = "A-2", Amount = Money.Of(800) })))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData(18, false)]
    [InlineData(19, true)]
    public void AttendanceReachesTheShareOfTheWorkingDays(int daysPresent, bool passes)
    {
        // 80 % of 23 days are 18.4.
        var failed = FailedChecks(With(Paid.With(September, new Attendance(daysPresent, 23))));
        failed.Contains("attendance.sufficient").ShouldBe(!passes);
    }

    [Fact]
    public void AttendanceAtExactlyTheShareIsEnough() => FailedChecks(With(Paid.With(September, new Attendance(16, 20)))).ShouldBeEmpty();

    [Fact]
    public void AMonthWithoutAttendanceIsAGap() =>
        FailedChecks(With(MonthRecords.None.With(September, Payment))).ShouldBe(["attendance.sufficient"]);

    [Fact]
    public void WhatIsFoundElsewhereFailsTheCheckOfItsName()
    {
        FailedChecks(Found(FoundFacts.Nothing with { ClaimedBy = Id(60) })).ShouldBe(["month.not_claimed_before"]);
        FailedChecks(Found(FoundFacts.Nothing with { MonthsClaimed = 12 })).ShouldBe(["months.within_limit"]);
        FailedChecks(Found(FoundFacts.Nothing with { MonthsClaimed = 11 })).ShouldBeEmpty();
        FailedChecks(Found(FoundFacts.Nothing with { Overlapping = 1 })).ShouldBe(["placements.no_overlap"]);
        FailedChecks(Found(FoundFacts.Nothing with { SharedAccounts = 1 })).ShouldBe(["account.not_shared"]);
        FailedChecks(Sound with { UnitApprovedOn = Agreement.StartsOn.AddDays(1) }).ShouldBe(["unit.approved_before"]);
    }

    [Theory]
    [InlineData(RegisterKinds.Insured, "person.not_insured")]
    [InlineData(RegisterKinds.UnitStaff, "person.not_unit_staff")]
    [InlineData(RegisterKinds.Deceased, "person.living")]
    [InlineData(RegisterKinds.Erased, "person.not_erased")]
    public void ARegisterFailsTheCheckOfItsKindAndIsNamed(string kind, string check)
    {
        var asOf = new Dictionary<string, DateOnly> { [kind] = new(2023, 9, 1) };
        var facts = Found(FoundFacts.Nothing with { Registered = [new(kind, null, new(2023, 9, 1), null)], RegistersAsOf = asOf });
        FailedChecks(facts).ShouldBe([check]);
        var failed = Assess(facts).Checks.Single(c => !c.Passed);
        failed.Facts["source"].ShouldBe($"register:{kind}");
        failed.Facts["asOf"].ShouldBe("2023-09-01");
    }

    [Fact]
    public void AnInternshipThatNeverStartedIsNotPayable()
    {
        FailedChecks(Sound with { Placement = new PlacementState.Arranged(Ready) }).ShouldContain("internship.started");
        FailedChecks(Sound with { Placement = new PlacementState.Cancelled(Ready, "放弃") }).ShouldContain("internship.started");
    }

    // H9 §三(一): a contract of a year or more lets the subsidy run on for the agreed months, until 2023-12-31.
    [Fact]
    public void AnEarlyHireKeepsTheSubsidyRunningUntilTheEndOfTheYear()
    {
        FailedChecks(Hired(new(2023, 12), null)).ShouldBeEmpty();
        FailedChecks(Hired(new(2024, 1), null)).ShouldBe(["early_hire.until"]);
        FailedChecks(Hired(new(2023, 12), leftOn: new(2023, 12, 5))).ShouldBe(["early_hire.still_employed"]);
        FailedChecks(Hired(new(2023, 12), leftOn: new(2023, 12, 6))).ShouldBeEmpty();
        Assess(Hired(new(2023, 12), null)).To.ShouldBe(new DateOnly(2023, 12, 6));
        FailedChecks(Hired(new(2024, 3), null)).ShouldContain("month.is_over");
    }

    [Fact]
    public void AnEarlyHireThatFailedACheckDoesNotKeepItRunning()
    {
        var contract = Contract with { From = new(2023, 10, 1), SignedOn = new(2023, 10, 1), InsuredFrom = new(2023, 10, 1) };
        var hired = new PlacementState.HiredEarly(Ready, Paid, new(2023, 9, 30), new(contract, [PassedCheck with { Name = "early_hire.contract_months", Passed = false }]));
        FailedChecks(Sound with { Placement = hired, Month = new(2023, 11), Today = new(2023, 12, 31) }).ShouldBe(["early_hire.contract_months"]);
    }

    private static LineFacts Hired(YearMonth month, DateOnly? leftOn)
    {
        var contract = Contract with { From = new(2023, 10, 1), SignedOn = new(2023, 10, 1), InsuredFrom = new(2023, 10, 1) };
        var hired = new PlacementState.HiredEarly(Ready, Paid, new(2023, 9, 30), new(contract, [PassedCheck], leftOn));
        return Sound with { Placement = hired, Month = month, Today = new(2024, 3, 31) };
    }

    private static LineFacts With(MonthRecords months) => Sound with { Placement = new PlacementState.Running(Ready, months) };

    private static LineFacts Found(FoundFacts found) => Sound with { Found = found };

    private static ClaimLine Assess(LineFacts facts) =>
        LineAssessment.Assess(1, facts, Packs.Line(Furong, facts.Today), date => Packs.MonthlyRate(Furong, date));

    private static IEnumerable<string> FailedChecks(LineFacts facts) =>
        Assess(facts).Checks.Where(check => !check.Passed).Select(check => check.Name);
}
