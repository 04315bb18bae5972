using YouthPlatform.Policy;

namespace YouthPlatform.Internships.MatchingEvents;

internal abstract record MatchingEventEvent;

internal sealed record MatchingEventPlanned(MatchingEventPlan Plan, string PlannedBy, RuleVersion Rule) : MatchingEventEvent;

internal sealed record MatchingEventMoved(Guid EventId, DateOnly HeldOn, string Venue, string Reason) : MatchingEventEvent;

internal sealed record MatchingEventJoined(Guid EventId, Participant Participant) : MatchingEventEvent;

internal sealed record MatchingEventLeft(Guid EventId, Guid UnitId) : MatchingEventEvent;

internal sealed record MatchingEventHeld(
    Guid EventId, RegionCode Region, string Kind, DateOnly HeldOn, MatchingFigures Figures, string ReportedBy) : MatchingEventEvent;

internal sealed record MatchingEventCancelled(Guid EventId, string Reason, DateOnly CancelledOn) : MatchingEventEvent;

internal sealed record MatchingOfferMade(Guid EventId, MatchingOffer Offer, DateOnly MadeOn) : MatchingEventEvent;

internal sealed record MatchingOfferAnswered(
    Guid EventId, Guid OfferId, Guid UnitId, Guid PostId, Guid PersonId, RegionCode Region, bool IsAccepted, DateOnly AnsweredOn) : MatchingEventEvent;
