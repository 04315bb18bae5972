using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Claims;

internal abstract record ClaimEvent;

internal sealed record ClaimProposed(ClaimFile File) : ClaimEvent;

internal sealed record CheckOverrideProposed(
    Guid ClaimId, int Line, string Check, string Reason, string ProposedBy, DateOnly ProposedOn, DateOnly ExpiresOn, RuleVersion Rule) : ClaimEvent;

/// <param name="ClaimId">The claim.</param>
/// <param name="Line">The line.</param>
/// <param name="Check">Name of the check.</param>
/// <param name="NowHeld">The month that the line holds from now on, when this was the last check that it failed.</param>
/// <param name="ConfirmedBy">Account.</param>
/// <param name="ConfirmedOn">China date.</param>
internal sealed record CheckOverrideConfirmed(
    Guid ClaimId, int Line, string Check, SubsidyMonthKey? NowHeld, string ConfirmedBy, DateOnly ConfirmedOn) : ClaimEvent;

/// <param name="ClaimId">The claim.</param>
/// <param name="Granted">Lines that are granted.</param>
/// <param name="Freed">Months of lines that were held and are not granted, because what vouched for them has expired.</param>
/// <param name="ApprovedBy">Account.</param>
/// <param name="ApprovedOn">China date.</param>
internal sealed record ClaimApproved(
    Guid ClaimId, IReadOnlyList<int> Granted, IReadOnlyList<SubsidyMonthKey> Freed, string ApprovedBy, DateOnly ApprovedOn) : ClaimEvent;

/// <param name="ClaimId">The claim.</param>
/// <param name="Freed">Months that may be claimed again.</param>
/// <param name="Reason">Why.</param>
/// <param name="RejectedBy">Account.</param>
/// <param name="RejectedOn">China date.</param>
internal sealed record ClaimRejected(
    Guid ClaimId, IReadOnlyList<SubsidyMonthKey> Freed, string Reason, string RejectedBy, DateOnly RejectedOn) : ClaimEvent;
