using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.GraduateTracking.Plans;

/// <summary>A row a plan, a row a step that is still to be done.</summary>
internal sealed class PlanTable : IProjection
{
    private static readonly Table<Guid> Plans = new("plans", "person_id");
    private static readonly Column<string> Status = new(Plans, "status");
    private static readonly Column<int> Revision = new(Plans, "revision");
    private static readonly Column<string> Responsible = new(Plans, "responsible");
    private static readonly Column<DateOnly> DrawnUpOn = new(Plans, "drawn_up_on");

    private static readonly Table<(Guid Person, int Number)> Open = new("plan_open_steps", "person_id", "number");
    private static readonly Column<DateOnly> OpenUntil = new(Open, "due_on");
    private static readonly Column<string> OpenKind = new(Open, "kind");
    private static readonly Column<string> OpenBy = new(Open, "responsible");

    public string Name => "plans";

    public IReadOnlyList<Table> Tables => [Plans, Open];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS plans (
            person_id uuid PRIMARY KEY,
            status text NOT NULL,
            revision int NOT NULL,
            responsible text NOT NULL,
            drawn_up_on date NOT NULL);
        CREATE TABLE IF NOT EXISTS plan_open_steps (
            person_id uuid NOT NULL,
            number int NOT NULL,
            kind text NOT NULL,
            responsible text NOT NULL,
            due_on date NOT NULL,
            PRIMARY KEY (person_id, number));
        CREATE INDEX IF NOT EXISTS plan_open_steps_by_day ON plan_open_steps (due_on, person_id);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded) => recorded.Data switch
    {
        PlanDrawnUp e =>
        [
            Plans.Upsert(e.PersonId).Set(Status, "running").Set(Revision, e.Revision).Set(Responsible, e.Responsible).Set(DrawnUpOn, e.DrawnUpOn),
            .. e.Steps.Select(step => Insert(e.PersonId, step)),
        ],
        PlanRevised e =>
        [
            Plans.Update(e.PersonId).Set(Revision, e.Revision).Set(Responsible, e.Responsible),
            .. e.Dropped.Select(number => Open.Delete((e.PersonId, number))),
            .. e.Steps.Select(step => Insert(e.PersonId, step)),
        ],
        PlanStepDone e => [Open.Delete((e.PersonId, e.Number))],
        PlanEnded e => [Plans.Update(e.PersonId).Set(Status, "ended"), .. e.Open.Select(number => Open.Delete((e.PersonId, number)))],
        _ => [],
    };

    private static RowChange Insert(Guid person, PlanStep step) => Open.Insert((person, step.Number))
        .Set(OpenKind, step.Kind)
        .Set(OpenBy, step.Responsible)
        .Set(OpenUntil, step.DueOn);
}
