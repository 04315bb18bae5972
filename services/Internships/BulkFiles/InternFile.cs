using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Imports.Files;
using YouthPlatform.Imports.Running;
using YouthPlatform.Internships.Applications;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Internships.Posts;
using YouthPlatform.Internships.Rules;
using YouthPlatform.PersonLinks;
using ApplicationState = YouthPlatform.Internships.Applications.ApplicationState;
using PlacementState = YouthPlatform.Internships.Placements.PlacementState;
using PostState = YouthPlatform.Internships.Posts.PostState;

namespace YouthPlatform.Internships.BulkFiles;

/// <summary>The interns that a unit takes on: a row an approved application, each with its agreement (H9 §二(五)).</summary>
internal sealed class InternFile(IEventStore store, NpgsqlDataSource database, InternshipRules rules) : UnitFile(store, database)
{
    private static readonly ImportColumn ApplicationId = new("application_id", true, "申请编号");
    private static readonly ImportColumn StartsOn = new("starts_on", true, "开始日期", "见习开始日期");
    private static readonly ImportColumn Months = new("months", false, "见习月数");
    private static readonly ImportColumn MentorId = new("mentor_id", false, "带教老师编号");
    private static readonly ImportColumn MentorPosition = new("mentor_position", false, "带教老师岗位");
    private static readonly ImportColumn Policy = new("policy_number", false, "保单号");
    private static readonly ImportColumn InsuredFrom = new("insured_from", false, "保险起期");
    private static readonly ImportColumn InsuredTo = new("insured_to", false, "保险止期");

    public override string Name => "interns";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
        [ApplicationId, StartsOn, Months, MentorId, MentorPosition, Policy, InsuredFrom, InsuredTo];

    public override async Task<BatchDecision> DecideAsync(ImportJob job, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var requireOwn = await OwnAsync(job, cancellationToken);
        var streams = Streams();
        var people = await PeopleAsync(job, streams, await ApplicationsAsync(streams, rows, cancellationToken), cancellationToken);
        var placements = await PersonPlacements.LoadAsync(Database, people.Values, cancellationToken);
        HashSet<Guid> arranged = [];
        return await streams.DecideAsync(rows, async row =>
        {
            ApplicationAggregate application = await LoadAsync(streams, row.Id(ApplicationId), cancellationToken);
            if (application.Version == 0)
            {
                throw new RuleViolation("application.not_found", "没有该见习申请。");
            }

            var file = ApplicationView.FileOf(application.State);
            requireOwn(file.UnitId);
            if (application.State is ApplicationState.Placed)
            {
                return AlreadyKnown(row.Number);
            }

            HostUnitAggregate unit = await streams.LoadAsync<HostUnit, HostUnitState, HostUnitCommand, HostUnitEvent>(
                HostUnit.Stream(file.UnitId), cancellationToken);
            HostUnitStanding.RequireActive(unit.State, job.Today);
            PostAggregate post = await streams.LoadAsync<Post, PostState, PostCommand, PostEvent>(Post.Stream(file.PostId), cancellationToken);
            var person = people[file.PersonId];
            placements.RequireFree(person);
            Arrange(job, streams, row, application, post, placements.EarlierEnd(person));
            return arranged.Add(person.SurvivorId) ? null : throw new RuleViolation("placement.person_placed_already", "该人员已有进行中的见习安排。");
        });
    }

    /// <summary>Seat, application and placement change together, as when a single internship is arranged.</summary>
    private void Arrange(
        ImportJob job, BatchStreams streams, ImportRow row, ApplicationAggregate application, PostAggregate post, DateOnly? earlierEnd)
    {
        var file = ApplicationView.FileOf(application.State);
        var request = RequestOf(row);
        var placementId = job.NewId();
        streams.Decide(post, new TakeSeat(placementId));
        streams.Decide(application, new PlaceApplicant(placementId));
        PlacementAggregate placement = streams.Create<Placement, PlacementState, PlacementCommand, PlacementEvent>(Placement.Stream(placementId));
        var limits = rules.Limits(file.Region, job.Today);
        foreach (var step in PlacementTerms.Arrange(
            placementId, request, file, PlacementTerms.OfPost(post.State), limits, earlierEnd, job.Actor, job.Today))
        {
            placement = streams.Decide(placement, step);
        }
    }

    private static ArrangePlacementRequest RequestOf(ImportRow row) => new(
        row.Id(ApplicationId),
        row.Date(StartsOn),
        row.Has(Months) ? row.Number(Months) : null,
        row.Has(MentorId) ? new Mentor(row.Id(MentorId), row.Text(MentorPosition)) : null,
        row.Has(Policy) ? new Insurance(row.Text(Policy), row.Date(InsuredFrom), row.Date(InsuredTo)) : null);

    private static async Task<IReadOnlyList<ApplicationAggregate>> ApplicationsAsync(
        BatchStreams streams, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Ids(ApplicationId);
        await streams.PrepareAsync<Application, ApplicationState, ApplicationCommand, ApplicationEvent>(ids.Select(Application.Stream), cancellationToken);
        List<ApplicationAggregate> applications = [];
        foreach (var id in ids)
        {
            applications.Add(await LoadAsync(streams, id, cancellationToken));
        }

        return applications;
    }

    private static ValueTask<ApplicationAggregate> LoadAsync(BatchStreams streams, Guid applicationId, CancellationToken cancellationToken) =>
        streams.LoadAsync<Application, ApplicationState, ApplicationCommand, ApplicationEvent>(Application.Stream(applicationId), cancellationToken);

    /// <summary>The people of some applications; that their ids are still theirs commits with the batch.</summary>
    private static async Task<IReadOnlyDictionary<Guid, LinkedPerson>> PeopleAsync(
        ImportJob job, BatchStreams streams, IReadOnlyList<ApplicationAggregate> applications, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. applications.Where(a => a.Version > 0).Select(a => ApplicationView.FileOf(a.State).PersonId).Distinct()];
        await streams.PrepareAsync<PersonLink, PersonLinkState, PersonLinkCommand, PersonLinkEvent>(ids.Select(PersonLink.Stream), cancellationToken);
        Dictionary<Guid, LinkedPerson> people = [];
        foreach (var id in ids)
        {
            people.Add(id, await LinkedPerson.LoadAsync(
                stream => streams.LoadAsync<PersonLink, PersonLinkState, PersonLinkCommand, PersonLinkEvent>(stream, cancellationToken), id));
        }

        streams.Commit(LinkedPerson.UseAll(people.Values, "placement", job.ImportId));
        return people;
    }
}
