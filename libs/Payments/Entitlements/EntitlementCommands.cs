using YouthPlatform.Policy;

namespace YouthPlatform.Payments.Entitlements;

/// <summary>What can be asked of an entitlement.</summary>
public abstract record EntitlementCommand;

/// <summary>Grants an amount; the key's id has to be that of the stream.</summary>
public sealed record GrantEntitlement(EntitlementFile File, Money Amount, string GrantedBy, DateOnly Today) : EntitlementCommand;

/// <summary>Proposes that another amount is owed: more is topped up, less than was paid is clawed back.</summary>
/// <param name="Owed">What is owed from now on.</param>
/// <param name="Reason">Why.</param>
/// <param name="Actor">Account.</param>
/// <param name="Today">China date.</param>
public sealed record ProposeCorrection(Money Owed, string? Reason, string Actor, DateOnly Today) : EntitlementCommand
{
    /// <summary>Named checks that led to it, where a rule and not a person found it.</summary>
    public IReadOnlyList<NamedCheck> Checks { get; init; } = [];
}

/// <summary>Approves the proposed correction; by another person.</summary>
public sealed record ApproveCorrection(string Actor, DateOnly Today) : EntitlementCommand;

/// <summary>Rejects the proposed correction; by another person.</summary>
public sealed record RejectCorrection(string? Reason, string Actor, DateOnly Today) : EntitlementCommand;

/// <summary>Puts what is owed into a pay run; the item stays frozen until the run is rejected or the bank has answered.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Amount">All that is payable.</param>
/// <param name="Offset">How much of it is kept back against what the payee owes.</param>
public sealed record SchedulePayment(Guid RunId, Money Amount, Money Offset) : EntitlementCommand;

/// <summary>Takes a payment out of a run that was rejected.</summary>
public sealed record WithdrawPayment(Guid RunId) : EntitlementCommand;

/// <summary>The pay file with this payment went to the bank.</summary>
public sealed record SendPayment(Guid RunId) : EntitlementCommand;

/// <summary>The bank paid.</summary>
public sealed record ConfirmPayment(Guid RunId, DateOnly PaidOn, string Reference) : EntitlementCommand;

/// <summary>The bank did not pay.</summary>
public sealed record FailPayment(Guid RunId, string Code, DateOnly FailedOn) : EntitlementCommand;

/// <summary>It cannot be told whether the bank paid; nothing more is paid until that is resolved.</summary>
public sealed record DoubtPayment(Guid RunId, string Code) : EntitlementCommand;

/// <summary>What the bank had paid came back.</summary>
public sealed record ReturnPayment(Guid RunId, string Code, DateOnly ReturnedOn) : EntitlementCommand;

/// <summary>Sets part of what was paid too much against another payment to the same payee.</summary>
/// <param name="RunId">The run of that payment.</param>
/// <param name="PayingId">The entitlement that is paid less.</param>
/// <param name="Amount">How much less.</param>
public sealed record ReserveRecovery(Guid RunId, Guid PayingId, Money Amount) : EntitlementCommand;

/// <summary>The payment that was to be reduced did not happen.</summary>
public sealed record ReleaseRecovery(Guid RunId, Guid PayingId) : EntitlementCommand;

/// <summary>The reduced payment happened.</summary>
public sealed record SettleRecovery(Guid RunId, Guid PayingId, DateOnly On) : EntitlementCommand;

/// <summary>The payee paid back.</summary>
public sealed record RecordRepayment(Money Amount, string? Reference, DateOnly ReceivedOn, string Actor, DateOnly Today) : EntitlementCommand;
