using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.Placements;

/// <summary>An internship from agreement to end (H9 §二(五), §三). An intern is not counted as employed (H9 §三(三)).</summary>
internal sealed class Placement : IDecider<PlacementState, PlacementCommand, PlacementEvent>
{
    private Placement()
    {
    }

    public static PlacementState Initial { get; } = new PlacementState.NotArranged();

    public static string Stream(Guid placementId) => $"placement-{placementId}";

    public static PlacementState Evolve(PlacementState state, PlacementEvent recorded) => (recorded, state) switch
    {
        (PlacementArranged e, _) => new PlacementState.Arranged(new(e.Agreement, null, null, null, null)),
        (MentorAssigned e, PlacementState.Arranged s) => new PlacementState.Arranged(s.Arrangement with { Mentor = e.Mentor }),
        (MentorAssigned e, PlacementState.Running s) => new PlacementState.Running(s.Arrangement with { Mentor = e.Mentor }),
        (InsuranceRegistered e, PlacementState.Arranged s) => new PlacementState.Arranged(s.Arrangement with { Insurance = e.Insurance }),
        (AgreementSigned e, PlacementState.Arranged s) => new PlacementState.Arranged(s.Arrangement.With(e.Signature)),
        (InternshipStarted, PlacementState.Arranged s) => new PlacementState.Running(s.Arrangement),
        (InternshipCompleted e, PlacementState.Running s) => new PlacementState.Completed(s.Arrangement, e.EndedOn),
        (InternshipEndedEarly e, PlacementState.Running s) => new PlacementState.EndedEarly(s.Arrangement, e.EndedOn, e.Reason),
        (PlacementCancelled e, PlacementState.Arranged s) => new PlacementState.Cancelled(s.Arrangement, e.Reason),
        _ => state,
    };

    public static IReadOnlyList<PlacementEvent> Decide(PlacementCommand command, PlacementState state) => (command, state) switch
    {
        (ArrangePlacement c, PlacementState.NotArranged) => [PlacementRules.Arrange(c)],
        (ArrangePlacement, _) => throw new RuleViolation("placement.already_arranged", "该见习已安排。"),
        (_, PlacementState.NotArranged) => throw new RuleViolation("placement.not_arranged", "该见习尚未安排。"),
        (AssignMentor c, PlacementState.Arranged s) => PlacementRules.Assign(c, s.Arrangement),
        (AssignMentor c, PlacementState.Running s) => PlacementRules.Assign(c, s.Arrangement),
        (RegisterInsurance c, PlacementState.Arranged s) => PlacementRules.Insure(c, s.Arrangement),
        (SignAgreement c, PlacementState.Arranged s) => PlacementRules.Sign(c, s.Arrangement),
        (StartInternship c, PlacementState.Arranged s) => [PlacementRules.Start(c, s.Arrangement)],
        (StartInternship, PlacementState.Running) => [],
        (CompleteInternship c, PlacementState.Running s) => [PlacementRules.Complete(c, s.Arrangement.Agreement)],
        (CompleteInternship, PlacementState.Completed) => [],
        (EndInternshipEarly c, PlacementState.Running s) => [PlacementRules.EndEarly(c, s.Arrangement.Agreement)],
        (EndInternshipEarly c, PlacementState.EndedEarly s) when s.EndedOn == c.EndedOn => [],
        (CancelPlacement c, PlacementState.Arranged s) =>
            [new PlacementCancelled(s.Arrangement.Agreement.PlacementId, Reasons.Require(c.Reason), c.Today)],
        (CancelPlacement, PlacementState.Cancelled) => [],
        (CompleteInternship or EndInternshipEarly, PlacementState.Arranged) =>
            throw new RuleViolation("placement.not_started", "见习尚未开始。"),
        (_, PlacementState.Running) => throw new RuleViolation("placement.already_started", "见习已开始，不能再作此变更。"),
        _ => throw new RuleViolation("placement.ended", "见习已结束或已取消。"),
    };
}
