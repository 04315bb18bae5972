using Dapper;
using Npgsql;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Entrepreneurship.Projects;

/// <summary>Reads of the projects table.</summary>
internal sealed class ProjectQueries(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<ProjectView>> ListAsync(
        string programme, string? state, Caller caller, Guid? after, int rows, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<ProjectView.Row>(new CommandDefinition(
            """
            SELECT project_id AS ProjectId, programme, title, sector, region, leader_id AS LeaderId, state, amount, payment_id AS PaymentId
            FROM projects
            WHERE programme = @programme AND (@state::text IS NULL OR state = @state)
              AND (@after::uuid IS NULL OR project_id > @after) AND region LIKE ANY (@regions)
            ORDER BY project_id
            LIMIT @rows
            """,
            new { programme, state, after, rows, regions = caller.Regions.Select(region => RegionCodes.Prefix(region) + "%").ToArray() },
            cancellationToken: cancellationToken));
        return [.. found.Select(ProjectView.Of)];
    }
}
