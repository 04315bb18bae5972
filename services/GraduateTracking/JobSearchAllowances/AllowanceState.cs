using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.JobSearchAllowances;

/// <summary>An application.</summary>
/// <param name="PersonId">Who applies.</param>
/// <param name="Region">County that answers for the entry.</param>
/// <param name="Kind">Code of <c>hardship.job_search_kinds</c>.</param>
/// <param name="Reference">Number of what proves the hardship; never personal data.</param>
/// <param name="Amount">What is granted.</param>
/// <param name="AppliedBy">Account.</param>
/// <param name="AppliedOn">China date.</param>
internal sealed record AllowanceFile(
    Guid PersonId, string Region, string Kind, string Reference, Money Amount, string AppliedBy, DateOnly AppliedOn);

internal abstract record AllowanceState
{
    private AllowanceState()
    {
    }

    public sealed record None : AllowanceState;

    public sealed record Applied(AllowanceFile File) : AllowanceState;

    public sealed record Approved(AllowanceFile File) : AllowanceState;

    public sealed record Rejected(AllowanceFile File, string Reason) : AllowanceState;
}

internal abstract record AllowanceCommand;

/// <param name="File">The application.</param>
/// <param name="Kinds">Kinds of hardship that it is for.</param>
/// <param name="Eligibility">The checks of <c>hardship.job_search_eligibility</c>.</param>
/// <param name="AmountRule">Where the amount comes from.</param>
internal sealed record ApplyForAllowance(
    AllowanceFile File, CategoryList Kinds, EligibilityResult Eligibility, RuleVersion AmountRule) : AllowanceCommand;

internal sealed record ApproveAllowance(string Actor, DateOnly Today) : AllowanceCommand;

internal sealed record RejectAllowance(string Reason, string Actor, DateOnly Today) : AllowanceCommand;

/// <summary>Events of <c>job_search_allowance-{personId}</c>.</summary>
internal abstract record AllowanceEvent;

internal sealed record AllowanceApplied(AllowanceFile File, IReadOnlyList<NamedCheck> Checks, RuleVersion AmountRule) : AllowanceEvent;

internal sealed record AllowanceApproved(AllowanceFile File, string ApprovedBy, DateOnly ApprovedOn) : AllowanceEvent;

internal sealed record AllowanceRejected(Guid PersonId, string Reason, string RejectedBy, DateOnly RejectedOn) : AllowanceEvent;
