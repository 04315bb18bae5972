using System.ComponentModel;
using Npgsql;
using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Assistances;

/// <summary>How far a person's services are.</summary>
internal sealed record ServiceCount(int Required, int Rendered, int Missing)
{
    public static ServiceCount Of(int required, int rendered) => new(required, rendered, Math.Max(0, required - rendered));
}

/// <summary>What a person is owed by a day, and what is missing.</summary>
internal sealed record OwedServicesView(
    Guid PersonId,
    string Region,
    string? Officer,
    string Status,
    [property: Description("Hardship graduates come first (H32 §二(九)21)")] bool IsHardship,
    [property: Description("wants_work or wants_startup")] string Duty,
    DateOnly Since,
    DateOnly DueOn,
    bool IsMet,
    bool IsOverdue,
    ServiceCount Guidance,
    ServiceCount Recommendations,
    [property: Description("Trainings, and internships that have begun")] ServiceCount TrainingOrInternship,
    ServiceCount Startup);

/// <summary>How an officer's people stand.</summary>
internal sealed record OfficerServicesView(
    string Region,
    [property: Description("Account; null for people without an officer")] string? Officer,
    int People,
    int Met,
    int Overdue,
    int MissingGuidance,
    int MissingRecommendations,
    int MissingTrainings);

/// <summary>Somebody who is to hear of a new post.</summary>
internal sealed record FirstCallView(
    Guid PersonId, string Region, string? Officer, bool IsHardship, string EducationLevel, [property: Description("Posts recommended so far")] int Recommendations);

/// <summary>
/// '1-3-1' as a computed obligation. What was done to an entry that was merged into this one counts, and so does an internship, as soon as
/// Internships tells of it.
/// </summary>
internal static class OwedServices
{
    private const string GuidanceMin = "tracking.guidance_min";
    private const string RecommendationsMin = "tracking.recommendations_min";
    private const string TrainingMin = "tracking.training_or_internship_min";
    private const string StartupMin = "tracking.startup_services_min";
    private const string Days = "tracking.services_within_days";

    /// <summary><c>owed</c>: $1 is today, $2 the regions, $3 to $8 the figures in force.</summary>
    private const string Owed = OpenEntries.Sql +
        """
        , required AS (
            SELECT * FROM unnest($3::text[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[])
                AS r (prefix, guidance_min, recommendations_min, trainings_min, startup_min, days)),
        counted AS (
            SELECT e.person_id, e.county, e.officer, e.status, e.education_level, cardinality(e.hardship) > 0 AS is_hardship, a.duty, a.since, a.since + r.days AS due_on,
                CASE WHEN a.duty = 'wants_work' THEN r.guidance_min ELSE 0 END AS guidance_min,
                CASE WHEN a.duty = 'wants_work' THEN r.recommendations_min ELSE 0 END AS recommendations_min,
                CASE WHEN a.duty = 'wants_work' THEN r.trainings_min ELSE 0 END AS trainings_min,
                CASE WHEN a.duty = 'wants_startup' THEN r.startup_min ELSE 0 END AS startup_min,
                s.guidance, s.recommendations, s.trainings + i.internships AS trainings, s.startup
            FROM open_entries e JOIN assistance a ON a.person_id = e.person_id JOIN required r ON e.county LIKE r.prefix || '%'
            CROSS JOIN LATERAL (
                SELECT array_agg(p.person_id) AS ids FROM ledger_entries p WHERE p.person_id = e.person_id OR p.merged_into = e.person_id) same
            CROSS JOIN LATERAL (
                SELECT sum(guidance)::int AS guidance, sum(recommendations)::int AS recommendations, sum(trainings)::int AS trainings,
                    sum(startup)::int AS startup FROM assistance WHERE person_id = ANY (same.ids)) s
            CROSS JOIN LATERAL (
                SELECT count(*)::int AS internships FROM ledger_internships WHERE person_id = ANY (same.ids) AND starts_on <= $1) i
            WHERE a.duty IN ('wants_work', 'wants_startup')),
        owed AS (
            SELECT *, guidance >= guidance_min AND recommendations >= recommendations_min AND trainings >= trainings_min AND startup >= startup_min AS is_met
            FROM counted)

        """;

    private const string List = Owed +
        """
        SELECT person_id, county, officer, status, is_hardship, duty, since, due_on, is_met, guidance_min, guidance, recommendations_min, recommendations,
            trainings_min, trainings, startup_min, startup FROM owed
        WHERE ($9::uuid IS NULL OR person_id = $9) AND ($10::text IS NULL OR officer = $10) AND ($11::boolean IS NULL OR is_met <> $11)
            AND (due_on, person_id) > ($12, $13) ORDER BY due_on, person_id LIMIT $14
        """;

    private const string FirstCall = Owed +
        """
        SELECT person_id, county, officer, is_hardship, education_level, recommendations FROM owed
        WHERE duty = 'wants_work' AND ($9::text IS NULL OR education_level = $9)
        ORDER BY is_hardship DESC, recommendations, due_on, person_id LIMIT $10
        """;

    private const string Officers = Owed +
        """
        SELECT county, officer, count(*)::int, count(*) FILTER (WHERE is_met)::int, count(*) FILTER (WHERE NOT is_met AND due_on < $1)::int,
            sum(greatest(0, guidance_min - guidance))::int, sum(greatest(0, recommendations_min - recommendations))::int,
            sum(greatest(0, trainings_min - trainings))::int
        FROM owed GROUP BY county, officer ORDER BY county, officer NULLS FIRST
        """;

    /// <summary>What one person is owed; null for who is owed nothing.</summary>
    public static async Task<OwedServicesView?> OfAsync(Guid personId, CaseDesk desk) =>
        (await ReadAsync(new(null, null, null, null, 1), personId, DayAndId.Start, 1, desk)).SingleOrDefault();

    public static Task<List<OwedServicesView>> ListAsync(OwedQuery query, int limit, CaseDesk desk) =>
        ReadAsync(query, null, DayAndId.Parse(query.After), limit, desk);

    public static Task<List<OfficerServicesView>> OfficersAsync(string? region, CaseDesk desk) => desk.Database.RowsAsync(
        Officers,
        Parameters(region, desk),
        row => new OfficerServicesView(
            row.GetString(0), row.TextOrNull(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5), row.GetInt32(6), row.GetInt32(7)),
        desk.Cancellation);

    /// <summary>Who is to hear of a new post first: hardship graduates, then who was recommended the fewest posts (H32 §二(九)21).</summary>
    public static Task<List<FirstCallView>> FirstCallAsync(string? region, string? education, int limit, CaseDesk desk) => desk.Database.RowsAsync(
        FirstCall,
        [.. Parameters(region, desk), education, limit],
        row => new FirstCallView(row.GetGuid(0), row.GetString(1), row.TextOrNull(2), row.GetBoolean(3), row.GetString(4), row.GetInt32(5)),
        desk.Cancellation);

    private static Task<List<OwedServicesView>> ReadAsync(OwedQuery query, Guid? person, DayAndId after, int limit, CaseDesk desk) =>
        desk.Database.RowsAsync(
            List,
            [.. Parameters(query.Region, desk), person, query.Officer, query.Missing, after.Day, after.Id, limit],
            row => Of(row, desk.Today),
            desk.Cancellation);

    private static object?[] Parameters(string? region, CaseDesk desk) =>
    [
        .. OpenEntries.Parameters(desk.Today, desk.Caller, region),
        .. RegionTable.Of(
            OpenEntries.RegionsOf(desk.Caller, region), desk.Rules, desk.Today, GuidanceMin, RecommendationsMin, TrainingMin, StartupMin, Days).Parameters,
    ];

    private static OwedServicesView Of(NpgsqlDataReader row, DateOnly today) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.TextOrNull(2),
        row.GetString(3),
        row.GetBoolean(4),
        row.GetString(5),
        row.Date(6),
        row.Date(7),
        row.GetBoolean(8),
        !row.GetBoolean(8) && row.Date(7) < today,
        ServiceCount.Of(row.GetInt32(9), row.GetInt32(10)),
        ServiceCount.Of(row.GetInt32(11), row.GetInt32(12)),
        ServiceCount.Of(row.GetInt32(13), row.GetInt32(14)),
        ServiceCount.Of(row.GetInt32(15), row.GetInt32(16)));
}

/// <summary>Which people are asked for.</summary>
internal sealed record OwedQuery(
    string? Region,
    [property: Description("Account of an officer")] string? Officer,
    [property: Description("true: only who lacks something; false: only who lacks nothing")] bool? Missing,
    string? After,
    int? Limit);
