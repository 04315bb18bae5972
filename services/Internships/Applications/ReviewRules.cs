using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Applications;

/// <summary>Eligibility (H9 §二(一)) and the reviewer's answer (H9 §二(四)).</summary>
internal static class ReviewRules
{
    /// <summary>Who is not eligible is refused at once; who cannot be judged without evidence goes to the reviewer.</summary>
    public static IReadOnlyList<ApplicationEvent> Submit(SubmitApplication command)
    {
        var submitted = new ApplicationSubmitted(command.File);
        return command.Eligibility == Eligibility.NotEligible
            ? [submitted, new ApplicationRefused(command.File.ApplicationId, command.File.Review.SubmittedOn)]
            : [submitted];
    }

    public static IReadOnlyList<ApplicationEvent> Approve(ApproveApplication command, ApplicationFile file)
    {
        FourEyes.Require(command.Actor, file.SubmittedBy);
        foreach (var confirmed in command.Confirmed)
        {
            RequireConfirmable(confirmed, file, command.Evidence);
        }

        var names = command.Confirmed.Select(confirmed => confirmed.Check).ToHashSet(StringComparer.Ordinal);
        var isEligible = file.Checks.GroupBy(PathOf).Any(path => path.All(check => check.Passed || names.Contains(check.Name)));
        return isEligible
            ? [new ApplicationApproved(file.ApplicationId, command.Confirmed, command.Actor, command.Today)]
            : throw new RuleViolation("application.evidence_missing", $"以下事项平台无从核验，请查验材料后确认：{string.Join('、', Unknown(file))}。");
    }

    public static IReadOnlyList<ApplicationEvent> Reject(RejectApplication command, ApplicationFile file)
    {
        FourEyes.Require(command.Actor, file.SubmittedBy);
        return [new ApplicationRejected(file.ApplicationId, Reasons.Require(command.Reason), command.Actor, command.Today)];
    }

    private static void RequireConfirmable(ConfirmedCheck confirmed, ApplicationFile file, CategoryList evidence)
    {
        if (!Unknown(file).Contains(confirmed.Check))
        {
            throw new RuleViolation("application.check_not_open", $"核验项 {confirmed.Check} 不是待确认事项。");
        }

        if (!evidence.Contains(confirmed.Evidence))
        {
            var known = string.Join('、', evidence.Items.Select(item => $"{item.Code}（{item.Name}）"));
            throw new RuleViolation("application.evidence_unknown", $"查验材料应为以下之一：{known}。");
        }
    }

    private static IEnumerable<string> Unknown(ApplicationFile file) => file.Checks.Where(check => check.IsUnknown).Select(check => check.Name);

    /// <summary>A check's name begins with the path that it belongs to; a path is a way of being eligible.</summary>
    private static string PathOf(NamedCheck check) => check.Name.Split('.')[0];
}
