using YouthPlatform.EventStore;
using State = YouthPlatform.Internships.Placements.PlacementState;

namespace YouthPlatform.Internships.Placements;

/// <summary>An internship from agreement to end (H9 §二(五), §三). An intern is not counted as employed (H9 §三(三)).</summary>
internal sealed class Placement : IDecider<PlacementState, PlacementCommand, PlacementEvent>
{
    private Placement()
    {
    }

    public static PlacementState Initial { get; } = new State.NotArranged();

    public static string Stream(Guid placementId) => $"placement-{placementId}";

    public static PlacementState Evolve(PlacementState state, PlacementEvent recorded) => PlacementFold.Evolve(state, recorded);

    public static IReadOnlyList<PlacementEvent> Decide(PlacementCommand command, PlacementState state) => (command, state) switch
    {
        (ArrangePlacement c, State.NotArranged) => [AgreementRules.Arrange(c)],
        (ArrangePlacement, _) => throw new RuleViolation("placement.already_arranged", "该见习已安排。"),
        (_, State.NotArranged) => throw new RuleViolation("placement.not_arranged", "该见习尚未安排。"),
        (_, State.Arranged s) => BeforeTheStart(command, s.Arrangement),
        (CancelPlacement, State.Cancelled) => [],
        (_, State.Begun s) => SinceTheStart(command, s),
        _ => throw new RuleViolation("placement.cancelled", "见习安排已取消。"),
    };

    private static IReadOnlyList<PlacementEvent> BeforeTheStart(PlacementCommand command, Arrangement arrangement) => command switch
    {
        ReviseAgreement c => AgreementRules.Revise(c, arrangement, running: false),
        SignAgreement c => AgreementRules.Sign(c, arrangement.Signed),
        AssignMentor c => CareRules.Assign(c, arrangement),
        RegisterInsurance c => CareRules.Insure(c, arrangement),
        StartInternship c => [CareRules.Start(c, arrangement)],
        CancelPlacement c => [new PlacementCancelled(arrangement.Agreement.PlacementId, Reasons.Require(c.Reason), c.Today)],
        _ => throw new RuleViolation("placement.not_started", "见习尚未开始。"),
    };

    private static IReadOnlyList<PlacementEvent> SinceTheStart(PlacementCommand command, State.Begun internship) => (command, internship) switch
    {
        (ReportAttendance c, _) => MonthRules.Report(c, internship),
        (CorrectAttendance c, _) => MonthRules.Correct(c, internship),
        (RecordAllowance c, _) => MonthRules.Pay(c, internship),
        (ReturnAllowance c, _) => MonthRules.Return(c, internship),
        (_, State.Running s) => WhileRunning(command, s),
        (_, State.Ended s) => SinceTheEnd(command, s),
        _ => throw new InvalidOperationException($"{internship.GetType().Name} neither runs nor has ended."),
    };

    private static IReadOnlyList<PlacementEvent> WhileRunning(PlacementCommand command, State.Running running) => command switch
    {
        StartInternship => [],
        ReviseAgreement c => AgreementRules.Revise(c, running.Arrangement, running: true),
        SignAgreement c => AgreementRules.SignAmendment(c, running.Arrangement),
        AssignMentor c => CareRules.Transfer(c, running.Arrangement),
        RegisterInsurance c => CareRules.Insure(c, running.Arrangement),
        CompleteInternship c => [EndRules.Complete(c, running.Arrangement.Agreement)],
        EndInternshipEarly c => EndRules.EndEarly(c, running.Arrangement.Agreement),
        HireEarly c => [EndRules.Hire(c, running.Arrangement.Agreement)],
        CancelPlacement => throw new RuleViolation("placement.already_started", "见习已开始，不能取消；提前结束请说明理由。"),
        _ => throw new RuleViolation("placement.still_running", "见习尚未结束。"),
    };

    private static IReadOnlyList<PlacementEvent> SinceTheEnd(PlacementCommand command, State.Ended ended) => (command, ended) switch
    {
        (CompleteInternship, State.Completed or State.Retained) => [],
        (EndInternshipEarly c, State.EndedEarly s) when (s.EndedOn, s.Reason) == (c.EndedOn, c.Reason) => [],
        (HireEarly c, State.HiredEarly s) when s.Employment.Contract == c.Contract => [],
        (RetainIntern c, State.Completed s) => [EndRules.Retain(c, s)],
        (RetainIntern c, State.Retained s) when s.Employment.Contract == c.Contract => [],
        (EndEmployment c, State.HiredEarly s) => EndRules.Leave(c, s.Arrangement.Agreement, s.Employment),
        (EndEmployment c, State.Retained s) => EndRules.Leave(c, s.Arrangement.Agreement, s.Employment),
        (RequestFollowUp c, State.Completed s) => EndRules.FollowUp(c, s, s.FollowUpOn),
        (RequestFollowUp c, State.EndedEarly s) => EndRules.FollowUp(c, s, s.FollowUpOn),
        (RequestFollowUp, _) => throw new RuleViolation("placement.employed", "见习人员已被见习单位录用，无需后续就业帮扶。"),
        (EndEmployment, _) => throw new RuleViolation("placement.not_employed", "见习人员未被见习单位录用。"),
        _ => throw new RuleViolation("placement.ended", "见习已结束。"),
    };
}
