using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Subsidies;

internal abstract record SubsidyEvent;

/// <summary>Matching found somebody for whom a subsidy may be due; the checks say whether it is.</summary>
internal sealed record SubsidyFound(SubsidyFile File, DateOnly FoundOn) : SubsidyEvent;

/// <summary>Later data led to other checks.</summary>
internal sealed record SubsidyReassessed(SubsidyFile File, DateOnly ReassessedOn) : SubsidyEvent;

/// <summary>A person or a firm claimed a subsidy; all its checks passed.</summary>
internal sealed record SubsidyClaimed(SubsidyFile File, string ClaimedBy, DateOnly ClaimedOn) : SubsidyEvent;

/// <summary>The subsidy was offered to whom it would be paid.</summary>
/// <param name="SubsidyId">The subsidy.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Slots">Slots of the person that it takes.</param>
/// <param name="AnswerBy">Last day for an answer.</param>
/// <param name="OfferedBy">Account.</param>
/// <param name="OfferedOn">China date.</param>
/// <param name="Rule">Rule of the time for an answer.</param>
internal sealed record SubsidyOffered(
    Guid SubsidyId, Guid PersonId, IReadOnlyList<string> Slots, DateOnly AnswerBy, string OfferedBy, DateOnly OfferedOn, RuleVersion Rule) : SubsidyEvent;

/// <summary>Nobody answered in time.</summary>
internal sealed record SubsidyOfferLapsed(Guid SubsidyId, Guid PersonId, IReadOnlyList<string> Slots, DateOnly LapsedOn) : SubsidyEvent;

internal sealed record SubsidyAccepted(Guid SubsidyId, string AcceptedBy, DateOnly AcceptedOn) : SubsidyEvent;

internal sealed record SubsidyDeclined(
    Guid SubsidyId, Guid PersonId, IReadOnlyList<string> Slots, string Reason, string DeclinedBy, DateOnly DeclinedOn) : SubsidyEvent;

/// <summary>A second official approved it: an amount is granted, once or for a month.</summary>
internal sealed record SubsidyApproved(Guid SubsidyId, YearMonth? Month, Money Amount, string ApprovedBy, DateOnly ApprovedOn) : SubsidyEvent;

internal sealed record SubsidyRejected(
    Guid SubsidyId, Guid PersonId, IReadOnlyList<string> Slots, string Reason, string RejectedBy, DateOnly RejectedOn) : SubsidyEvent;

/// <summary>The person's insurance with the firm ended.</summary>
/// <param name="SubsidyId">The subsidy.</param>
/// <param name="EndedOn">Last insured day.</param>
/// <param name="RecordedOn">China date.</param>
internal sealed record InsuranceEnded(Guid SubsidyId, DateOnly EndedOn, DateOnly RecordedOn) : SubsidyEvent;
