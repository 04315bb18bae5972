using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.Applications;

/// <summary>What becomes of an applicant who was pushed to the host unit (H9 §二(四)).</summary>
internal static class UptakeRules
{
    public static IReadOnlyList<ApplicationEvent> Decide(ApplicationCommand command, ApplicationState.Approved approved) =>
        (command, approved.Uptake) switch
        {
            (InviteApplicant c, Uptake.Waiting or Uptake.Invited) => Invite(c, approved),
            (OfferInternship c, Uptake.Waiting or Uptake.Invited or Uptake.Offered) => Offer(c, approved),
            (AcceptOffer c, Uptake.Offered) => [Accept(c, approved.File)],
            (AcceptOffer, Uptake.Accepted) => [],
            (AcceptOffer, _) => throw new RuleViolation("application.not_offered", "见习单位尚未发出录用意向。"),
            (TurnApplicantDown, Uptake.Accepted) => throw new RuleViolation("application.offer_accepted", "本人已接受见习意向，不能再婉拒。"),
            (TurnApplicantDown c, _) => TurnDown(c, approved.File),
            _ => throw new RuleViolation("application.already_offered", "已向本人发出见习意向。"),
        };

    public static IReadOnlyList<ApplicationEvent> Withdraw(WithdrawApplication command, ApplicationFile file) =>
        [new ApplicationWithdrawn(file.ApplicationId, string.IsNullOrWhiteSpace(command.Reason) ? null : command.Reason.Trim(), command.Today)];

    private static IReadOnlyList<ApplicationEvent> Invite(InviteApplicant command, ApplicationState.Approved approved)
    {
        if (command.InterviewOn < command.Today)
        {
            throw new RuleViolation("application.interview_in_past", "面试日期不得早于今日。");
        }

        return approved.Uptake is Uptake.Invited invited && invited.InterviewOn == command.InterviewOn
            ? []
            : [new ApplicantInvited(approved.File.ApplicationId, command.InterviewOn, command.Today)];
    }

    private static IReadOnlyList<ApplicationEvent> Offer(OfferInternship command, ApplicationState.Approved approved)
    {
        if (command.StartsOn < command.Today)
        {
            throw new RuleViolation("application.offer_in_past", "拟定的见习开始日期不得早于今日。");
        }

        var file = approved.File;
        return approved.Uptake is Uptake.Offered offered && offered.StartsOn == command.StartsOn
            ? []
            : [new OfferMade(file.ApplicationId, file.PersonId, file.PostId, file.UnitId, file.Region, command.StartsOn, command.Today)];
    }

    private static OfferAccepted Accept(AcceptOffer command, ApplicationFile file) =>
        new(file.ApplicationId, file.PersonId, file.PostId, file.UnitId, file.Region, command.Today);

    private static IReadOnlyList<ApplicationEvent> TurnDown(TurnApplicantDown command, ApplicationFile file)
    {
        if (!command.Reasons.Contains(command.Reason))
        {
            var known = string.Join('、', command.Reasons.Items.Select(item => $"{item.Code}（{item.Name}）"));
            throw new RuleViolation("application.reason_unknown", $"婉拒的原因应为以下之一：{known}。");
        }

        return [new ApplicantTurnedDown(file.ApplicationId, command.Reason, command.Today)];
    }
}
