using YouthPlatform.Internships.Rules;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Internships.Applications;

/// <summary>The steps of an application as handlers.</summary>
internal static class ApplicationSteps
{
    public static Task<Answer<ApplicationView>> ApproveAsync([AsParameters] ApplicationStep step, ApproveApplicationRequest? request) =>
        step.ByReviewerAsync(file => new ApproveApplication(
            request?.Confirmed ?? [], step.Rules.EvidenceKinds(file.Region, step.Command.Today), step.Command.Actor, step.Command.Today));

    public static Task<Answer<ApplicationView>> RejectAsync([AsParameters] ApplicationStep step, ReasonRequest request) =>
        step.ByReviewerAsync(_ => new RejectApplication(request.Reason, step.Command.Actor, step.Command.Today));

    public static Task<Answer<ApplicationView>> InviteAsync([AsParameters] ApplicationStep step, InvitationRequest request) =>
        step.ByUnitAsync(_ => new InviteApplicant(request.InterviewOn, step.Command.Today));

    public static Task<Answer<ApplicationView>> OfferAsync([AsParameters] ApplicationStep step, OfferRequest request) =>
        step.ByUnitAsync(_ => new OfferInternship(request.StartsOn, step.Command.Today));

    public static Task<Answer<ApplicationView>> TurnDownAsync([AsParameters] ApplicationStep step, TurnDownRequest request) =>
        step.ByUnitAsync(file => new TurnApplicantDown(
            request.Reason, step.Rules.TurnDownReasons(file.Region, step.Command.Today), step.Command.Today));

    public static Task<Answer<ApplicationView>> AcceptAsync([AsParameters] ApplicationStep step) =>
        step.ByPersonAsync(new AcceptOffer(step.Command.Today));

    public static Task<Answer<ApplicationView>> WithdrawAsync([AsParameters] ApplicationStep step, WithdrawalRequest? request) =>
        step.ByPersonAsync(new WithdrawApplication(request?.Reason, step.Command.Today));
}
