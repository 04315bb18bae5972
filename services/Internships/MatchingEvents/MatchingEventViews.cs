using System.ComponentModel;
using Npgsql;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.MatchingEvents;

/// <summary>A matching event as it stands.</summary>
internal sealed record MatchingEventView(
    Guid EventId,
    string Region,
    string Title,
    string Kind,
    DateOnly HeldOn,
    string Venue,
    [property: Description("planned, held or cancelled")] string Status)
{
    [Description("Units that take part, with the posts they bring")]
    public IEnumerable<Participant> Participants { get; init; } = [];

    public MatchingFigures? Figures { get; init; }

    public string? Reason { get; init; }

    public int OffersMade { get; init; }

    public int OffersAccepted { get; init; }

    public static MatchingEventView Of(MatchingEventState state) => state switch
    {
        MatchingEventState.Planned s => Of(s.Plan, "planned", s.Participants.Values, [.. s.Offers.Values]),
        MatchingEventState.Held s => Of(s.Plan, "held", s.Participants.Values, [.. s.Offers.Values]) with { Figures = s.Figures },
        MatchingEventState.Cancelled s => Of(s.Plan, "cancelled", [], []) with { Reason = s.Reason },
        _ => throw new InvalidOperationException("An event that was never planned has no view."),
    };

    private static MatchingEventView Of(MatchingEventPlan plan, string status, IEnumerable<Participant> participants, IReadOnlyList<MatchingOffer> offers) =>
        new(plan.EventId, plan.Region.Value, plan.Title, plan.Kind, plan.HeldOn, plan.Venue, status)
        {
            Participants = participants,
            OffersMade = offers.Count,
            OffersAccepted = offers.Count(offer => offer.IsAccepted == true),
        };
}

/// <summary>A matching event in a list.</summary>
internal sealed record MatchingEventRow(
    Guid EventId, string Region, string Title, string Kind, DateOnly HeldOn, string Venue, string Status)
{
    public const string Select =
        """
        SELECT event_id, region, title, kind, held_on, venue, status FROM matching_events
        WHERE ($1::text IS NULL OR region LIKE $1) AND ($2::date IS NULL OR held_on >= $2) AND event_id > $3 ORDER BY event_id LIMIT $4
        """;

    public static MatchingEventRow Of(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.Date(4), row.GetString(5), row.GetString(6));
}

/// <summary>An offer as its person or unit sees it.</summary>
internal sealed record MatchingOfferRow(
    Guid OfferId, Guid EventId, Guid UnitId, Guid PostId, Guid PersonId, DateOnly MadeOn, [property: Description("null until answered")] bool? IsAccepted)
{
    public const string Select =
        """
        SELECT offer_id, event_id, unit_id, post_id, person_id, made_on, is_accepted FROM matching_offers
        WHERE ($1::uuid IS NULL OR person_id = $1)
        AND ($2::text IS NULL OR unit_id IN (SELECT unit_id FROM host_units WHERE credit_code = $2)) AND offer_id > $3 ORDER BY offer_id LIMIT $4
        """;

    public static MatchingOfferRow Of(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetGuid(2), row.GetGuid(3), row.GetGuid(4), row.Date(5), row.IsDBNull(6) ? null : row.GetBoolean(6));
}

/// <summary>A matching event is planned.</summary>
internal sealed record PlanMatchingEventRequest(
    [property: Description("Region of the organiser")] string Region,
    string Title,
    [property: Description("Code of internship.matching_event_kinds")] string Kind,
    DateOnly HeldOn,
    string Venue);

/// <summary>It takes place on another day or elsewhere.</summary>
internal sealed record MoveMatchingEventRequest(DateOnly HeldOn, string Venue, string Reason);

/// <summary>A unit takes part with posts of its own.</summary>
internal sealed record JoinMatchingEventRequest(Guid UnitId, IReadOnlyList<Guid> PostIds);

/// <summary>A unit does not take part after all.</summary>
internal sealed record LeaveMatchingEventRequest(Guid UnitId);

/// <summary>A unit offers a post to a visitor.</summary>
internal sealed record MakeOfferRequest(Guid PostId, Guid PersonId);

/// <summary>The person's answer.</summary>
internal sealed record AnswerOfferRequest(bool IsAccepted);
