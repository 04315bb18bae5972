using Npgsql;
using YouthPlatform.Internships.Reads;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Placements;

/// <summary>A placement in a list.</summary>
internal sealed record PlacementRow(
    Guid PlacementId,
    Guid PersonId,
    Guid UnitId,
    Guid PostId,
    string Region,
    string Status,
    DateOnly StartsOn,
    DateOnly EndsOn,
    DateOnly? EndedOn,
    DateOnly? FollowUpOn)
{
    private const string Columns = "placement_id, person_id, unit_id, post_id, region, status, starts_on, ends_on, ended_on, follow_up_on";

    public const string Select =
        $"""
        SELECT {Columns} FROM placements
        WHERE {Listing.ConfinedToPerson} AND placement_id > $4 ORDER BY placement_id LIMIT $5
        """;

    /// <summary>Completed at least $6 days before $7 by interns whom the unit has not employed, and for whom nobody asked for help.</summary>
    public const string SelectFollowUpsDue =
        $"""
        SELECT {Columns} FROM placements
        WHERE {Listing.Confined} AND status = 'completed' AND follow_up_on IS NULL AND ended_on < $6
        AND placement_id > $4 ORDER BY placement_id LIMIT $5
        """;

    public static PlacementRow Of(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetGuid(1),
        row.GetGuid(2),
        row.GetGuid(3),
        row.GetString(4),
        row.GetString(5),
        row.Date(6),
        row.Date(7),
        row.DateOrNull(8),
        row.DateOrNull(9));
}
