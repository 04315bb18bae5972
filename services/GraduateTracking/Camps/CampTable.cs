using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;
using YouthPlatform.GraduateTracking.Assistances;

namespace YouthPlatform.GraduateTracking.Camps;

/// <summary>A row a camp, and one a long-term unemployed youth who was helped, by a camp or by a service.</summary>
internal sealed class CampTable : IProjection
{
    private static readonly Table<Guid> Camps = new("camps", "camp_id");
    private static readonly Column<string> Region = new(Camps, "region");
    private static readonly Column<string> Title = new(Camps, "title");
    private static readonly Column<DateOnly> FirstDay = new(Camps, "first_day");
    private static readonly Column<DateOnly> LastDay = new(Camps, "last_day");
    private static readonly Column<string> Status = new(Camps, "status");
    private static readonly Column<int> Members = new(Camps, "members");
    private static readonly Column<int> Attendances = new(Camps, "attendances");

    private static readonly Table<Guid> Helped = new("long_term_helped", "person_id");
    private static readonly Column<DateOnly> FirstHelpedOn = new(Helped, "first_helped_on");

    public string Name => "camps";

    public IReadOnlyList<Table> Tables => [Camps, Helped];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS camps (
            camp_id uuid PRIMARY KEY,
            region text NOT NULL,
            title text NOT NULL,
            first_day date NOT NULL,
            last_day date NOT NULL,
            status text NOT NULL,
            members int NOT NULL,
            attendances int NOT NULL);
        CREATE INDEX IF NOT EXISTS camps_by_region ON camps (region text_pattern_ops, camp_id);
        CREATE TABLE IF NOT EXISTS long_term_helped (
            person_id uuid PRIMARY KEY,
            first_helped_on date NOT NULL);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded) => recorded.Data switch
    {
        CampPlanned { Plan: var plan } =>
        [
            Camps.Insert(plan.CampId).Set(Region, plan.Region).Set(Title, plan.Title).Set(FirstDay, plan.Activities.Min(activity => activity.On))
                .Set(LastDay, plan.Activities.Max(activity => activity.On)).Set(Status, "planned").Set(Members, 0).Set(Attendances, 0),
        ],
        CampJoined e => [Camps.Update(e.CampId).Add(Members, 1)],
        CampAttended e => [Camps.Update(e.CampId).Add(Attendances, 1), Help(e.PersonId, e.AttendedOn)],
        CampCancelled e => [Camps.Update(e.CampId).Set(Status, "cancelled")],
        AssistanceEvent.ServiceRendered { LongTermUnemployment.Passed: true } e => [Help(e.PersonId, e.Service.RenderedOn)],
        _ => [],
    };

    private static RowChange Help(Guid person, DateOnly on) => Helped.Upsert(person).Least(FirstHelpedOn, on);
}
