using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using static YouthPlatform.Entrepreneurship.Projects.ProjectState;

namespace YouthPlatform.Entrepreneurship.Projects;

/// <summary>A startup project on its way from recommendation to a paid award (G3 §三(三)3).</summary>
internal sealed class Project : IDecider<ProjectState, ProjectCommand, ProjectEvent>
{
    private Project()
    {
    }

    public static ProjectState Initial { get; } = new Unknown();

    public static string Stream(Guid projectId) => $"project-{projectId}";

    public static ProjectState Evolve(ProjectState state, ProjectEvent recorded) => (state, recorded) switch
    {
        (_, ProjectRecommended e) => new Recommended(
            new Pitch(e.ProjectId, e.Programme, e.Title, e.Sector, e.Region, e.LeaderId, e.RecommendedBy)),
        (Recommended s, ProjectSelected) => new Selected(s.Pitch),
        (Recommended s, ProjectDeclined e) => new Declined(s.Pitch, e.Reason),
        (Selected s, GrantProposed e) => new Proposed(s.Pitch, e.Amount, e.ProposedBy),
        (Proposed s, GrantApproved e) => new Granted(s.Pitch, new Award(e.Amount, s.ProposedBy, e.ApprovedBy)),
        (Granted s, GrantPaymentOrdered e) => new Ordered(s.Pitch, s.Award, e.PaymentId),
        (Ordered s, GrantPaid e) => new Paid(s.Pitch, s.Award, e.PaymentId, e.PaidOn),
        (Ordered s, GrantPaymentFailed) => new Granted(s.Pitch, s.Award),
        _ => throw new InvalidOperationException($"{recorded.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static IReadOnlyList<ProjectEvent> Decide(ProjectCommand command, ProjectState state) => (command, state) switch
    {
        (ProjectCommand.Recommend c, Unknown) => Recommend(c),
        (ProjectCommand.Recommend, _) => throw new RuleViolation("project.already_recommended", "该项目已推荐。"),
        (_, Unknown) => throw new RuleViolation("project.unknown", "没有该项目。"),

        (ProjectCommand.Select c, Recommended s) => [new ProjectSelected(s.Pitch.ProjectId, c.Actor, c.On)],
        (ProjectCommand.Select, Declined) => throw new RuleViolation("project.declined", "该项目未入选，不能再选入。"),
        (ProjectCommand.Select, _) => [],

        (ProjectCommand.Decline c, Recommended s) => [new ProjectDeclined(s.Pitch.ProjectId, c.Reason, c.Actor, c.On)],
        (ProjectCommand.Decline, Declined) => [],
        (ProjectCommand.Decline, _) => throw new RuleViolation("project.already_selected", "该项目已入选，不能退回。"),

        (ProjectCommand.ProposeGrant c, Selected s) => ProposeGrant(c, s),
        (ProjectCommand.ProposeGrant, Recommended or Declined) => throw new RuleViolation("project.not_selected", "该项目尚未入选，不能提出资助。"),
        (ProjectCommand.ProposeGrant c, Proposed s) when c.Amount == s.Amount && c.Actor == s.ProposedBy => [],
        (ProjectCommand.ProposeGrant, _) => throw new RuleViolation("grant.already_proposed", "该项目的资助已提出。"),

        (ProjectCommand.ApproveGrant c, Proposed s) => ApproveGrant(c, s),
        (ProjectCommand.ApproveGrant, Granted or Ordered or Paid) => [],
        (ProjectCommand.ApproveGrant, _) => throw new RuleViolation("grant.not_proposed", "该项目没有待批准的资助。"),

        (ProjectCommand.OrderPayment c, Granted s) => OrderPayment(c, s),
        (ProjectCommand.OrderPayment c, Ordered s) when c.PaymentId == s.PaymentId => [],
        (ProjectCommand.OrderPayment, Ordered) => throw new RuleViolation("grant.payment_pending", "该资助已交付银行，须等待银行回执。"),
        (ProjectCommand.OrderPayment, Paid) => throw new RuleViolation("grant.already_paid", "该资助已支付，不得重复支付。"),
        (ProjectCommand.OrderPayment, _) => throw new RuleViolation("grant.not_approved", "该项目没有已批准的资助。"),

        (ProjectCommand.RecordPaid c, Ordered s) when c.PaymentId == s.PaymentId =>
            [new GrantPaid(s.Pitch.ProjectId, c.PaymentId, s.Pitch.Programme, s.Pitch.Region, s.Award.Amount, c.On)],
        (ProjectCommand.RecordPaid c, Paid s) when c.PaymentId == s.PaymentId => [],
        (ProjectCommand.RecordFailed c, Ordered s) when c.PaymentId == s.PaymentId =>
            [new GrantPaymentFailed(s.Pitch.ProjectId, c.PaymentId, c.Reason, c.On)],
        (ProjectCommand.RecordPaid or ProjectCommand.RecordFailed, _) =>
            throw new RuleViolation("grant.payment_unknown", "银行回执与待支付的付款不符，请人工核对。"),

        _ => throw new InvalidOperationException($"{command.GetType().Name} in {state.GetType().Name} is not decided."),
    };

    private static ProjectRecommended[] Recommend(ProjectCommand.Recommend c) => c.Eligibility.Eligible
        ? [new(c.ProjectId, c.Programme, c.Title, c.Sector, c.Region, c.LeaderId, c.Eligibility, c.Actor, c.On)]
        : throw new RuleViolation("project.not_eligible", $"该项目不符合推荐条件，未通过：{Failed(c.Eligibility.Checks)}。");

    private static GrantProposed[] ProposeGrant(ProjectCommand.ProposeGrant c, Selected s)
    {
        return c.Checks.All(check => check.Passed)
            ? [new(s.Pitch.ProjectId, c.Amount, c.Checks, c.Actor, c.On)]
            : throw new RuleViolation("grant.not_allowed", $"不能提出资助，未通过：{Failed(c.Checks)}。");
    }

    private static GrantApproved[] ApproveGrant(ProjectCommand.ApproveGrant c, Proposed s) => c.Actor == s.ProposedBy
        ? throw new RuleViolation("grant.same_person", "提出人不得批准本人提出的资助。")
        : [new(s.Pitch.ProjectId, s.Pitch.Programme, s.Pitch.Region, s.Pitch.Sector, s.Amount, c.Actor, c.On)];

    private static GrantPaymentOrdered[] OrderPayment(ProjectCommand.OrderPayment c, Granted s) =>
        c.Actor == s.Award.ProposedBy || c.Actor == s.Award.ApprovedBy
            ? throw new RuleViolation("grant.same_person", "付款人不得是提出人或批准人。")
            : [new(s.Pitch.ProjectId, c.PaymentId, c.Actor, c.On)];

    private static string Failed(IEnumerable<NamedCheck> checks) =>
        string.Join("、", checks.Where(check => !check.Passed).Select(check => check.Name));
}
