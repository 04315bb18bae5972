using System.ComponentModel;
using Npgsql;
using YouthPlatform.Internships.Reads;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Applications;

/// <summary>An application as it stands, with the checks that say why.</summary>
internal sealed record ApplicationView(
    Guid ApplicationId,
    Guid PersonId,
    Guid PostId,
    Guid UnitId,
    string Region,
    [property: Description(
        "submitted, refused (not eligible), rejected; approved (pushed to the unit), invited, offered, accepted, turned_down, placed; withdrawn")]
    string Status,
    string? Reason,
    bool IsHardship,
    IReadOnlyList<NamedCheck> Checks,
    ReviewView Review,
    [property: Description("Day of the interview, or first day of the offered internship")] DateOnly? On,
    Guid? PlacementId)
{
    public static ApplicationView Of(ApplicationState state, DateOnly today) => state switch
    {
        ApplicationState.Submitted s => Of(s.File, "submitted", today),
        ApplicationState.Refused s => Of(s.File, "refused", today) with { Reason = "不符合见习对象条件，详见未通过的核验项。" },
        ApplicationState.Approved s => Of(s, today),
        ApplicationState.Rejected s => Of(s.File, "rejected", today) with { Reason = s.Reason },
        ApplicationState.TurnedDown s => Of(s.File, "turned_down", today) with { Reason = s.Reason },
        ApplicationState.Withdrawn s => Of(s.File, "withdrawn", today) with { Reason = s.Reason },
        ApplicationState.Placed s => Of(s.File, "placed", today) with { PlacementId = s.PlacementId },
        _ => throw new InvalidOperationException("An application that was never submitted has no view."),
    };

    public static ApplicationFile FileOf(ApplicationState state) => state switch
    {
        ApplicationState.Submitted s => s.File,
        ApplicationState.Refused s => s.File,
        ApplicationState.Approved s => s.File,
        ApplicationState.Rejected s => s.File,
        ApplicationState.TurnedDown s => s.File,
        ApplicationState.Withdrawn s => s.File,
        ApplicationState.Placed s => s.File,
        _ => throw new InvalidOperationException("An application that was never submitted has no file."),
    };

    private static ApplicationView Of(ApplicationState.Approved approved, DateOnly today) => approved.Uptake switch
    {
        Uptake.Invited invited => Of(approved.File, "invited", today) with { On = invited.InterviewOn },
        Uptake.Offered offered => Of(approved.File, "offered", today) with { On = offered.StartsOn },
        Uptake.Accepted accepted => Of(approved.File, "accepted", today) with { On = accepted.StartsOn },
        _ => Of(approved.File, "approved", today),
    };

    private static ApplicationView Of(ApplicationFile file, string status, DateOnly today) => new(
        file.ApplicationId,
        file.PersonId,
        file.PostId,
        file.UnitId,
        file.Region.Value,
        status,
        null,
        file.IsHardship,
        file.Checks,
        ReviewView.Of(file.Review, status == "submitted", today),
        null,
        null);
}

/// <summary>An application in a list.</summary>
internal sealed record ApplicationRow(
    Guid ApplicationId, Guid PersonId, Guid PostId, Guid UnitId, string Region, string Status, bool IsHardship, ReviewView Review, DateOnly? ApprovedOn)
{
    public const string Select =
        $"""
        SELECT application_id, person_id, post_id, unit_id, region, status, is_hardship, submitted_on, review_due_on, approved_on FROM applications
        WHERE {Listing.ConfinedToPerson} AND application_id > $4 ORDER BY application_id LIMIT $5
        """;

    public static ApplicationRow Of(NpgsqlDataReader row, DateOnly today) => new(
        row.GetGuid(0),
        row.GetGuid(1),
        row.GetGuid(2),
        row.GetGuid(3),
        row.GetString(4),
        row.GetString(5),
        row.GetBoolean(6),
        new ReviewView(row.Date(7), row.Date(8), row.GetString(5) == "submitted" && today > row.Date(8)),
        row.DateOrNull(9));
}
