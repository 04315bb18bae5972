using System.ComponentModel;
using Npgsql;
using YouthPlatform.Internships.Reads;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Placements;

/// <summary>A placement as it stands.</summary>
internal sealed record PlacementView(
    Guid PlacementId,
    Guid ApplicationId,
    Guid PersonId,
    Guid UnitId,
    Guid PostId,
    string Region,
    [property: Description("arranged, running, completed, ended_early or cancelled")] string Status,
    string? Reason,
    DateOnly StartsOn,
    DateOnly EndsOn,
    DateOnly? EndedOn,
    int Months,
    Money MonthlyAllowance,
    int AgreementVersion,
    Signature? UnitSignature,
    Signature? InternSignature,
    Mentor? Mentor,
    Insurance? Insurance)
{
    public static PlacementView Of(PlacementState state) => state switch
    {
        PlacementState.Arranged => Of(state, "arranged"),
        PlacementState.Running => Of(state, "running"),
        PlacementState.Completed s => Of(state, "completed") with { EndedOn = s.EndedOn },
        PlacementState.EndedEarly s => Of(state, "ended_early") with { EndedOn = s.EndedOn, Reason = s.Reason },
        PlacementState.Cancelled s => Of(state, "cancelled") with { Reason = s.Reason },
        _ => throw new InvalidOperationException("A placement that was never arranged has no view."),
    };

    public static Arrangement ArrangementOf(PlacementState state) => state switch
    {
        PlacementState.Arranged s => s.Arrangement,
        PlacementState.Running s => s.Arrangement,
        PlacementState.Completed s => s.Arrangement,
        PlacementState.EndedEarly s => s.Arrangement,
        PlacementState.Cancelled s => s.Arrangement,
        _ => throw new InvalidOperationException("A placement that was never arranged has no arrangement."),
    };

    private static PlacementView Of(PlacementState state, string status)
    {
        var arrangement = ArrangementOf(state);
        var agreement = arrangement.Agreement;
        return new(
            agreement.PlacementId,
            agreement.ApplicationId,
            agreement.PersonId,
            agreement.UnitId,
            agreement.PostId,
            agreement.Region.Value,
            status,
            null,
            agreement.StartsOn,
            agreement.EndsOn,
            null,
            agreement.Months,
            agreement.MonthlyAllowance,
            agreement.Version,
            arrangement.UnitSignature,
            arrangement.InternSignature,
            arrangement.Mentor,
            arrangement.Insurance);
    }
}

/// <summary>A placement in a list.</summary>
internal sealed record PlacementRow(
    Guid PlacementId, Guid PersonId, Guid UnitId, Guid PostId, string Region, string Status, DateOnly StartsOn, DateOnly EndsOn, DateOnly? EndedOn)
{
    public const string Select =
        $"""
        SELECT placement_id, person_id, unit_id, post_id, region, status, starts_on, ends_on, ended_on FROM placements
        WHERE {Listing.ConfinedToPerson} AND placement_id > $4 ORDER BY placement_id LIMIT $5
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
        row.DateOrNull(8));
}

/// <summary>A unit arranges an internship for an approved applicant; mentor and insurance may follow later.</summary>
internal sealed record ArrangePlacementRequest(
    Guid ApplicationId,
    DateOnly StartsOn,
    [property: Description("Duration; that of the post when left out")] int? Months = null,
    Mentor? Mentor = null,
    Insurance? Insurance = null);

/// <summary>The caller signs a version of the agreement for its party.</summary>
internal sealed record SignAgreementRequest(int Version);

/// <summary>The internship ended before its agreed end.</summary>
internal sealed record EndEarlyRequest(DateOnly EndedOn, string Reason);
