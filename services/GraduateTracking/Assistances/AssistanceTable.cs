using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;
using YouthPlatform.GraduateTracking.LedgerEntries;
using static YouthPlatform.GraduateTracking.Assistances.AssistanceEvent;

namespace YouthPlatform.GraduateTracking.Assistances;

/// <summary>A row a person with what was done, and since when the person has wanted work; a row a service.</summary>
internal sealed class AssistanceTable : IProjection
{
    private static readonly Table<Guid> Assistance = new("assistance", "person_id");
    private static readonly Column<string> Owed = new(Assistance, "duty");
    private static readonly Column<DateOnly> Since = new(Assistance, "since");
    private static readonly Column<int> Guidance = new(Assistance, "guidance");
    private static readonly Column<int> Recommendations = new(Assistance, "recommendations");
    private static readonly Column<int> Trainings = new(Assistance, "trainings");
    private static readonly Column<int> Startup = new(Assistance, "startup");

    private static readonly Table<Guid> Services = new("assistance_services", "service_id");
    private static readonly Column<Guid> PersonId = new(Services, "person_id");
    private static readonly Column<string> Kind = new(Services, "kind");
    private static readonly Column<string> Title = new(Services, "title");
    private static readonly Column<string> Employer = new(Services, "employer");
    private static readonly Column<string> JobRegion = new(Services, "job_region");
    private static readonly Column<DateOnly> RenderedOn = new(Services, "rendered_on");
    private static readonly Column<string> RenderedBy = new(Services, "rendered_by");
    private static readonly Column<string> Withdrawn = new(Services, "withdrawn");

    public string Name => "assistance";

    public IReadOnlyList<Table> Tables => [Assistance, Services];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS assistance (
            person_id uuid PRIMARY KEY,
            duty text,
            since date,
            guidance int NOT NULL DEFAULT 0,
            recommendations int NOT NULL DEFAULT 0,
            trainings int NOT NULL DEFAULT 0,
            startup int NOT NULL DEFAULT 0);
        CREATE INDEX IF NOT EXISTS assistance_by_duty ON assistance (duty, since, person_id);
        CREATE TABLE IF NOT EXISTS assistance_services (
            service_id uuid PRIMARY KEY,
            person_id uuid NOT NULL,
            kind text NOT NULL,
            title text,
            employer text,
            job_region text,
            rendered_on date NOT NULL,
            rendered_by text NOT NULL,
            withdrawn text);
        CREATE INDEX IF NOT EXISTS assistance_services_by_person ON assistance_services (person_id, service_id);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded) => recorded.Data switch
    {
        LedgerEntryEvent.Classified e when e.Previous != e.Found.Code =>
            [Assistance.Upsert(e.PersonId).Set(Owed, Names.Of(e.Found.Duty)).Set(Since, e.ClassifiedOn)],
        ServiceRendered e => [Count(e.PersonId, e.Service.Group, 1), Insert(e)],
        ServiceWithdrawn e => [Count(e.PersonId, e.Group, -1), Services.Update(e.ServiceId).Set(Withdrawn, e.Reason)],
        _ => [],
    };

    private static RowChange Count(Guid person, ServiceGroup group, int by) => Assistance.Upsert(person).Add(
        group switch
        {
            ServiceGroup.Guidance => Guidance,
            ServiceGroup.Recommendation => Recommendations,
            ServiceGroup.Training => Trainings,
            _ => Startup,
        },
        by);

    private static RowChange Insert(ServiceRendered e) => Services.Insert(e.Service.ServiceId)
        .Set(PersonId, e.PersonId)
        .Set(Kind, e.Service.Kind)
        .Set(Title, e.Service.Job?.Title)
        .Set(Employer, e.Service.Job?.Employer)
        .Set(JobRegion, e.Service.Job?.Region)
        .Set(RenderedOn, e.Service.RenderedOn)
        .Set(RenderedBy, e.RenderedBy);
}
