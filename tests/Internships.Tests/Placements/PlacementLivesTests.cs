using FsCheck;
using FsCheck.Fluent;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Policy;
using static YouthPlatform.Internships.Tests.Samples;

namespace YouthPlatform.Internships.Tests.Placements;

/// <summary>Whatever happens to a placement in whatever order, its state stays sound and its months are what a naive count says.</summary>
public sealed class PlacementLivesTests
{
    private static readonly DateOnly LastDay = new(2024, 12, 31);

    [Fact]
    public void RandomLivesNeverBreakTheStateMachine() => Prop.ForAll(
        Lives.ToArbitrary(),
        life =>
        {
            var (state, events) = Live(life);
            Sound(state);
            events.Aggregate(Placement.Initial, Placement.Evolve).ShouldBeEquivalentTo(state);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void MonthsAreThoseOfANaiveCount() => Prop.ForAll(
        Gen.Two(Gen.Choose(0, 800)).ToArbitrary(),
        days =>
        {
            var start = new DateOnly(2023, 7, 25).AddDays(days.Item1);
            var last = start.AddDays(days.Item2 % 370);
            var months = InternshipMonths.Of(start, last);
            months.Sum(month => month.Days).ShouldBe(last.DayNumber - start.DayNumber + 1);
            months.Count(month => month.IsFull).ShouldBe(FullMonths(start, last));
            months.Select(month => month.Month).Distinct().Count().ShouldBe(months.Count);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    // H9 §二(四), §三(三): the calendar of 2023 has 20 working days from 25 September to 23 October, two of them worked weekends.
    [Fact]
    public void WorkingDaysCountMakeUpDays()
    {
        var calendar = WorkingCalendar.Load(System.IO.Path.Combine(YouthPlatform.Testing.Repository.Root, "seeds", "calendars"));
        calendar.WorkingDaysBetween(new(2023, 9, 24), new(2023, 10, 23)).ShouldBe(17);
    }

    /// <summary>Counts month by month, a day at a time.</summary>
    private static int FullMonths(DateOnly start, DateOnly last)
    {
        var count = 0;
        while (true)
        {
            var target = new DateOnly(start.Year, start.Month, 1).AddMonths(count + 1);
            var daysInMonth = DateTime.DaysInMonth(target.Year, target.Month);
            var end = start.Day <= daysInMonth ? target.AddDays(start.Day - 2) : target.AddDays(daysInMonth - 1);
            if (end > last)
            {
                return count;
            }

            count++;
        }
    }

    private static Gen<int[]> Lives => Gen.Choose(0, 1_000_000).ArrayOf(40);

    private static (PlacementState State, List<PlacementEvent> Events) Live(int[] life)
    {
        var state = Placement.Initial;
        List<PlacementEvent> events = [];
        var today = Today;
        foreach (var draw in life)
        {
            today = today.AddDays(draw % 23);
            try
            {
                var decided = Placement.Decide(Command(draw / 23, state, today), state);
                state = decided.Aggregate(state, Placement.Evolve);
                events.AddRange(decided);
            }
            catch (RuleViolation)
            {
                // What is refused changes nothing.
            }
        }

        return (state, events);
    }

    private static PlacementCommand Command(int draw, PlacementState state, DateOnly today)
    {
        var newest = state switch
        {
            PlacementState.Arranged s => s.Arrangement.Newest.Agreement,
            PlacementState.Begun s => s.Arrangement.Newest.Agreement,
            _ => Agreement with { StartsOn = today, EndsOn = PlacementTerms.LastDay(today, 6) },
        };
        var month = state is PlacementState.Begun begun ? begun.InternshipMonths()[draw % begun.InternshipMonths().Count] : FirstMonth;
        var contract = new EmploymentContract(today, today, null, today);
        return (draw % 16) switch
        {
            0 => new ArrangePlacement(newest, Limits, null, "unit-1", today),
            1 => new ReviseAgreement(null, 3 + (draw % 11), null, Allowance, Limits, null, "unit-1", today),
            2 => new SignAgreement(Signature(Party.Unit, newest), today),
            3 => new SignAgreement(Signature(Party.Intern, newest), today),
            4 => new AssignMentor(TheMentor with { MentorId = Id(100 + (draw % 3)) }, today, "调离"),
            5 => new RegisterInsurance(new Insurance($"PA-{draw % 5}", newest.StartsOn, newest.EndsOn)),
            6 or 7 => new StartInternship(today),
            8 => new ReportAttendance(month, new(draw % 32, 21), "unit-1", today),
            9 => new CorrectAttendance(month, new(draw % 32, 21), "漏记", "unit-1", today),
            10 => new RecordAllowance(month.Month, new($"A-{draw % 9}", Allowance, "bank_card", today), ["bank_card"], "unit-1", today),
            11 => new CompleteInternship(today),
            12 => draw % 7 == 0 ? new EndInternshipEarly(today, "personal", EndReasons, "unit-1", today) : new CompleteInternship(today),
            13 => draw % 5 == 0 ? new HireEarly(contract, EarlyHireMonths, HireRules, today) : new RetainIntern(contract, HireRules, today),
            14 => new EndEmployment(today, today),
            _ => draw % 11 == 0 ? new CancelPlacement("放弃", today) : new RequestFollowUp("clerk-1", today, 30),
        };
    }

    private static void Sound(PlacementState state)
    {
        if (state is not PlacementState.Begun internship)
        {
            return;
        }

        var agreement = internship.Arrangement.Agreement;
        internship.Arrangement.Signed.IsComplete.ShouldBeTrue();
        internship.Arrangement.Signed.UnitSignature!.ContentHash.ShouldBe(agreement.ContentHash());
        internship.Arrangement.Insurance.Covers(agreement.StartsOn, agreement.EndsOn).ShouldBeTrue();
        internship.Arrangement.Mentor.ShouldNotBeNull();
        agreement.Months.ShouldBeInRange(Limits.LeastMonths, Limits.MostMonths);
        internship.LastDay.ShouldBeInRange(agreement.StartsOn, LastDay.AddYears(2));
        internship.LastDay.ShouldBeLessThanOrEqualTo(agreement.EndsOn);
        var references = internship.Months.ByMonth.SelectMany(record => record.Value.Payments.Select(payment => payment.Reference)).ToList();
        references.Distinct().Count().ShouldBe(references.Count);
    }
}
