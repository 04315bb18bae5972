using System.Collections.Immutable;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using static YouthPlatform.Payments.Entitlements.AttemptStatus;

namespace YouthPlatform.Payments.Entitlements;

/// <summary>What one subject is owed for one period and kind, and what became of it: granted, corrected, paid, returned, recovered.</summary>
public sealed class Entitlement : IDecider<EntitlementState, EntitlementCommand, EntitlementEvent>
{
    private Entitlement()
    {
    }

    /// <inheritdoc />
    public static EntitlementState Initial { get; } = new EntitlementState.NotGranted();

    /// <summary>Stream of an entitlement.</summary>
    public static string Stream(Guid entitlementId) => $"entitlement-{entitlementId}";

    /// <inheritdoc />
    public static EntitlementState Evolve(EntitlementState state, EntitlementEvent recorded) => (recorded, state.AccountOrNull) switch
    {
        (EntitlementGranted e, null) => new EntitlementState.Granted(NewAccount(e)),
        (CorrectionProposed e, { } a) => new EntitlementState.InCorrection(a, e.Owed, e.Reason, e.ProposedBy, e.Checks),
        (CorrectionRejected, { } a) => new EntitlementState.Granted(a),
        (EntitlementCorrected e, { } a) => new EntitlementState.Granted(a with { Owed = e.Owed }),
        (EntitlementVoided, { } a) => new EntitlementState.Granted(a with { IsVoided = true }),
        (_, { } a) => state.With(Book(a, recorded)),
        _ => state,
    };

    /// <inheritdoc />
    public static IReadOnlyList<EntitlementEvent> Decide(EntitlementCommand command, EntitlementState state)
    {
        var events = DecideStep(command, state);
        return events.Count > 0 && events.Aggregate(state, Evolve) is EntitlementState.Granted { Account: { IsVoided: false, IsEmpty: true } account }
            ? [.. events, new EntitlementVoided(account.File)]
            : events;
    }

    private static IReadOnlyList<EntitlementEvent> DecideStep(EntitlementCommand command, EntitlementState state) => (command, state) switch
    {
        (GrantEntitlement c, EntitlementState.NotGranted) => Grant(c),
        (GrantEntitlement c, _) when state.AccountOrNull?.File.DecisionId == c.File.DecisionId => [],
        (GrantEntitlement, _) => throw new RuleViolation("entitlement.already_granted", "同一对象同一期间的同类补贴已核定，不能重复核定。"),
        (_, EntitlementState.NotGranted) => throw new RuleViolation("entitlement.not_granted", "该补贴尚未核定。"),
        (ProposeCorrection c, EntitlementState.Granted s) => Corrections.Propose(c, s.Account),
        (ProposeCorrection, _) => throw new RuleViolation("entitlement.correction_open", "该补贴已有待审核的更正。"),
        (ApproveCorrection c, EntitlementState.InCorrection s) => Corrections.Approve(c, s),
        (RejectCorrection c, EntitlementState.InCorrection s) => Corrections.Reject(c, s),
        (ApproveCorrection or RejectCorrection, _) => throw new RuleViolation("entitlement.no_correction", "该补贴没有待审核的更正。"),
        (SchedulePayment, EntitlementState.InCorrection) =>
            throw new RuleViolation("entitlement.correction_open", "该补贴有待审核的更正，审核后方可支付。"),
        (ReserveRecovery or ReleaseRecovery or SettleRecovery or RecordRepayment, _) => Recoveries.Decide(command, state.AccountOrNull!),
        _ => Paying.Decide(command, state.AccountOrNull!),
    };

    private static IReadOnlyList<EntitlementEvent> Grant(GrantEntitlement command)
    {
        if (command.File.EntitlementId != command.File.Key.ToId(command.File.Round))
        {
            throw new InvalidOperationException("The id of an entitlement follows from its key.");
        }

        return command.Amount > Money.Zero
            ? [new EntitlementGranted(command.File, command.Amount, command.GrantedBy, command.Today)]
            : throw new RuleViolation("entitlement.amount_invalid", "核定金额应大于零。");
    }

    private static EntitlementAccount NewAccount(EntitlementGranted e) => new(
        e.File,
        e.GrantedBy,
        e.Amount,
        ImmutableSortedDictionary<Guid, PaymentAttempt>.Empty,
        Money.Zero,
        ImmutableSortedDictionary<(Guid, Guid), Money>.Empty);

    private static EntitlementAccount Book(EntitlementAccount account, EntitlementEvent recorded) => recorded switch
    {
        PaymentScheduled e => account with
        {
            Attempts = account.Attempts.SetItem(e.RunId, new(e.PaymentId, e.Number, e.Attempt, e.Amount, e.Offset, Scheduled)),
        },
        PaymentWithdrawn e => Move(account, e.RunId, Withdrawn),
        PaymentSent e => Move(account, e.RunId, Sent),
        EntitlementPaid e => Move(account, e.RunId, Paid),
        PaymentFailed e => Move(account, e.RunId, Failed),
        PaymentDoubted e => Doubt(account, e),
        EntitlementPaymentReturned e => Move(account, e.RunId, Returned),
        RecoveryReserved e => account with { Reservations = account.Reservations.SetItem((e.RunId, e.PayingId), e.Amount) },
        RecoveryReleased e => account with { Reservations = account.Reservations.Remove((e.RunId, e.PayingId)) },
        EntitlementRecovered e => account with
        {
            Recovered = account.Recovered + e.Amount,
            Reservations = e is { RunId: { } run, PayingId: { } paying } ? account.Reservations.Remove((run, paying)) : account.Reservations,
        },
        _ => account,
    };

    /// <summary>What had been kept back was released when the attempt failed, so a late arrival settles only what the bank was asked for.</summary>
    private static EntitlementAccount Doubt(EntitlementAccount account, PaymentDoubted e)
    {
        var attempt = account.Attempts[e.RunId];
        var doubted = e.WasSettled ? attempt with { Amount = attempt.Net, Offset = Money.Zero } : attempt;
        return account with { Attempts = account.Attempts.SetItem(e.RunId, doubted with { Status = Doubted }) };
    }

    private static EntitlementAccount Move(EntitlementAccount account, Guid runId, AttemptStatus status) =>
        account with { Attempts = account.Attempts.SetItem(runId, account.Attempts[runId] with { Status = status }) };
}
