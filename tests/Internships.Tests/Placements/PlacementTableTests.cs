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
    public void EveryCommandInEveryState() => CommandTable.ShouldBe<Placement, PlacementState, PlacementCommand, PlacementEvent>(
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
            ["completed"] = [.. Running, Completed],
            ["ended early"] = [.. Running, new InternshipEndedEarly(PlacementId, PersonId, UnitId, Furong, new(2023, 10, 1), "personal", "unit-1")],
            ["hired early"] = [.. Running, Hired],
            ["retained"] = [.. Running, Completed, new InternRetained(PlacementId, PersonId, UnitId, Furong, Agreement.EndsOn, Contract, [])],
            ["cancelled"] = [.. ReadyPlacement(), new PlacementCancelled(PlacementId, "放弃", Today)],
        },
        """
        not arranged + ArrangePlacement = PlacementArranged
        not arranged + ReviseAgreement = placement.not_arranged
        not arranged + SignAgreement = placement.not_arranged
        not arranged + AssignMentor = placement.not_arranged
        not arranged + RegisterInsurance = placement.not_arranged
        not arranged + StartInternship = placement.not_arranged
        not arranged + ReportAttendance = placement.not_arranged
        not arranged + CorrectAttendance = placement.not_arranged
        not arranged + RecordAllowance = placement.not_arranged
        not arranged + CompleteInternship = placement.not_arranged
        not arranged + EndInternshipEarly = placement.not_arranged
        not arranged + HireEarly = placement.not_arranged
        not arranged + RetainIntern = placement.not_arranged
        not arranged + EndEmployment = placement.not_arranged
        not arranged + RequestFollowUp = placement.not_arranged
        not arranged + CancelPlacement = placement.not_arranged
        arranged + ArrangePlacement = placement.already_arranged
        arranged + ReviseAgreement = AgreementRevised
        arranged + SignAgreement = -
        arranged + AssignMentor = MentorAssigned
        arranged + RegisterInsurance = InsuranceRegistered
        arranged + StartInternship = InternshipStarted
        arranged + ReportAttendance = placement.not_started
        arranged + CorrectAttendance = placement.not_started
        arranged + RecordAllowance = placement.not_started
        arranged + CompleteInternship = placement.not_started
        arranged + EndInternshipEarly = placement.not_started
        arranged + HireEarly = placement.not_started
        arranged + RetainIntern = placement.not_started
        arranged + EndEmployment = placement.not_started
        arranged + RequestFollowUp = placement.not_started
        arranged + CancelPlacement = PlacementCancelled
        running + ArrangePlacement = placement.already_arranged
        running + ReviseAgreement = AmendmentProposed
        running + SignAgreement = -
        running + AssignMentor = MentorTransferred
        running + RegisterInsurance = InsuranceRegistered
        running + StartInternship = -
        running + ReportAttendance = AttendanceReported
        running + CorrectAttendance = attendance.not_reported
        running + RecordAllowance = AllowancePaid
        running + CompleteInternship = InternshipCompleted
        running + EndInternshipEarly = InternshipEndedEarly
        running + HireEarly = InternHiredEarly
        running + RetainIntern = placement.still_running
        running + EndEmployment = placement.still_running
        running + RequestFollowUp = placement.still_running
        running + CancelPlacement = placement.already_started
        completed + ArrangePlacement = placement.already_arranged
        completed + ReviseAgreement = placement.ended
        completed + SignAgreement = placement.ended
        completed + AssignMentor = placement.ended
        completed + RegisterInsurance = placement.ended
        completed + StartInternship = placement.ended
        completed + ReportAttendance = AttendanceReported
        completed + CorrectAttendance = attendance.not_reported
        completed + RecordAllowance = AllowancePaid
        completed + CompleteInternship = -
        completed + EndInternshipEarly = placement.ended
        completed + HireEarly = placement.ended
        completed + RetainIntern = InternRetained
        completed + EndEmployment = placement.not_employed
        completed + RequestFollowUp = FollowUpRequested
        completed + CancelPlacement = placement.ended
        ended early + ArrangePlacement = placement.already_arranged
        ended early + ReviseAgreement = placement.ended
        ended early + SignAgreement = placement.ended
        ended early + AssignMentor = placement.ended
        ended early + RegisterInsurance = placement.ended
        ended early + StartInternship = placement.ended
        ended early + ReportAttendance = AttendanceReported
        ended early + CorrectAttendance = attendance.not_reported
        ended early + RecordAllowance = AllowancePaid
        ended early + CompleteInternship = placement.ended
        ended early + EndInternshipEarly = placement.ended
        ended early + HireEarly = placement.ended
        ended early + RetainIntern = placement.ended
        ended early + EndEmployment = placement.not_employed
        ended early + RequestFollowUp = FollowUpRequested
        ended early + CancelPlacement = placement.ended
        hired early + ArrangePlacement = placement.already_arranged
        hired early + ReviseAgreement = placement.ended
        hired early + SignAgreement = placement.ended
        hired early + AssignMentor = placement.ended
        hired early + RegisterInsurance = placement.ended
        hired early + StartInternship = placement.ended
        hired early + ReportAttendance = AttendanceReported
        hired early + CorrectAttendance = attendance.not_reported
        hired early + RecordAllowance = AllowancePaid
        hired early + CompleteInternship = placement.ended
        hired early + EndInternshipEarly = placement.ended
        hired early + HireEarly = -
        hired early + RetainIntern = placement.ended
        hired early + EndEmployment = EmploymentEnded
        hired early + RequestFollowUp = placement.employed
        hired early + CancelPlacement = placement.ended
        retained + ArrangePlacement = placement.already_arranged
        retained + ReviseAgreement = placement.ended
        retained + SignAgreement = placement.ended
        retained + AssignMentor = placement.ended
        retained + RegisterInsurance = placement.ended
        retained + StartInternship = placement.ended
        retained + ReportAttendance = AttendanceReported
        retained + CorrectAttendance = attendance.not_reported
        retained + RecordAllowance = AllowancePaid
        retained + CompleteInternship = -
        retained + EndInternshipEarly = placement.ended
        retained + HireEarly = placement.ended
        retained + RetainIntern = -
        retained + EndEmployment = EmploymentEnded
        retained + RequestFollowUp = placement.employed
        retained + CancelPlacement = placement.ended
        cancelled + ArrangePlacement = placement.already_arranged
        cancelled + ReviseAgreement = placement.cancelled
        cancelled + SignAgreement = placement.cancelled
        cancelled + AssignMentor = placement.cancelled
        cancelled + RegisterInsurance = placement.cancelled
        cancelled + StartInternship = placement.cancelled
        cancelled + ReportAttendance = placement.cancelled
        cancelled + CorrectAttendance = placement.cancelled
        cancelled + RecordAllowance = placement.cancelled
        cancelled + CompleteInternship = placement.cancelled
        cancelled + EndInternshipEarly = placement.cancelled
        cancelled + HireEarly = placement.cancelled
        cancelled + RetainIntern = placement.cancelled
        cancelled + EndEmployment = placement.cancelled
        cancelled + RequestFollowUp = placement.cancelled
        cancelled + CancelPlacement = -
        """);
}
