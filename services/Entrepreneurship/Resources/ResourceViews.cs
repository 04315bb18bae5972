using System.ComponentModel;
using Npgsql;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Entrepreneurship.Resources;

/// <summary>A resource as its unit and officials see it.</summary>
internal sealed record ResourceView(
    Guid ResourceId,
    string Kind,
    string Title,
    string Description,
    string OwnerCode,
    string Region,
    IReadOnlyList<string> Sectors,
    int Capacity,
    DateOnly Until,
    [property: Description("offered or withdrawn")] string State,
    string? Reason,
    IReadOnlyList<ResourceMatch> Matches)
{
    public static ResourceView Of(ResourceState state)
    {
        var file = state.FileOrNull ?? throw new InvalidOperationException("A resource that was never offered has no view.");
        var view = new ResourceView(
            file.ResourceId,
            file.Kind,
            file.Title,
            file.Description,
            file.OwnerCode,
            file.Region.Value,
            file.Sectors,
            file.Capacity,
            file.Until,
            "offered",
            null,
            []);
        return state switch
        {
            ResourceState.Offered s => view with { Matches = [.. s.Matches.Values] },
            ResourceState.Withdrawn s => view with { State = "withdrawn", Reason = s.Reason, Matches = [.. s.Matches.Values] },
            _ => view,
        };
    }
}

/// <summary>A resource in a list.</summary>
internal sealed record ResourceRow(Guid ResourceId, string Kind, string Title, string Region, int Capacity, int Taken, DateOnly Until)
{
    public const string Select =
        """
        SELECT resource_id, kind, title, region, capacity, taken, until FROM resources
        WHERE state = 'offered' AND ($1::text IS NULL OR kind = $1) AND ($2::text IS NULL OR region LIKE $2) AND resource_id > $3
        ORDER BY resource_id LIMIT $4
        """;

    public static ResourceRow Of(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt32(4), row.GetInt32(5), row.Date(6));
}

/// <summary>A new resource.</summary>
internal sealed record ResourceRequest(
    [property: Description("Code of startup.resource_kinds")] string Kind,
    string Title,
    string Description,
    string Region,
    [property: Description("Sectors of the programmes that it is for; empty for all")] IReadOnlyList<string> Sectors,
    [property: Description("Projects that it serves at a time")] int Capacity,
    DateOnly Until);

/// <summary>A project that a resource is proposed to.</summary>
internal sealed record ProposalRequest(Guid ProjectId);

/// <summary>What a project was proposed or is served by.</summary>
/// <param name="ResourceId">The resource.</param>
/// <param name="Kind">Code of the kind.</param>
/// <param name="Title">What it is.</param>
/// <param name="State">proposed, accepted, declined or ended.</param>
/// <param name="Since">Since when.</param>
internal sealed record ProjectResource(Guid ResourceId, string Kind, string Title, string State, DateOnly Since)
{
    public const string Select =
        "SELECT m.resource_id, r.kind, r.title, m.state, m.since FROM resource_matches m JOIN resources r USING (resource_id) WHERE m.project_id = $1 ORDER BY m.since, m.resource_id";

    public static ProjectResource Of(NpgsqlDataReader row) => new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.Date(4));
}

/// <summary>The resources of a project.</summary>
/// <param name="Own">What it was proposed and has.</param>
/// <param name="Fitting">What fits it besides, best first.</param>
internal sealed record ProjectResources(IReadOnlyList<ProjectResource> Own, IReadOnlyList<FittingResource> Fitting);
