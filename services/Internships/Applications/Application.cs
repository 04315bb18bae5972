using YouthPlatform.EventStore;
using State = YouthPlatform.Internships.Applications.ApplicationState;

namespace YouthPlatform.Internships.Applications;

/// <summary>
/// A person's application for a post: judged by the rules at once, reviewed within five working days, then pushed to the host unit, which
/// says what becomes of it (H9 §二(四)).
/// </summary>
internal sealed class Application : IDecider<ApplicationState, ApplicationCommand, ApplicationEvent>
{
    private Application()
    {
    }

    public static ApplicationState Initial { get; } = new State.NotSubmitted();

    public static string Stream(Guid applicationId) => $"application-{applicationId}";

    public static ApplicationState Evolve(ApplicationState state, ApplicationEvent recorded) => (recorded, state) switch
    {
        (ApplicationSubmitted e, _) => new State.Submitted(e.File),
        (ApplicationRefused, State.Submitted s) => new State.Refused(s.File),
        (ApplicationApproved, State.Submitted s) => new State.Approved(s.File, new Uptake.Waiting()),
        (ApplicationRejected e, State.Submitted s) => new State.Rejected(s.File, e.Reason),
        (ApplicantInvited e, State.Approved s) => s with { Uptake = new Uptake.Invited(e.InterviewOn) },
        (OfferMade e, State.Approved s) => s with { Uptake = new Uptake.Offered(e.StartsOn) },
        (OfferAccepted, State.Approved { Uptake: Uptake.Offered o } s) => s with { Uptake = new Uptake.Accepted(o.StartsOn) },
        (ApplicantTurnedDown e, State.Approved s) => new State.TurnedDown(s.File, e.Reason),
        (ApplicationWithdrawn e, State.Submitted s) => new State.Withdrawn(s.File, e.Reason),
        (ApplicationWithdrawn e, State.Approved s) => new State.Withdrawn(s.File, e.Reason),
        (ApplicationPlaced e, State.Approved s) => new State.Placed(s.File, e.PlacementId),
        (ApplicationReopened, State.Placed s) => new State.Approved(s.File, new Uptake.Waiting()),
        _ => state,
    };

    public static IReadOnlyList<ApplicationEvent> Decide(ApplicationCommand command, ApplicationState state) => (command, state) switch
    {
        (SubmitApplication c, State.NotSubmitted) => ReviewRules.Submit(c),
        (SubmitApplication, _) => throw new RuleViolation("application.already_submitted", "该申请已提交。"),
        (_, State.NotSubmitted) => throw new RuleViolation("application.not_submitted", "该申请尚未提交。"),
        (ApproveApplication c, State.Submitted s) => ReviewRules.Approve(c, s.File),
        (ApproveApplication, State.Approved) => [],
        (RejectApplication c, State.Submitted s) => ReviewRules.Reject(c, s.File),
        (RejectApplication, State.Rejected) => [],
        (ApproveApplication or RejectApplication, _) =>
            throw new RuleViolation("application.not_under_review", "该申请不在审核中，不能作出审核意见。"),
        (WithdrawApplication c, State.Submitted s) => UptakeRules.Withdraw(c, s.File),
        (WithdrawApplication c, State.Approved s) => UptakeRules.Withdraw(c, s.File),
        (WithdrawApplication, State.Withdrawn) => [],
        (WithdrawApplication, State.Placed) => throw new RuleViolation("application.already_placed", "该申请已安排见习，请由见习单位取消安排。"),
        (PlaceApplicant or ReopenApplication, _) => Place(command, state),
        (_, State.Approved s) => UptakeRules.Decide(command, s),
        (TurnApplicantDown c, State.TurnedDown s) when s.Reason == c.Reason => [],
        (_, State.Submitted) => throw new RuleViolation("application.not_approved", "该申请未通过审核。"),
        _ => throw new RuleViolation("application.closed", "该申请已办结。"),
    };

    private static IReadOnlyList<ApplicationEvent> Place(ApplicationCommand command, ApplicationState state) => (command, state) switch
    {
        (PlaceApplicant c, State.Approved s) => [new ApplicationPlaced(s.File.ApplicationId, c.PlacementId)],
        (PlaceApplicant c, State.Placed s) when s.PlacementId == c.PlacementId => [],
        (PlaceApplicant, State.Placed) => throw new RuleViolation("application.already_placed", "该申请已安排见习。"),
        (PlaceApplicant, _) => throw new RuleViolation("application.not_approved", "该申请未通过审核，或已撤回、婉拒，不能安排见习。"),
        (ReopenApplication c, State.Placed s) when s.PlacementId == c.PlacementId =>
            [new ApplicationReopened(s.File.ApplicationId, c.PlacementId)],
        _ => throw new RuleViolation("application.not_placed", "该申请未安排此项见习。"),
    };
}
