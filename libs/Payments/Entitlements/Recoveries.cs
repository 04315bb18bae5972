using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Payments.Entitlements;

/// <summary>How what was paid too much comes back: set against later payments to the same payee, or paid back.</summary>
internal static class Recoveries
{
    public static IReadOnlyList<EntitlementEvent> Decide(EntitlementCommand command, EntitlementAccount account)
    {
        var id = account.File.EntitlementId;
        return command switch
        {
            ReserveRecovery c when account.Reservations.GetValueOrDefault((c.RunId, c.PayingId)) == c.Amount => [],
            ReserveRecovery c when c.Amount > Money.Zero && c.Amount <= account.Recoverable => [new RecoveryReserved(id, c.RunId, c.PayingId, c.Amount)],
            ReserveRecovery => throw new RuleViolation("recovery.exceeds_debt", "抵扣金额超过应追回的金额。"),
            ReleaseRecovery c => account.Reservations.TryGetValue((c.RunId, c.PayingId), out var reserved)
                ? [new RecoveryReleased(id, c.RunId, c.PayingId, reserved)]
                : [],
            SettleRecovery c => account.Reservations.TryGetValue((c.RunId, c.PayingId), out var reserved)
                ? [new EntitlementRecovered(account.File, reserved, RecoveryWay.Offset, c.RunId, c.PayingId, null, c.On)]
                : [],
            RecordRepayment c => Repay(c, account),
            _ => throw new InvalidOperationException($"No decision on {command.GetType().Name}."),
        };
    }

    private static IReadOnlyList<EntitlementEvent> Repay(RecordRepayment command, EntitlementAccount account)
    {
        if (string.IsNullOrWhiteSpace(command.Reference))
        {
            throw new RuleViolation("recovery.reference_missing", "请填写退款的银行流水号。");
        }

        if (command.ReceivedOn > command.Today)
        {
            throw new RuleViolation("recovery.in_future", "退款日期晚于今日。");
        }

        return command.Amount > Money.Zero && command.Amount <= account.Recoverable
            ? [new EntitlementRecovered(account.File, command.Amount, RecoveryWay.Repayment, null, null, command.Reference.Trim(), command.ReceivedOn)]
            : throw new RuleViolation("recovery.exceeds_debt", "退款金额应大于零，且不超过尚待追回的金额。");
    }
}
