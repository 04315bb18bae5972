namespace YouthPlatform.Internships.Claims;

internal abstract record ClaimCommand;

internal sealed record ProposeClaim(ClaimFile File) : ClaimCommand;

internal sealed record ApproveClaim(string Actor, DateOnly Today) : ClaimCommand;

internal sealed record RejectClaim(string Reason, string Actor, DateOnly Today) : ClaimCommand;

/// <summary>Orders every line that is open or whose last payment failed.</summary>
internal sealed record OrderPayment(Guid OrderId, string Actor, DateOnly Today) : ClaimCommand;

internal sealed record RecordBankResults(Guid OrderId, IReadOnlyList<BankResult> Results, DateOnly Today) : ClaimCommand;

/// <summary>What the bank said of one line.</summary>
/// <param name="Line">Number of the line.</param>
/// <param name="Outcome">Whether the money arrived.</param>
/// <param name="On">China date of the bank's booking or refusal.</param>
/// <param name="Reference">The bank's reference of a payment.</param>
/// <param name="Reason">The bank's reason of a failure.</param>
internal sealed record BankResult(int Line, BankOutcome Outcome, DateOnly On, string? Reference = null, string? Reason = null);

internal enum BankOutcome
{
    Paid,
    Failed,
}
