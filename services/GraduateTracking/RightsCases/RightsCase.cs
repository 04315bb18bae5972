using YouthPlatform.EventStore;
using YouthPlatform.Reviews;

namespace YouthPlatform.GraduateTracking.RightsCases;

/// <summary>
/// A case of graduates' rights (H32 §二(十)23): opened, investigated, concluded by a second person; where it is upheld gravely, an order to rectify runs
/// until it is fulfilled.
/// </summary>
internal sealed class RightsCase : IDecider<RightsCaseState, RightsCaseCommand, RightsCaseEvent>
{
    private RightsCase()
    {
    }

    public static RightsCaseState Initial { get; } = new RightsCaseState.NotOpened();

    public static string Stream(Guid caseId) => $"rights_case-{caseId}";

    public static RightsCaseState Evolve(RightsCaseState state, RightsCaseEvent recorded) => (recorded, state) switch
    {
        (RightsCaseOpened e, _) => new RightsCaseState.Open(e.File),
        (RightsCaseInvestigated e, RightsCaseState.Open s) => new RightsCaseState.Investigated(s.File, e.Findings, e.GraduatesConcerned, e.InvestigatedBy),
        (RightsCaseReturned, RightsCaseState.Investigated s) => new RightsCaseState.Open(s.File),
        (RightsCaseConcluded e, RightsCaseState.Investigated s) => e.Order is { } order
            ? new RightsCaseState.UnderOrder(s.File, order, null)
            : new RightsCaseState.Closed(s.File, e.Outcome),
        (RectificationReported e, RightsCaseState.UnderOrder s) => s with { Report = new(e.Report, e.ReportedBy) },
        (RectificationRefused e, RightsCaseState.UnderOrder s) => s with { Order = s.Order with { DueOn = e.DueOn }, Report = null },
        (RectificationConfirmed, RightsCaseState.UnderOrder s) => new RightsCaseState.Closed(s.File, CaseOutcome.Upheld),
        _ => state,
    };

    public static IReadOnlyList<RightsCaseEvent> Decide(RightsCaseCommand command, RightsCaseState state) => (command, state) switch
    {
        (OpenRightsCase c, RightsCaseState.NotOpened) => [new RightsCaseOpened(c.File with { Facts = Reasons.Require(c.File.Facts) })],
        (OpenRightsCase, _) => throw new RuleViolation("rights_case.already_opened", "该案件已立案。"),
        (_, RightsCaseState.NotOpened) => throw new RuleViolation("rights_case.not_opened", "该案件尚未立案。"),
        (InvestigateRightsCase c, RightsCaseState.Open s) => [Investigate(c, s.File)],
        (ReturnRightsCase c, RightsCaseState.Investigated s) => [Return(c, s)],
        (ConcludeRightsCase c, RightsCaseState.Investigated s) => [Conclude(c, s)],
        (ReportRectification c, RightsCaseState.UnderOrder { Report: null } s) =>
            [new RectificationReported(s.File.CaseId, Reasons.Require(c.Report), c.Actor, c.Today)],
        (ConfirmRectification c, RightsCaseState.UnderOrder { Report: { } report } s) => [Confirm(c, s, report)],
        (RefuseRectification c, RightsCaseState.UnderOrder { Report: { } report } s) => [Refuse(c, s, report)],
        (ConfirmRectification or RefuseRectification, RightsCaseState.UnderOrder) =>
            throw new RuleViolation("rights_case.not_reported", "被责令单位尚未报送整改情况。"),
        (ReportRectification, RightsCaseState.UnderOrder) => throw new RuleViolation("rights_case.already_reported", "整改情况已报送，待核查。"),
        (_, RightsCaseState.Closed) => throw new RuleViolation("rights_case.closed", "该案件已结案。"),
        (_, RightsCaseState.UnderOrder) => throw new RuleViolation("rights_case.concluded", "该案件已作出处理决定。"),
        (_, RightsCaseState.Investigated) => throw new RuleViolation("rights_case.already_investigated", "该案件已调查终结，待作出处理决定。"),
        _ => throw new RuleViolation("rights_case.not_investigated", "该案件尚未调查终结。"),
    };

    private static RightsCaseInvestigated Investigate(InvestigateRightsCase command, RightsCaseFile file) => command.GraduatesConcerned < 0
        ? throw new RuleViolation("rights_case.graduates_invalid", "涉及高校毕业生人数不能为负数。")
        : new(file.CaseId, Reasons.Require(command.Findings), command.GraduatesConcerned, command.Actor, command.Today);

    private static RightsCaseReturned Return(ReturnRightsCase command, RightsCaseState.Investigated state)
    {
        FourEyes.Require(command.Actor, state.InvestigatedBy);
        return new(state.File.CaseId, Reasons.Require(command.Reason), command.Actor, command.Today);
    }

    private static RightsCaseConcluded Conclude(ConcludeRightsCase command, RightsCaseState.Investigated state)
    {
        FourEyes.Require(command.Actor, state.InvestigatedBy);
        if (command.Order is not null && command.Outcome == CaseOutcome.Dismissed)
        {
            throw new RuleViolation("rights_case.order_without_breach", "不予处理的案件不得下达责令整改书。");
        }

        var order = command.Order is { } asked ? asked with { Demand = Reasons.Require(asked.Demand) } : null;
        return new(
            state.File.CaseId,
            state.File.Region,
            state.File.Kind,
            command.Outcome,
            state.GraduatesConcerned,
            order,
            Reasons.Require(command.Reason),
            command.Actor,
            command.Today);
    }

    private static RectificationConfirmed Confirm(ConfirmRectification command, RightsCaseState.UnderOrder state, RectificationReport report)
    {
        FourEyes.Require(command.Actor, report.ReportedBy);
        return new(state.File.CaseId, command.Actor, command.Today);
    }

    private static RectificationRefused Refuse(RefuseRectification command, RightsCaseState.UnderOrder state, RectificationReport report)
    {
        FourEyes.Require(command.Actor, report.ReportedBy);
        return new(state.File.CaseId, Reasons.Require(command.Reason), command.DueOn, command.DueRule, command.Actor, command.Today);
    }
}
