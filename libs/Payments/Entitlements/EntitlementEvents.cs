using YouthPlatform.Policy;

namespace YouthPlatform.Payments.Entitlements;

/// <summary>What happened to an entitlement.</summary>
public abstract record EntitlementEvent;

/// <summary>An amount is owed.</summary>
public sealed record EntitlementGranted(EntitlementFile File, Money Amount, string GrantedBy, DateOnly GrantedOn) : EntitlementEvent;

/// <summary>Somebody proposed that another amount is owed.</summary>
public sealed record CorrectionProposed(Guid EntitlementId, Money Owed, string Reason, string ProposedBy, DateOnly ProposedOn) : EntitlementEvent
{
    /// <summary>Named checks that led to it, where a rule and not a person found it.</summary>
    public IReadOnlyList<NamedCheck> Checks { get; init; } = [];
}

/// <summary>The proposed correction was rejected.</summary>
public sealed record CorrectionRejected(Guid EntitlementId, string Reason, string RejectedBy, DateOnly RejectedOn) : EntitlementEvent;

/// <summary>Another amount is owed than before.</summary>
public sealed record EntitlementCorrected(
    EntitlementFile File, Money From, Money Owed, string Reason, string ProposedBy, string ApprovedBy, DateOnly CorrectedOn) : EntitlementEvent;

/// <summary>
/// Nothing is owed any more and all that was paid has come back: the account is closed, and its key may be granted anew, to whomever it is due.
/// </summary>
public sealed record EntitlementVoided(EntitlementFile File) : EntitlementEvent;

/// <summary>What is payable stands in a run.</summary>
/// <param name="EntitlementId">The entitlement.</param>
/// <param name="RunId">The run.</param>
/// <param name="PaymentId">Id of the payment, the same for each attempt at it.</param>
/// <param name="Number">Number of the payment, from 1.</param>
/// <param name="Attempt">Number of the attempt, from 1.</param>
/// <param name="Amount">What is settled by it.</param>
/// <param name="Offset">How much of it the bank does not pay, because the payee owes it.</param>
public sealed record PaymentScheduled(
    Guid EntitlementId, Guid RunId, Guid PaymentId, int Number, int Attempt, Money Amount, Money Offset) : EntitlementEvent;

/// <summary>The run was rejected before it went to the bank.</summary>
public sealed record PaymentWithdrawn(Guid EntitlementId, Guid RunId) : EntitlementEvent;

/// <summary>The payment went to the bank.</summary>
public sealed record PaymentSent(Guid EntitlementId, Guid RunId) : EntitlementEvent;

/// <summary>The payment arrived.</summary>
public sealed record EntitlementPaid(
    EntitlementFile File, Guid RunId, Guid PaymentId, int Attempt, Money Amount, Money Offset, DateOnly PaidOn, string Reference) : EntitlementEvent;

/// <summary>The payment did not arrive.</summary>
public sealed record PaymentFailed(Guid EntitlementId, Guid RunId, Guid PaymentId, int Attempt, string Code, DateOnly FailedOn) : EntitlementEvent;

/// <summary>It cannot be told whether the payment arrived.</summary>
/// <param name="EntitlementId">The entitlement.</param>
/// <param name="RunId">The run.</param>
/// <param name="Code">Why, as a code.</param>
/// <param name="WasSettled">Whether the attempt had counted as failed before.</param>
public sealed record PaymentDoubted(Guid EntitlementId, Guid RunId, string Code, bool WasSettled) : EntitlementEvent;

/// <summary>What had arrived came back.</summary>
public sealed record EntitlementPaymentReturned(
    EntitlementFile File, Guid RunId, Guid PaymentId, Money Amount, string Code, DateOnly ReturnedOn) : EntitlementEvent;

/// <summary>Part of what was paid too much is set against another payment.</summary>
public sealed record RecoveryReserved(Guid EntitlementId, Guid RunId, Guid PayingId, Money Amount) : EntitlementEvent;

/// <summary>It is no longer set against that payment.</summary>
public sealed record RecoveryReleased(Guid EntitlementId, Guid RunId, Guid PayingId, Money Amount) : EntitlementEvent;

/// <summary>Money that was paid too much has been recovered.</summary>
/// <param name="File">What it was paid for.</param>
/// <param name="Amount">How much.</param>
/// <param name="Way">By offset or by repayment.</param>
/// <param name="RunId">Run of the payment that was reduced.</param>
/// <param name="PayingId">Entitlement whose payment was reduced.</param>
/// <param name="Reference">The bank's reference of a repayment.</param>
/// <param name="RecoveredOn">China date.</param>
public sealed record EntitlementRecovered(
    EntitlementFile File, Money Amount, RecoveryWay Way, Guid? RunId, Guid? PayingId, string? Reference, DateOnly RecoveredOn) : EntitlementEvent;

/// <summary>How money comes back.</summary>
public enum RecoveryWay
{
    /// <summary>Another payment to the payee was reduced.</summary>
    Offset,

    /// <summary>The payee paid it back.</summary>
    Repayment,
}
