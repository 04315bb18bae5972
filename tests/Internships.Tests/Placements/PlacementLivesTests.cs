using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Policy;
using YouthPlatform.Testing;
using static YouthPlatform.Internships.Tests.Samples;

namespace YouthPlatform.Internships.Tests.Placements;

/// <summary>Whatever happens to a placement in whatever order, its state stays sound and its months are what a naive count says.</summary>
public sealed class PlacementLivesTests
{
    private static readonly Type[] States =
    [
        typeof(PlacementState.NotArranged),
        typeof(PlacementState.Arranged),
        typeof(PlacementState.Cancelled),
        typeof(PlacementState.Running),
        typeof(PlacementState.Completed),
        typeof(PlacementState.EndedEarly),
        typeof(PlacementState.HiredEarly),
        typeof(PlacementState.Retained),
    ];

    [Fact]
    public void RandomLivesNeverBreakTheStateMachine()
    {
        HashSet<Type> reached = [];
        var lives = Prop.ForAll(
            Lives.ToArbitrary(),
            life =>
            {
                var (states, events) = Live(life);
                reached.UnionWith(states.Select(state => state.GetType()));
                states.ForEach(Sound);
                Shown(events.Select(Stored).Aggregate(Placement.Initial, Placement.Evolve)).ShouldBe(Shown(states[^1]));
            });
        RandomRuns.UntilReached(States, () =>
        {
            lives.Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
            return reached;
        });
        reached.ShouldBeSubsetOf(States);
    }

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

    private static Gen<int[]> Lives => Gen.Choose(0, 1_000_000).ArrayOf(120);

    private static (List<PlacementState> States, List<PlacementEvent> Events) Live(int[] life)
    {
        List<PlacementState> states = [Placement.Initial];
        List<PlacementEvent> events = [];
        var today = Today;
        foreach (var draw in life)
        {
            var state = states[^1];
            today = today.AddDays(state is PlacementState.Running ? draw % 23 : draw % 4);
            try
            {
                var decided = Placement.Decide(Command(draw / 23, state, today), state);
                states.Add(decided.Aggregate(state, Placement.Evolve));
                events.AddRange(decided);
            }
            catch (RuleViolation)
            {
                // What is refused changes nothing.
            }
        }

        return (states, events);
    }

    private static PlacementEvent Stored(PlacementEvent e) =>
        (PlacementEvent)StoredEvents.Types.Decode(StoredEvents.Types.NameOf(e), EventTypes.Encode(e));

    private static string Shown(PlacementState state) => state is PlacementState.NotArranged
        ? ""
        : JsonSerializer.Serialize(PlacementView.Of(state, DateOnly.MaxValue));

    private static PlacementCommand Command(int draw, PlacementState state, DateOnly today)
    {
        var newest = state switch
        {
            PlacementState.Arranged s => s.Arrangement.Newest.Agreement,
            PlacementState.Begun s => s.Arrangement.Newest.Agreement,
            _ => Agreement with { StartsOn = today.AddDays(90), EndsOn = PlacementTerms.LastDay(today.AddDays(90), 6) },
        };
        var month = state is PlacementState.Begun begun ? begun.InternshipMonths()[draw % begun.InternshipMonths().Count] : FirstMonth;
        var contract = new EmploymentContract(today, today, null, today);
        return (draw % 17) switch
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
            15 => new ReturnAllowance($"A-{draw % 9}", today, "银行退回", "unit-1", today),
            _ => draw % 37 == 0 ? new CancelPlacement("放弃", today) : new RequestFollowUp("clerk-1", today, 30),
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
        internship.LastDay.ShouldBeInRange(agreement.StartsOn, agreement.EndsOn);
        var references = internship.Months.ByMonth.SelectMany(record => record.Value.Payments.Select(payment => payment.Reference)).ToList();
        references.Distinct().Count().ShouldBe(references.Count);
        internship.Months.ByMonth.Values.ShouldAllBe(month => month.AllowancePaid >= Money.Zero && month.Returned.Count <= month.Payments.Count);
    }
}
