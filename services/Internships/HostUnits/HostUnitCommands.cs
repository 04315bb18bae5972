using YouthPlatform.Policy;

namespace YouthPlatform.Internships.HostUnits;

internal abstract record HostUnitCommand;

internal sealed record ApplyAsHostUnit(Guid UnitId, HostUnitContent Content, string Actor, ReviewDeadline Deadline) : HostUnitCommand;

/// <param name="Fields">Fields to correct, as JSON pointers into the content.</param>
/// <param name="Remark">What else is to be said, if anything.</param>
/// <param name="Codes">Reasons that may be given.</param>
/// <param name="Actor">Account of the reviewer.</param>
/// <param name="Today">China date.</param>
internal sealed record ReturnHostUnit(
    IReadOnlyList<FieldReturn>? Fields, string? Remark, CategoryList Codes, string Actor, DateOnly Today) : HostUnitCommand;

internal sealed record ResubmitHostUnit(HostUnitContent Content, string Actor, ReviewDeadline Deadline) : HostUnitCommand;

internal sealed record ApproveHostUnit(string Actor, DateOnly Today) : HostUnitCommand;

internal sealed record RejectHostUnit(string Reason, string Actor, DateOnly Today) : HostUnitCommand;

internal sealed record WithdrawHostUnit(string Reason, DateOnly Today) : HostUnitCommand;

internal sealed record AllowFinalPayment(string Reason, string Actor, DateOnly Today) : HostUnitCommand;

internal sealed record SuspendHostUnit(DateOnly From, string Reason, string Actor, DateOnly Today) : HostUnitCommand;

internal sealed record LiftSuspension(string Reason, string Actor, DateOnly Today) : HostUnitCommand;

/// <param name="Honour">Code of the status.</param>
/// <param name="From">First day.</param>
/// <param name="Document">Number of the document that grants it.</param>
/// <param name="Honours">Statuses that can be granted.</param>
/// <param name="Actor">Account of the official.</param>
internal sealed record HonourHostUnit(string Honour, DateOnly From, string Document, Rule<CategoryList> Honours, string Actor) : HostUnitCommand;

internal sealed record RevokeHonour(string Honour, string Reason, string Actor, DateOnly Today) : HostUnitCommand;

internal sealed record ProposeBankAccount(BankAccount Account, string Actor, ReviewDeadline Deadline) : HostUnitCommand;

internal sealed record ConfirmBankAccount(string Actor, DateOnly Today) : HostUnitCommand;

internal sealed record RefuseBankAccount(string Reason, string Actor, DateOnly Today) : HostUnitCommand;
