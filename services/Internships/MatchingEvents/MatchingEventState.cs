using System.Collections.Immutable;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.MatchingEvents;

/// <summary>A 就业见习专项对接活动 as planned.</summary>
/// <param name="EventId">The event.</param>
/// <param name="Region">Region of the organiser, GB/T 2260.</param>
/// <param name="Title">Name of the event.</param>
/// <param name="Kind">Code of the list <c>internship.matching_event_kinds</c> (H9 §二(三)).</param>
/// <param name="HeldOn">China date.</param>
/// <param name="Venue">Place, or address on the web.</param>
internal sealed record MatchingEventPlan(Guid EventId, RegionCode Region, string Title, string Kind, DateOnly HeldOn, string Venue);

/// <summary>A unit that takes part, with the posts it brings.</summary>
internal sealed record Participant(Guid UnitId, IReadOnlyList<Guid> PostIds);

/// <summary>A unit's offer to a visitor.</summary>
internal sealed record MatchingOffer(Guid OfferId, Guid UnitId, Guid PostId, Guid PersonId, bool? IsAccepted);

/// <summary>What an event led to, as its organiser reports it.</summary>
/// <param name="Units">Units that came.</param>
/// <param name="Openings">Openings that they brought.</param>
/// <param name="Visitors">People who came.</param>
/// <param name="Intentions">People who agreed with a unit at first sight.</param>
internal sealed record MatchingFigures(int Units, int Openings, int Visitors, int Intentions);

internal abstract record MatchingEventState
{
    private MatchingEventState()
    {
    }

    public sealed record NotPlanned : MatchingEventState;

    public sealed record Planned(
        MatchingEventPlan Plan, ImmutableSortedDictionary<Guid, Participant> Participants, ImmutableSortedDictionary<Guid, MatchingOffer> Offers)
        : MatchingEventState;

    /// <summary>After the day: figures are on file, offers may still be answered.</summary>
    public sealed record Held(
        MatchingEventPlan Plan,
        ImmutableSortedDictionary<Guid, Participant> Participants,
        ImmutableSortedDictionary<Guid, MatchingOffer> Offers,
        MatchingFigures Figures) : MatchingEventState;

    public sealed record Cancelled(MatchingEventPlan Plan, string Reason) : MatchingEventState;
}
