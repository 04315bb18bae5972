using System.Collections.Immutable;
using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.MatchingEvents;

/// <summary>An event at which units and people meet; every region holds at least one a quarter (H9 §二(三)).</summary>
internal sealed class MatchingEvent : IDecider<MatchingEventState, MatchingEventCommand, MatchingEventEvent>
{
    private static readonly ImmutableSortedDictionary<Guid, Participant> Nobody = ImmutableSortedDictionary<Guid, Participant>.Empty;
    private static readonly ImmutableSortedDictionary<Guid, MatchingOffer> NoOffers = ImmutableSortedDictionary<Guid, MatchingOffer>.Empty;

    private MatchingEvent()
    {
    }

    public static MatchingEventState Initial { get; } = new MatchingEventState.NotPlanned();

    public static string Stream(Guid eventId) => $"matching_event-{eventId}";

    public static MatchingEventState Evolve(MatchingEventState state, MatchingEventEvent recorded) => (recorded, state) switch
    {
        (MatchingEventPlanned e, _) => new MatchingEventState.Planned(e.Plan, Nobody, NoOffers),
        (MatchingEventMoved e, MatchingEventState.Planned s) => s with { Plan = s.Plan with { HeldOn = e.HeldOn, Venue = e.Venue } },
        (MatchingEventJoined e, MatchingEventState.Planned s) => s with { Participants = s.Participants.SetItem(e.Participant.UnitId, e.Participant) },
        (MatchingEventLeft e, MatchingEventState.Planned s) => s with { Participants = s.Participants.Remove(e.UnitId) },
        (MatchingOfferMade e, MatchingEventState.Planned s) => s with { Offers = s.Offers.SetItem(e.Offer.OfferId, e.Offer) },
        (MatchingOfferMade e, MatchingEventState.Held s) => s with { Offers = s.Offers.SetItem(e.Offer.OfferId, e.Offer) },
        (MatchingOfferAnswered e, MatchingEventState.Planned s) => s with { Offers = Answered(s.Offers, e) },
        (MatchingOfferAnswered e, MatchingEventState.Held s) => s with { Offers = Answered(s.Offers, e) },
        (MatchingEventHeld e, MatchingEventState.Planned s) => new MatchingEventState.Held(s.Plan, s.Participants, s.Offers, e.Figures),
        (MatchingEventCancelled e, MatchingEventState.Planned s) => new MatchingEventState.Cancelled(s.Plan, e.Reason),
        _ => state,
    };

    public static IReadOnlyList<MatchingEventEvent> Decide(MatchingEventCommand command, MatchingEventState state) => (command, state) switch
    {
        (PlanMatchingEvent c, MatchingEventState.NotPlanned) => MatchingEventRules.Plan(c),
        (PlanMatchingEvent, _) => throw new RuleViolation("matching_event.already_planned", "该活动已安排。"),
        (_, MatchingEventState.NotPlanned) => throw new RuleViolation("matching_event.not_planned", "没有该对接活动。"),
        (MoveMatchingEvent c, MatchingEventState.Planned s) => MatchingEventRules.Move(c, s.Plan),
        (JoinMatchingEvent c, MatchingEventState.Planned s) => MatchingEventRules.Join(c, s),
        (LeaveMatchingEvent c, MatchingEventState.Planned s) => MatchingEventRules.Leave(c, s),
        (ReportMatchingEvent c, MatchingEventState.Planned s) => MatchingEventRules.Report(c, s.Plan),
        (ReportMatchingEvent c, MatchingEventState.Held s) when c.Figures == s.Figures => [],
        (CancelMatchingEvent c, MatchingEventState.Planned s) => [new MatchingEventCancelled(s.Plan.EventId, Reasons.Require(c.Reason), c.Today)],
        (CancelMatchingEvent, MatchingEventState.Cancelled) => [],
        (MakeOffer c, MatchingEventState.Planned s) => MatchingOffers.Make(c, s.Plan, s.Participants, s.Offers),
        (MakeOffer c, MatchingEventState.Held s) => MatchingOffers.Make(c, s.Plan, s.Participants, s.Offers),
        (AnswerOffer c, MatchingEventState.Planned s) => MatchingOffers.Answer(c, s.Plan, s.Offers),
        (AnswerOffer c, MatchingEventState.Held s) => MatchingOffers.Answer(c, s.Plan, s.Offers),
        (_, MatchingEventState.Cancelled) => throw new RuleViolation("matching_event.cancelled", "该活动已取消。"),
        _ => throw new RuleViolation("matching_event.held", "该活动已举办并填报。"),
    };

    public static MatchingEventPlan PlanOf(MatchingEventState state) => state switch
    {
        MatchingEventState.Planned s => s.Plan,
        MatchingEventState.Held s => s.Plan,
        MatchingEventState.Cancelled s => s.Plan,
        _ => throw new InvalidOperationException("An event that was never planned has no plan."),
    };

    private static ImmutableSortedDictionary<Guid, MatchingOffer> Answered(
        ImmutableSortedDictionary<Guid, MatchingOffer> offers, MatchingOfferAnswered answer) =>
        offers.SetItem(answer.OfferId, offers[answer.OfferId] with { IsAccepted = answer.IsAccepted });
}
