using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Internships.MatchingEvents;

/// <summary>One row an event, and one an offer.</summary>
internal sealed class MatchingEventTable : IProjection
{
    private static readonly Table<Guid> Events = new("matching_events", "event_id");
    private static readonly Column<string> Region = new(Events, "region");
    private static readonly Column<string> Title = new(Events, "title");
    private static readonly Column<string> Kind = new(Events, "kind");
    private static readonly Column<DateOnly> HeldOn = new(Events, "held_on");
    private static readonly Column<string> Venue = new(Events, "venue");
    private static readonly Column<string> Status = new(Events, "status");
    private static readonly Column<int> Units = new(Events, "units");
    private static readonly Column<int> Openings = new(Events, "openings");
    private static readonly Column<int> Visitors = new(Events, "visitors");
    private static readonly Column<int> Intentions = new(Events, "intentions");

    private static readonly Table<Guid> Offers = new("matching_offers", "offer_id");
    private static readonly Column<Guid> EventId = new(Offers, "event_id");
    private static readonly Column<Guid> UnitId = new(Offers, "unit_id");
    private static readonly Column<Guid> PostId = new(Offers, "post_id");
    private static readonly Column<Guid> PersonId = new(Offers, "person_id");
    private static readonly Column<DateOnly> MadeOn = new(Offers, "made_on");
    private static readonly Column<bool> IsAccepted = new(Offers, "is_accepted");

    public string Name => "matching_events";

    public IReadOnlyList<Table> Tables => [Events, Offers];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS matching_events (
            event_id uuid PRIMARY KEY,
            region text NOT NULL,
            title text NOT NULL,
            kind text NOT NULL,
            held_on date NOT NULL,
            venue text NOT NULL,
            status text NOT NULL,
            units int,
            openings int,
            visitors int,
            intentions int);
        CREATE INDEX IF NOT EXISTS matching_events_by_day ON matching_events (held_on, event_id);
        CREATE TABLE IF NOT EXISTS matching_offers (
            offer_id uuid PRIMARY KEY,
            event_id uuid NOT NULL,
            unit_id uuid NOT NULL,
            post_id uuid NOT NULL,
            person_id uuid NOT NULL,
            made_on date NOT NULL,
            is_accepted boolean);
        CREATE INDEX IF NOT EXISTS matching_offers_by_person ON matching_offers (person_id, offer_id);
        CREATE INDEX IF NOT EXISTS matching_offers_by_event ON matching_offers (event_id, offer_id);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            MatchingEventPlanned e => [Insert(e.Plan)],
            MatchingEventMoved e => [Events.Update(e.EventId).Set(HeldOn, e.HeldOn).Set(Venue, e.Venue)],
            MatchingEventHeld e => [Hold(e.EventId, e.Figures)],
            MatchingEventCancelled e => [Events.Update(e.EventId).Set(Status, "cancelled")],
            MatchingOfferMade e => [Insert(e)],
            MatchingOfferAnswered e => [Offers.Update(e.OfferId).Set(IsAccepted, e.IsAccepted)],
            _ => [],
        };
    }

    private static RowChange Insert(MatchingEventPlan plan) => Events.Insert(plan.EventId)
        .Set(Region, plan.Region.Value)
        .Set(Title, plan.Title)
        .Set(Kind, plan.Kind)
        .Set(HeldOn, plan.HeldOn)
        .Set(Venue, plan.Venue)
        .Set(Status, "planned");

    private static RowChange Hold(Guid eventId, MatchingFigures figures) => Events.Update(eventId)
        .Set(Status, "held")
        .Set(Units, figures.Units)
        .Set(Openings, figures.Openings)
        .Set(Visitors, figures.Visitors)
        .Set(Intentions, figures.Intentions);

    private static RowChange Insert(MatchingOfferMade e) => Offers.Insert(e.Offer.OfferId)
        .Set(EventId, e.EventId)
        .Set(UnitId, e.Offer.UnitId)
        .Set(PostId, e.Offer.PostId)
        .Set(PersonId, e.Offer.PersonId)
        .Set(MadeOn, e.MadeOn);
}
