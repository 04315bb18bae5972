using YouthPlatform.Internships.Placements;
using static YouthPlatform.Internships.Tests.Samples;

namespace YouthPlatform.Internships.Tests.Placements;

public sealed class PlacementTableTests
{
    private static readonly DateOnly Later = new(2024, 4, 1);
    private static readonly InternshipCompleted Completed = new(PlacementId, PersonId, UnitId, Furong, Agreement.EndsOn);
    private static readonly InternHiredEarly Hired = new(PlacementId, PersonId, UnitId, Furong, Contract.From.AddDays(-2), Early, []);
    private static readonly PlacementEvent[] Running = [.. ReadyPlacement(), Started()];

    private static EmploymentContract Early => Contract with { From = Agreement.EndsOn };

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBeKept<Placement, PlacementState, PlacementCommand, PlacementEvent>(
        "placement",
        [
            PlacementTests.Arrange(Agreement),
            PlacementTests.Revise(months: 7),
            new SignAgreement(Signature(Party.Unit), Today),
            new AssignMentor(TheMentor with { MentorId = Id(98) }, Today, "调离"),
            new RegisterInsurance(TheInsurance with { PolicyNumber = "PA-2" }),
            new StartInternship(Agreement.StartsOn),
            new ReportAttendance(FirstMonth, new(22, 23), "unit-1", Later),
            new CorrectAttendance(FirstMonth, new(20, 23), "漏记", "unit-1", Later),
            new RecordAllowance(FirstMonth.Month, Payment, ["bank_card"], "unit-1", Later),
            new ReturnAllowance(Payment.Reference, Later, "银行退回", "unit-1", Later),
            new CompleteInternship(Agreement.EndsOn),
            new EndInternshipEarly(new(2023, 11, 1), "employed_elsewhere", EndReasons, "unit-1", Later),
            new HireEarly(Early, EarlyHireMonths, HireRules, Later),
            new RetainIntern(Contract, HireRules, Later),
            new EndEmployment(Later, Later),
            new RequestFollowUp("clerk-1", Later, 30),
            new CancelPlacement("放弃", Today),
        ],
        new Dictionary<string, IReadOnlyList<PlacementEvent>>
        {
            ["not arranged"] = [],
            ["arranged"] = ReadyPlacement(),
            ["running"] = Running,
            ["running, a month reported"] =
            [
                .. Running,
                new AttendanceReported(PlacementId, PersonId, UnitId, Furong, FirstMonth, new(22, 23), "unit-1", FirstMonth.To),
                new AllowancePaid(PlacementId, PersonId, UnitId, Furong, FirstMonth.Month, Payment, "unit-1", FirstMonth.To),
            ],
            ["completed"] = [.. Running, Completed],
            ["ended early"] = [.. Running, new InternshipEndedEarly(PlacementId, PersonId, UnitId, Furong, new(2023, 10, 1), "personal", "unit-1")],
            ["hired early"] = [.. Running, Hired],
            ["retained"] = [.. Running, Completed, new InternRetained(PlacementId, PersonId, UnitId, Furong, Agreement.EndsOn, Contract, [])],
            ["cancelled"] = [.. ReadyPlacement(), new PlacementCancelled(PlacementId, "放弃", Today)],
        });
}
