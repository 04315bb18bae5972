using Npgsql;
using YouthPlatform.Entrepreneurship.Projects;
using YouthPlatform.Entrepreneurship.Rules;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Entrepreneurship.Resources;

/// <summary>Finds resources that fit a project, best first, each with its reasons.</summary>
internal sealed class ResourceMatching(NpgsqlDataSource database, StartupRules rules)
{
    private const int Most = 20;

    private const string Free =
        """
        SELECT resource_id, kind, title, region, sectors, capacity - taken, until,
            NOT EXISTS (SELECT FROM resource_matches m JOIN resources other USING (resource_id)
                WHERE m.project_id = $1 AND m.state IN ('proposed', 'accepted') AND other.kind = resources.kind)
        FROM resources
        WHERE state = 'offered' AND region LIKE $2 AND until >= $3 AND taken < capacity
            AND (sectors = '' OR $4 = ANY (string_to_array(sectors, ' ')))
            AND NOT EXISTS (SELECT FROM resource_matches m WHERE m.resource_id = resources.resource_id AND m.project_id = $1)
        """;

    /// <summary>Resources of the project's province that are free and were never proposed to it.</summary>
    public async Task<IReadOnlyList<FittingResource>> FindAsync(ProjectFile project, DateOnly today, CancellationToken cancellation)
    {
        var points = rules.ResourcePoints(project.Region, today);
        var rows = await database.RowsAsync(
            Free,
            [project.ProjectId, $"{project.Region.Province!.Prefix}%", today, project.Content.Sector],
            row => new Candidate(
                row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4).Length > 0, row.GetInt32(5), row.Date(6), row.GetBoolean(7)),
            cancellation);
        return
        [
            .. rows.Select(row => Fit(row, project.Region, points)).OrderByDescending(fit => fit.Points).ThenBy(fit => fit.Until).ThenBy(fit => fit.ResourceId).Take(Most),
        ];
    }

    private static FittingResource Fit(Candidate row, RegionCode project, ResourcePoints points)
    {
        List<(int Points, string Reason)> reasons = [];
        if (project.Prefecture is { } prefecture && prefecture.Covers(RegionCode.Parse(row.Region)))
        {
            reasons.Add((points.Prefecture, "与项目同在一个市州"));
        }

        if (row.IsForSector)
        {
            reasons.Add((points.Sector, "专门面向项目所在领域"));
        }

        if (row.IsNewKind)
        {
            reasons.Add((points.NewKind, "项目尚无此类资源"));
        }

        return new(row.ResourceId, row.Kind, row.Title, row.Region, row.Free, row.Until, reasons.Sum(reason => reason.Points), [.. reasons.Select(reason => reason.Reason)]);
    }

    private sealed record Candidate(
        Guid ResourceId, string Kind, string Title, string Region, bool IsForSector, int Free, DateOnly Until, bool IsNewKind);
}

/// <summary>What makes a resource fit, in points of the packs.</summary>
/// <param name="Prefecture">It is in the project's prefecture.</param>
/// <param name="Sector">It is for the project's sector in particular.</param>
/// <param name="NewKind">The project has none of its kind.</param>
internal sealed record ResourcePoints(int Prefecture, int Sector, int NewKind);

/// <summary>A resource that fits a project.</summary>
/// <param name="ResourceId">The resource.</param>
/// <param name="Kind">Code of the kind.</param>
/// <param name="Title">What it is.</param>
/// <param name="Region">Where it is.</param>
/// <param name="Free">Projects that it can still take.</param>
/// <param name="Until">Last day on which it can be matched.</param>
/// <param name="Points">How well it fits.</param>
/// <param name="Reasons">Why, for officials and teams.</param>
internal sealed record FittingResource(
    Guid ResourceId, string Kind, string Title, string Region, int Free, DateOnly Until, int Points, IReadOnlyList<string> Reasons);
