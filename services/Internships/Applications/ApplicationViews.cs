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
    [property: Description("submitted, refused (not eligible), approved, rejected or placed")] string Status,
    string? Reason,
    bool IsHardship,
    IReadOnlyList<NamedCheck> Checks,
    ReviewView Review,
    Guid? PlacementId)
{
    public static ApplicationView Of(ApplicationState state, DateOnly today) => state switch
    {
        ApplicationState.Submitted s => Of(s.File, "submitted", today),
        ApplicationState.Refused s => Of(s.File, "refused", today) with { Reason = "不符合见习对象条件，详见未通过的核验项。" },
        ApplicationState.Approved s => Of(s.File, "approved", today),
        ApplicationState.Rejected s => Of(s.File, "rejected", today) with { Reason = s.Reason },
        ApplicationState.Placed s => Of(s.File, "placed", today) with { PlacementId = s.PlacementId },
        _ => throw new InvalidOperationException("An application that was never submitted has no view."),
    };

    public static ApplicationFile FileOf(ApplicationState state) => state switch
    {
        ApplicationState.Submitted s => s.File,
        ApplicationState.Refused s => s.File,
        ApplicationState.Approved s => s.File,
        ApplicationState.Rejected s => s.File,
        ApplicationState.Placed s => s.File,
        _ => throw new InvalidOperationException("An application that was never submitted has no file."),
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
        null);
}

/// <summary>An application in a list.</summary>
internal sealed record ApplicationRow(
    Guid ApplicationId, Guid PersonId, Guid PostId, Guid UnitId, string Region, string Status, bool IsHardship, ReviewView Review)
{
    public const string Select =
        $"""
        SELECT application_id, person_id, post_id, unit_id, region, status, is_hardship, submitted_on, review_due_on FROM applications
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
        new ReviewView(row.Date(7), row.Date(8), row.GetString(5) == "submitted" && today > row.Date(8)));
}

/// <summary>The caller applies for a post.</summary>
internal sealed record SubmitApplicationRequest(Guid PostId);
