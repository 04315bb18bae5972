using System.ComponentModel;
using Npgsql;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Entrepreneurship.Projects;

/// <summary>A project as its team and officials see it.</summary>
internal sealed record ProjectView(
    Guid ProjectId,
    string Programme,
    int Year,
    string Region,
    [property: Description("draft, submitted, returned, accepted, refused, withdrawn, not_selected or granted")] string State,
    string? Reason,
    ProjectContent Content,
    IReadOnlyList<ProjectDocument> Documents,
    [property: Description("What is to be corrected")] IReadOnlyList<FieldReturn> Returned,
    [property: Description("Last day of the review; while it is reviewed")] DateOnly? DueOn,
    [property: Description("For officials: applicants who share a person, firm, phone, account or address")] IReadOnlyList<RelatedProject> Related)
{
    public static ProjectView Of(ProjectState state, IReadOnlyList<RelatedProject>? related = null)
    {
        var file = state.FileOrNull ?? throw new InvalidOperationException("A project that was never drafted has no view.");
        return new(
            file.ProjectId,
            file.Call.Programme,
            file.Call.Year,
            file.Region.Value,
            state.Name,
            (state as ProjectState.Over)?.Reason,
            file.Content with { Links = [] },
            file.Documents,
            (state as ProjectState.Returned)?.Fields ?? [],
            (state as ProjectState.Submitted)?.Round.Deadline.DueOn,
            related ?? []);
    }
}

/// <summary>Another project that shares something with this one.</summary>
internal sealed record RelatedProject(
    Guid ProjectId, string Programme, string State, [property: Description("person, firm, phone, account, address")] IReadOnlyList<string> Shares)
{
    public const string Select =
        """
        SELECT l.project_id, p.programme, p.state, array_agg(DISTINCT l.kind ORDER BY l.kind)
        FROM project_links mine JOIN project_links l ON l.kind = mine.kind AND l.value = mine.value AND l.project_id <> mine.project_id
        JOIN projects p ON p.project_id = l.project_id
        WHERE mine.project_id = $1 GROUP BY l.project_id, p.programme, p.state ORDER BY l.project_id
        """;

    public static RelatedProject Of(NpgsqlDataReader row) => new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetFieldValue<string[]>(3));
}

/// <summary>A project in a list.</summary>
internal sealed record ProjectRow(
    Guid ProjectId, string Programme, int Year, string Title, string Sector, string College, string Region, Guid LeaderId, Money Amount, string State, DateOnly? DueOn)
{
    public const string Select =
        """
        SELECT project_id, programme, year, title, sector, college, region, leader_id, amount, state, due_on FROM projects
        WHERE ($1::text[] IS NULL OR region LIKE ANY ($1)) AND ($2::uuid IS NULL OR leader_id = $2) AND ($3::text IS NULL OR programme = $3)
            AND ($4::text IS NULL OR state = $4) AND ($1::text[] IS NULL OR state <> 'draft') AND project_id > $5
        ORDER BY project_id LIMIT $6
        """;

    public static ProjectRow Of(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.GetInt32(2),
        row.GetString(3),
        row.GetString(4),
        row.GetString(5),
        row.GetString(6),
        row.GetGuid(7),
        Money.Of(row.GetDecimal(8)),
        row.GetString(9),
        row.DateOrNull(10));
}
