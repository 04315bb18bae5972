using YouthPlatform.Policy;

namespace YouthPlatform.Internships.HostUnits;

internal abstract record HostUnitEvent;

internal sealed record HostUnitApplied(HostUnitFile File) : HostUnitEvent;

internal sealed record HostUnitReturned(
    Guid UnitId, IReadOnlyList<FieldReturn> Fields, string? Remark, string ReturnedBy, DateOnly ReturnedOn) : HostUnitEvent;

internal sealed record HostUnitResubmitted(HostUnitFile File, IReadOnlyList<FieldCorrection> Corrections) : HostUnitEvent;

internal sealed record HostUnitApproved(
    Guid UnitId, RegionCode Region, BankAccount? Account, string ApprovedBy, DateOnly ApprovedOn, IReadOnlyList<NamedCheck> Checks) : HostUnitEvent;

internal sealed record HostUnitRejected(
    Guid UnitId, string Reason, string RejectedBy, DateOnly RejectedOn, IReadOnlyList<NamedCheck> Checks) : HostUnitEvent;

internal sealed record HostUnitWithdrawn(Guid UnitId, RegionCode Region, string Reason, DateOnly WithdrawnOn, bool WasApproved) : HostUnitEvent;

/// <summary>What is owed to a unit that left may be paid.</summary>
internal sealed record FinalPaymentAllowed(Guid UnitId, string Reason, string AllowedBy, DateOnly AllowedOn) : HostUnitEvent;

internal sealed record HostUnitSuspended(
    Guid UnitId, RegionCode Region, DateOnly From, string Reason, string SuspendedBy, DateOnly SuspendedOn) : HostUnitEvent;

internal sealed record HostUnitSuspensionLifted(Guid UnitId, RegionCode Region, string Reason, string LiftedBy, DateOnly LiftedOn) : HostUnitEvent;

internal sealed record HostUnitHonoured(
    Guid UnitId, RegionCode Region, string Honour, DateOnly From, string Document, string GrantedBy, RuleVersion Rule) : HostUnitEvent;

internal sealed record HostUnitHonourRevoked(
    Guid UnitId, RegionCode Region, string Honour, DateOnly RevokedOn, string Reason, string RevokedBy) : HostUnitEvent;

internal sealed record BankAccountProposed(Guid UnitId, RegionCode Region, BankAccount Account, ReviewRound Round) : HostUnitEvent;

internal sealed record BankAccountConfirmed(
    Guid UnitId, BankAccount Account, string ConfirmedBy, DateOnly ConfirmedOn, IReadOnlyList<NamedCheck> Checks) : HostUnitEvent;

internal sealed record BankAccountRefused(Guid UnitId, string Reason, string RefusedBy, DateOnly RefusedOn) : HostUnitEvent;
