using YouthPlatform.EventStore;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Claims;

/// <summary>A change of a placement, and what it does to the lines that were claimed for it.</summary>
internal sealed class PlacementChange(
    PlacementState before,
    Decision<PlacementState> decision,
    LineRules rules,
    Func<DateOnly, Rule<Money>> rateOn,
    string reason,
    string actor,
    DateOnly today)
{
    private readonly Guid _placementId = PlacementView.ArrangementOf(before).Agreement.PlacementId;

    private readonly HashSet<YearMonth> _attendance =
        [.. decision.Append.Events.OfType<AttendanceCorrected>().Select(corrected => corrected.Month.Month)];

    /// <summary>Lines for the placement that depend on its months: the monthly subsidy, and the difference that was paid on top of it.</summary>
    public IEnumerable<ClaimLine> Concerned(IEnumerable<ClaimLine> lines) =>
        lines.Where(line => line.PlacementId == _placementId && line.Kind is SubsidyKinds.Monthly or SubsidyKinds.Difference);

    /// <summary>What a claim is about to be decided on is not changed under it.</summary>
    /// <exception cref="RuleViolation">The change would alter what a line of the claim holds.</exception>
    public void RequireUntouched(ClaimState.Proposed claim)
    {
        foreach (var line in Concerned(claim.File.Lines).Where(line => claim.Held.Contains(line.Line)))
        {
            if (Due(line, before) != Due(line, decision.State))
            {
                throw new RuleViolation("claim.under_review", $"{line.Month} 的补贴正在审批，审批后方可更改该月的见习记录；如申报有误，请先请审批人员驳回。");
            }
        }
    }

    /// <summary>The correction of what was granted for a line; nothing where the change does not touch it.</summary>
    /// <exception cref="RuleViolation">The item is being paid, or another correction of it waits.</exception>
    public IEnumerable<EntitlementCommand> Corrections(ClaimLine line, EntitlementState entitlement)
    {
        var account = entitlement.AccountOrNull!;
        if (_attendance.Contains(line.Month) && account.OpenRun is { } run)
        {
            throw new RuleViolation(
                "attendance.frozen", $"{line.Month} 的补贴正在支付批次 {run} 中支付，待该批次驳回或银行回执登记后方可更正考勤。");
        }

        var (was, now) = (Due(line, before), Due(line, decision.State));
        var owed = now < was ? Money.Min(account.Owed, now) : now;
        var stands = entitlement is EntitlementState.InCorrection waiting ? waiting.Owed : account.Owed;
        if (was == now || owed == stands)
        {
            yield break;
        }

        yield return new ProposeCorrection(owed, $"{line.Month} 见习记录更改：{reason}", actor, today)
        {
            Checks = Rejudgement.Of(line, decision.State, rules, rateOn, today).Checks,
        };
    }

    /// <summary>What is due for a line; of a difference all or nothing, as its month is subsidised or not.</summary>
    private Money Due(ClaimLine line, PlacementState placement)
    {
        var due = Rejudgement.Of(line, placement, rules, rateOn, today).Due;
        return line.Kind == SubsidyKinds.Difference && due > Money.Zero ? line.Amount : due;
    }
}
