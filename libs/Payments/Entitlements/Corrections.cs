using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.Reviews;

namespace YouthPlatform.Payments.Entitlements;

/// <summary>Another amount is owed: proposed by one, approved by another, and never while the item is being paid.</summary>
internal static class Corrections
{
    public static IReadOnlyList<EntitlementEvent> Propose(ProposeCorrection command, EntitlementAccount account)
    {
        if (account.IsVoided)
        {
            throw new RuleViolation("entitlement.voided", "该补贴已全部追回并注销；如应重新发放，请重新申领。");
        }

        RequireThawed(account);
        if (command.Owed < Money.Zero)
        {
            throw new RuleViolation("entitlement.amount_invalid", "应付金额不能为负数。");
        }

        return command.Owed == account.Owed
            ? throw new RuleViolation("entitlement.correction_empty", "更正后的金额与原金额相同。")
            : [
                new CorrectionProposed(account.File.EntitlementId, command.Owed, Reasons.Require(command.Reason), command.Actor, command.Today)
                {
                    Checks = command.Checks,
                },
            ];
    }

    public static IReadOnlyList<EntitlementEvent> Approve(ApproveCorrection command, EntitlementState.InCorrection state)
    {
        FourEyes.Require(command.Actor, state.ProposedBy);
        RequireThawed(state.Account);
        return
        [
            new EntitlementCorrected(
                state.Account.File, state.Account.Owed, state.Owed, state.Reason, state.ProposedBy, command.Actor, command.Today),
        ];
    }

    public static IReadOnlyList<EntitlementEvent> Reject(RejectCorrection command, EntitlementState.InCorrection state)
    {
        FourEyes.Require(command.Actor, state.ProposedBy);
        return [new CorrectionRejected(state.Account.File.EntitlementId, Reasons.Require(command.Reason), command.Actor, command.Today)];
    }

    private static void RequireThawed(EntitlementAccount account)
    {
        if (account.OpenRun is { } run)
        {
            throw new RuleViolation("entitlement.frozen", $"该补贴正在支付批次 {run} 中支付，待该批次驳回或银行回执登记后方可更正。");
        }

        if (!account.Reservations.IsEmpty)
        {
            throw new RuleViolation("entitlement.frozen", "该补贴的追回款正在支付批次中抵扣，待该批次结清后方可更正。");
        }
    }
}
