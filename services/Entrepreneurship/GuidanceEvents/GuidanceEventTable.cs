using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Entrepreneurship.GuidanceEvents;

/// <summary>One row an event.</summary>
internal sealed class GuidanceEventTable : IProjection
{
    private static readonly Table<Guid> Events = new("guidance_events", "event_id");
    private static readonly Column<string> Region = new(Events, "region");
    private static readonly Column<string> Title = new(Events, "title");
    private static readonly Column<string> Kind = new(Events, "kind");
    private static readonly Column<DateOnly> HeldOn = new(Events, "held_on");
    private static readonly Column<string> State = new(Events, "state");
    private static readonly Column<int> Attendees = new(Events, "attendees");

    public string Name => "guidance_events";

    public IReadOnlyList<Table> Tables => [Events];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS guidance_events (
            event_id uuid PRIMARY KEY,
            region text NOT NULL,
            title text NOT NULL,
            kind text NOT NULL,
            held_on date NOT NULL,
            state text NOT NULL,
            attendees int);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            GuidanceEventPlanned e =>
            [
                Events.Insert(e.Plan.EventId).Set(Region, e.Plan.Region.Value).Set(Title, e.Plan.Title).Set(Kind, e.Plan.Kind)
                    .Set(HeldOn, e.Plan.On).Set(State, "planned"),
            ],
            GuidanceEventHeld e => [Events.Update(e.Plan.EventId).Set(State, "held").Set(Attendees, e.Attendees)],
            GuidanceEventCancelled e => [Events.Update(e.EventId).Set(State, "cancelled")],
            _ => [],
        };
    }
}
