using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Applications;

internal abstract record ApplicationEvent;

internal sealed record ApplicationSubmitted(ApplicationFile File) : ApplicationEvent;

internal sealed record ApplicationRefused(Guid ApplicationId, DateOnly RefusedOn) : ApplicationEvent;

/// <summary>Approved and thereby pushed to the host unit.</summary>
internal sealed record ApplicationApproved(
    Guid ApplicationId, IReadOnlyList<ConfirmedCheck> Confirmed, string ApprovedBy, DateOnly ApprovedOn) : ApplicationEvent;

internal sealed record ApplicationRejected(Guid ApplicationId, string Reason, string RejectedBy, DateOnly RejectedOn) : ApplicationEvent;

internal sealed record ApplicantInvited(Guid ApplicationId, DateOnly InterviewOn, DateOnly InvitedOn) : ApplicationEvent;

internal sealed record OfferMade(
    Guid ApplicationId, Guid PersonId, Guid PostId, Guid UnitId, RegionCode Region, DateOnly StartsOn, DateOnly OfferedOn) : ApplicationEvent;

internal sealed record OfferAccepted(
    Guid ApplicationId, Guid PersonId, Guid PostId, Guid UnitId, RegionCode Region, DateOnly AcceptedOn) : ApplicationEvent;

/// <summary>The host unit does not take the applicant; the reason is a code of the pack's list.</summary>
internal sealed record ApplicantTurnedDown(Guid ApplicationId, string Reason, DateOnly TurnedDownOn) : ApplicationEvent;

/// <summary>The person withdrew, or declined an offer.</summary>
internal sealed record ApplicationWithdrawn(Guid ApplicationId, string? Reason, DateOnly WithdrawnOn) : ApplicationEvent;

internal sealed record ApplicationPlaced(Guid ApplicationId, Guid PlacementId) : ApplicationEvent;

internal sealed record ApplicationReopened(Guid ApplicationId, Guid PlacementId) : ApplicationEvent;
