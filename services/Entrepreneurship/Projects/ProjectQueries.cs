using Npgsql;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Entrepreneurship.Projects;

/// <summary>Reads of the projects table.</summary>
internal sealed class ProjectQueries(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<ProjectView>> ListAsync(
        string programme, string? state, Caller caller, Guid? after, int rows, CancellationToken cancellationToken) =>
        await database.RowsAsync(
            """
            SELECT project_id, programme, title, sector, region, leader_id, state, amount, payment_id FROM projects
            WHERE programme = $1 AND ($2::text IS NULL OR state = $2) AND ($3::uuid IS NULL OR project_id > $3) AND region LIKE ANY ($4)
            ORDER BY project_id
            LIMIT $5
            """,
            [programme, state, after, caller.Regions.Select(region => $"{region.Prefix}%").ToArray(), rows],
            ProjectView.Of,
            cancellationToken);
}
