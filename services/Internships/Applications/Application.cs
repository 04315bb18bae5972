using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.Applications;

/// <summary>A person's application for a post: judged by the rules at once, reviewed within five working days (H9 §二(四)).</summary>
internal sealed class Application : IDecider<ApplicationState, ApplicationCommand, ApplicationEvent>
{
    private Application()
    {
    }

    public static ApplicationState Initial { get; } = new ApplicationState.NotSubmitted();

    public static string Stream(Guid applicationId) => $"application-{applicationId}";

    public static ApplicationState Evolve(ApplicationState state, ApplicationEvent recorded) => (recorded, state) switch
    {
        (ApplicationSubmitted e, _) => new ApplicationState.Submitted(e.File),
        (ApplicationRefused, ApplicationState.Submitted s) => new ApplicationState.Refused(s.File),
        (ApplicationApproved, ApplicationState.Submitted s) => new ApplicationState.Approved(s.File),
        (ApplicationRejected e, ApplicationState.Submitted s) => new ApplicationState.Rejected(s.File, e.Reason),
        (ApplicationPlaced e, ApplicationState.Approved s) => new ApplicationState.Placed(s.File, e.PlacementId),
        (ApplicationReopened, ApplicationState.Placed s) => new ApplicationState.Approved(s.File),
        _ => state,
    };

    public static IReadOnlyList<ApplicationEvent> Decide(ApplicationCommand command, ApplicationState state) => (command, state) switch
    {
        (SubmitApplication c, ApplicationState.NotSubmitted) => Submit(c),
        (SubmitApplication, _) => throw new RuleViolation("application.already_submitted", "该申请已提交。"),
        (_, ApplicationState.NotSubmitted) => throw new RuleViolation("application.not_submitted", "该申请尚未提交。"),
        (ApproveApplication c, ApplicationState.Submitted s) => Approve(c, s.File),
        (ApproveApplication, ApplicationState.Approved) => [],
        (RejectApplication c, ApplicationState.Submitted s) => Reject(c, s.File),
        (RejectApplication, ApplicationState.Rejected) => [],
        (PlaceApplicant c, ApplicationState.Approved s) => [new ApplicationPlaced(s.File.ApplicationId, c.PlacementId)],
        (PlaceApplicant c, ApplicationState.Placed s) when s.PlacementId == c.PlacementId => [],
        (PlaceApplicant, ApplicationState.Placed) => throw new RuleViolation("application.already_placed", "该申请已安排见习。"),
        (PlaceApplicant, _) => throw new RuleViolation("application.not_approved", "该申请未通过审核，不能安排见习。"),
        (ReopenApplication c, ApplicationState.Placed s) when s.PlacementId == c.PlacementId =>
            [new ApplicationReopened(s.File.ApplicationId, c.PlacementId)],
        (ReopenApplication, _) => throw new RuleViolation("application.not_placed", "该申请未安排此项见习。"),
        _ => throw new RuleViolation("application.not_under_review", "该申请不在审核中，不能作出审核意见。"),
    };

    private static IReadOnlyList<ApplicationEvent> Submit(SubmitApplication command)
    {
        var submitted = new ApplicationSubmitted(command.File);
        return command.IsEligible
            ? [submitted]
            : [submitted, new ApplicationRefused(command.File.ApplicationId, command.File.Review.SubmittedOn)];
    }

    private static IReadOnlyList<ApplicationEvent> Approve(ApproveApplication command, ApplicationFile file)
    {
        FourEyes.Require(command.Actor, file.SubmittedBy);
        return [new ApplicationApproved(file.ApplicationId, command.Actor, command.Today)];
    }

    private static IReadOnlyList<ApplicationEvent> Reject(RejectApplication command, ApplicationFile file)
    {
        FourEyes.Require(command.Actor, file.SubmittedBy);
        return [new ApplicationRejected(file.ApplicationId, Reasons.Require(command.Reason), command.Actor, command.Today)];
    }
}
