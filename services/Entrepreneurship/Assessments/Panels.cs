using Npgsql;
using YouthPlatform.Entrepreneurship.Judges;
using YouthPlatform.Entrepreneurship.Programmes;
using YouthPlatform.Entrepreneurship.Projects;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Entrepreneurship.Assessments;

/// <summary>Reads what panels are drawn from.</summary>
internal sealed class Panels(IEventStore store, NpgsqlDataSource database)
{
    private const string Pool =
        """
        SELECT j.account, coalesce(array_agg(t.kind) FILTER (WHERE t.kind IS NOT NULL), '{}'),
            coalesce(array_agg(t.value) FILTER (WHERE t.kind IS NOT NULL), '{}')
        FROM judges j LEFT JOIN judge_ties t USING (account) WHERE j.is_active AND j.region = $1 GROUP BY j.account ORDER BY j.account
        """;

    private const string Loads = "SELECT judge, count(*)::int FROM assessments WHERE call = $1 AND NOT is_recused GROUP BY judge";

    /// <summary>The digest of the close of applications, the last event before the draw, as the log holds it.</summary>
    public async Task<(long Position, byte[] Seed)> SeedAsync(ProgrammeAggregate programme, CancellationToken cancellation)
    {
        var closed = (await store.LoadAsync(programme.Stream, programme.Version - 1, cancellation)).Events[0];
        return (closed.Position, EventDigest.Of(closed));
    }

    public Task<List<PoolJudge>> JudgesAsync(RegionCode region, CancellationToken cancellation) => database.RowsAsync(
        Pool,
        [region.Value],
        row => new PoolJudge(
            row.GetString(0),
            row.GetFieldValue<string[]>(1).Zip(row.GetFieldValue<string[]>(2), (kind, value) => new Tie(kind, value)).ToHashSet()),
        cancellation);

    public async Task<IReadOnlyList<PoolProject>> ProjectsAsync(ProgrammeFile programme, CancellationToken cancellation)
    {
        List<PoolProject> projects = [];
        foreach (var projectId in programme.Entries.Keys)
        {
            projects.Add(Tied((await store.ProjectAsync(projectId, cancellation)).State.FileOrNull!));
        }

        return projects;
    }

    /// <summary>The judge who takes the place of one who steps back.</summary>
    /// <exception cref="RuleViolation"><c>panel.judges_missing</c>: there is none.</exception>
    public async Task<string> NextAsync(AssessmentState.Assigned assigned, CancellationToken cancellation)
    {
        var programme = (await store.ProgrammeAsync(assigned.Call, cancellation)).State;
        if (programme is not ProgrammeState.InReview review)
        {
            throw new RuleViolation("programme.not_in_review", "评审已结束。");
        }

        var project = Tied((await store.ProjectAsync(assigned.ProjectId, cancellation)).State.FileOrNull!);
        var pool = await JudgesAsync(review.File.Terms.Region, cancellation);
        var load = (await database.RowsAsync(Loads, [assigned.Call.ToString()], row => (row.GetString(0), row.GetInt32(1)), cancellation)).ToDictionary();
        return PanelDraw.Candidates(Convert.FromHexString(review.Seed), project, pool, load)
            .FirstOrDefault(account => !assigned.Judges.Contains(account) && !assigned.Recused.Contains(account))
            ?? throw new RuleViolation("panel.judges_missing", "没有可以替换的评委，请补充评委。");
    }

    private static PoolProject Tied(ProjectFile file)
    {
        var content = file.Content;
        HashSet<Tie> ties =
        [
            new("project", file.ProjectId.ToString()),
            new("college", content.College),
            .. content.Team().Select(member => new Tie("person", member.PersonId.ToString())),
        ];
        if (content.FirmCode is { } firm)
        {
            ties.Add(new("firm", firm));
        }

        return new(file.ProjectId, ties);
    }
}
