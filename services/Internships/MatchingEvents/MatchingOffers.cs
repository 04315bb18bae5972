using System.Collections.Immutable;
using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.MatchingEvents;

/// <summary>Offers that units make at an event and people answer; one offer a post and person.</summary>
internal static class MatchingOffers
{
    public static IReadOnlyList<MatchingEventEvent> Make(
        MakeOffer command,
        MatchingEventPlan plan,
        ImmutableSortedDictionary<Guid, Participant> participants,
        ImmutableSortedDictionary<Guid, MatchingOffer> offers)
    {
        var offer = command.Offer;
        if (command.Today < plan.HeldOn)
        {
            throw new RuleViolation("matching_event.not_held_yet", $"活动于 {plan.HeldOn:yyyy-MM-dd} 举办，届时方可发出录用意向。");
        }

        if (!participants.TryGetValue(offer.UnitId, out var participant) || !participant.PostIds.Contains(offer.PostId))
        {
            throw new RuleViolation("matching_offer.post_not_brought", "该岗位未参加本次对接活动。");
        }

        return offers.Values.Any(other => other.PostId == offer.PostId && other.PersonId == offer.PersonId)
            ? throw new RuleViolation("matching_offer.made_already", "已就该岗位向此人发出过录用意向。")
            : [new MatchingOfferMade(plan.EventId, offer, command.Today)];
    }

    public static IReadOnlyList<MatchingEventEvent> Answer(
        AnswerOffer command, MatchingEventPlan plan, ImmutableSortedDictionary<Guid, MatchingOffer> offers)
    {
        if (!offers.TryGetValue(command.OfferId, out var offer))
        {
            throw new RuleViolation("matching_offer.not_found", "没有该录用意向。");
        }

        if (offer.IsAccepted == command.IsAccepted)
        {
            return [];
        }

        return offer.IsAccepted is null
            ? [new MatchingOfferAnswered(
                plan.EventId, offer.OfferId, offer.UnitId, offer.PostId, offer.PersonId, plan.Region, command.IsAccepted, command.Today)]
            : throw new RuleViolation("matching_offer.answered_already", "该录用意向已答复。");
    }
}
