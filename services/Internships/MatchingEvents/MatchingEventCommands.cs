using YouthPlatform.Policy;

namespace YouthPlatform.Internships.MatchingEvents;

internal abstract record MatchingEventCommand;

/// <param name="Plan">The event.</param>
/// <param name="Kinds">Kinds of events (H9 §二(三)).</param>
/// <param name="Actor">Account of the organiser.</param>
/// <param name="Today">China date.</param>
internal sealed record PlanMatchingEvent(MatchingEventPlan Plan, Rule<CategoryList> Kinds, string Actor, DateOnly Today) : MatchingEventCommand;

internal sealed record MoveMatchingEvent(DateOnly HeldOn, string Venue, string Reason, DateOnly Today) : MatchingEventCommand;

internal sealed record JoinMatchingEvent(Participant Participant, DateOnly Today) : MatchingEventCommand;

internal sealed record LeaveMatchingEvent(Guid UnitId, DateOnly Today) : MatchingEventCommand;

internal sealed record ReportMatchingEvent(MatchingFigures Figures, string Actor, DateOnly Today) : MatchingEventCommand;

internal sealed record CancelMatchingEvent(string Reason, DateOnly Today) : MatchingEventCommand;

internal sealed record MakeOffer(MatchingOffer Offer, DateOnly Today) : MatchingEventCommand;

internal sealed record AnswerOffer(Guid OfferId, bool IsAccepted, DateOnly Today) : MatchingEventCommand;
