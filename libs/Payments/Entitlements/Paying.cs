using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using static YouthPlatform.Payments.Entitlements.AttemptStatus;

namespace YouthPlatform.Payments.Entitlements;

/// <summary>The steps of paying what is payable.</summary>
internal static class Paying
{
    public static IReadOnlyList<EntitlementEvent> Decide(EntitlementCommand command, EntitlementAccount account)
    {
        var id = account.File.EntitlementId;
        return command switch
        {
            SchedulePayment c => Schedule(c, account),
            WithdrawPayment c => Of(account, c.RunId).Status switch
            {
                Scheduled => [new PaymentWithdrawn(id, c.RunId)],
                Withdrawn => [],
                _ => throw Contradicts(),
            },
            SendPayment c => Of(account, c.RunId).Status switch
            {
                Scheduled => Send(c, account, Of(account, c.RunId)),
                Sent => [],
                _ => throw Contradicts(),
            },
            ConfirmPayment c => Confirm(c, account, Of(account, c.RunId)),
            FailPayment c => Fail(c, id, Of(account, c.RunId)),
            DoubtPayment c => Doubt(c, id, Of(account, c.RunId)),
            ReturnPayment c => Return(c, account, Of(account, c.RunId)),
            _ => throw new InvalidOperationException($"No decision on {command.GetType().Name}."),
        };
    }

    private static IReadOnlyList<EntitlementEvent> Schedule(SchedulePayment command, EntitlementAccount account)
    {
        if (account.Attempts.TryGetValue(command.RunId, out var known) && known.IsOpen)
        {
            return [];
        }

        if (account.IsFrozen)
        {
            throw new RuleViolation("entitlement.frozen", "该补贴已列入其他支付批次。");
        }

        if (account.Payable <= Money.Zero)
        {
            throw new RuleViolation("entitlement.nothing_payable", "该补贴没有待支付的金额。");
        }

        if (command.Amount != account.Payable || command.Offset < Money.Zero || command.Offset > command.Amount)
        {
            throw new RuleViolation("entitlement.amount_moved", "待支付金额已变化，请重新编制支付批次。");
        }

        var next = account.NextAttempt(command.Amount, command.Offset);
        return
        [
            new PaymentScheduled(account.File.EntitlementId, command.RunId, next.PaymentId, next.Number, next.Attempt, next.Amount, next.Offset),
        ];
    }

    /// <summary>An earlier attempt that came into doubt, or turned out to have arrived, after this one was scheduled stops it.</summary>
    private static IReadOnlyList<EntitlementEvent> Send(SendPayment command, EntitlementAccount account, PaymentAttempt attempt)
    {
        if (account.Attempts.Values.Any(earlier => earlier.Status == Doubted))
        {
            throw new RuleViolation("entitlement.in_doubt", "该补贴此前一次支付的结果存疑，查清后方可再次支付。");
        }

        return attempt.Amount <= account.Owed - account.NetPaid
            ? [new PaymentSent(account.File.EntitlementId, command.RunId)]
            : throw new RuleViolation("entitlement.amount_moved", "该补贴此前的支付已到账，请驳回本批次后重新编制。");
    }

    private static IReadOnlyList<EntitlementEvent> Confirm(ConfirmPayment command, EntitlementAccount account, PaymentAttempt attempt) => attempt.Status switch
    {
        Sent or Doubted =>
        [
            new EntitlementPaid(
                account.File, command.RunId, attempt.PaymentId, attempt.Attempt, attempt.Amount, attempt.Offset, command.PaidOn, command.Reference),
        ],
        Paid => [],
        _ => throw Contradicts(),
    };

    private static IReadOnlyList<EntitlementEvent> Fail(FailPayment command, Guid id, PaymentAttempt attempt) => attempt.Status switch
    {
        Sent or Doubted => [new PaymentFailed(id, command.RunId, attempt.PaymentId, attempt.Attempt, command.Code, command.FailedOn)],
        Failed => [],
        _ => throw Contradicts(),
    };

    private static IReadOnlyList<EntitlementEvent> Doubt(DoubtPayment command, Guid id, PaymentAttempt attempt) => attempt.Status switch
    {
        Sent => [new PaymentDoubted(id, command.RunId, command.Code, WasSettled: false)],
        Failed => [new PaymentDoubted(id, command.RunId, command.Code, WasSettled: true)],
        Doubted => [],
        _ => throw Contradicts(),
    };

    private static IReadOnlyList<EntitlementEvent> Return(ReturnPayment command, EntitlementAccount account, PaymentAttempt attempt) => attempt.Status switch
    {
        Paid =>
        [
            new EntitlementPaymentReturned(account.File, command.RunId, attempt.PaymentId, attempt.Net, command.Code, command.ReturnedOn),
        ],
        Returned => [],
        _ => throw Contradicts(),
    };

    private static PaymentAttempt Of(EntitlementAccount account, Guid runId) =>
        account.Attempts.GetValueOrDefault(runId) ?? throw new RuleViolation("entitlement.not_in_run", "该补贴不在此支付批次中。");

    private static RuleViolation Contradicts() => new("entitlement.payment_contradicts", "该笔支付的状态与此操作不符，请核对。");
}
