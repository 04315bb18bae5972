using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Claims;

internal abstract record ClaimEvent;

internal sealed record ClaimProposed(ClaimFile File) : ClaimEvent;

internal sealed record ClaimApproved(Guid ClaimId, string ApprovedBy, DateOnly ApprovedOn) : ClaimEvent;

internal sealed record ClaimRejected(Guid ClaimId, string Reason, string RejectedBy, DateOnly RejectedOn) : ClaimEvent;

internal sealed record PaymentOrdered(Guid ClaimId, Guid OrderId, IReadOnlyList<int> Lines, string OrderedBy, DateOnly OrderedOn) : ClaimEvent;

internal sealed record SubsidyPaid(
    Guid ClaimId,
    Guid OrderId,
    int Line,
    Guid PlacementId,
    Guid PersonId,
    Guid UnitId,
    RegionCode Region,
    string Kind,
    YearMonth Month,
    Money Amount,
    DateOnly PaidOn,
    string BankReference) : ClaimEvent;

internal sealed record PaymentFailed(Guid ClaimId, Guid OrderId, int Line, string Reason, DateOnly FailedOn) : ClaimEvent;
