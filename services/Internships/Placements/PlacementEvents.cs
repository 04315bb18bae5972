using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Placements;

internal abstract record PlacementEvent;

internal sealed record PlacementArranged(PlacementAgreement Agreement, string ArrangedBy, DateOnly ArrangedOn) : PlacementEvent;

internal sealed record MentorAssigned(Guid PlacementId, Mentor Mentor) : PlacementEvent;

internal sealed record InsuranceRegistered(Guid PlacementId, Insurance Insurance) : PlacementEvent;

internal sealed record AgreementSigned(Guid PlacementId, Signature Signature) : PlacementEvent;

internal sealed record InternshipStarted(
    Guid PlacementId, Guid PersonId, Guid UnitId, Guid PostId, RegionCode Region, DateOnly StartsOn, DateOnly EndsOn) : PlacementEvent;

internal sealed record InternshipCompleted(
    Guid PlacementId, Guid PersonId, Guid UnitId, RegionCode Region, DateOnly EndedOn) : PlacementEvent;

internal sealed record InternshipEndedEarly(Guid PlacementId, DateOnly EndedOn, string Reason) : PlacementEvent;

internal sealed record PlacementCancelled(Guid PlacementId, string Reason, DateOnly CancelledOn) : PlacementEvent;
