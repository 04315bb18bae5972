using System.ComponentModel;
using Npgsql;
using YouthPlatform.Internships.Reads;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.HostUnits;

/// <summary>A host unit as its file stands.</summary>
internal sealed record HostUnitView(
    Guid UnitId,
    string Name,
    string CreditCode,
    string Region,
    [property: Description("submitted, returned, approved or rejected")] string Status,
    string? Reason,
    IReadOnlyList<Guid> PostIds,
    ReviewView Review,
    DateOnly? ApprovedOn)
{
    public static HostUnitView Of(HostUnitState state, DateOnly today) => state switch
    {
        HostUnitState.Submitted s => Of(s.File, "submitted", null, today),
        HostUnitState.Returned s => Of(s.File, "returned", s.Reason, today),
        HostUnitState.Approved s => Of(s.File, "approved", null, today) with { ApprovedOn = s.ApprovedOn },
        HostUnitState.Rejected s => Of(s.File, "rejected", s.Reason, today),
        _ => throw new InvalidOperationException("A unit that has not applied has no view."),
    };

    private static HostUnitView Of(HostUnitFile file, string status, string? reason, DateOnly today) => new(
        file.UnitId,
        file.Name,
        file.CreditCode.Value,
        file.Region.Value,
        status,
        reason,
        file.PostIds,
        ReviewView.Of(file.Review, status == "submitted", today),
        null);
}

/// <summary>A host unit in a list.</summary>
internal sealed record HostUnitRow(
    Guid UnitId, string Name, string CreditCode, string Region, string Status, ReviewView Review)
{
    public const string Select =
        $"""
        SELECT unit_id, name, credit_code, region, status, submitted_on, review_due_on FROM host_units
        WHERE {Listing.Confined} AND unit_id > $4 ORDER BY unit_id LIMIT $5
        """;

    public static HostUnitRow Of(NpgsqlDataReader row, DateOnly today) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        new ReviewView(row.Date(5), row.Date(6), row.GetString(4) == "submitted" && today > row.Date(6)));
}

/// <summary>An employer applies to take interns, with its first posts.</summary>
internal sealed record ApplyAsHostUnitRequest(
    string Name,
    [property: Description("Unified social credit code, 18 characters")] string CreditCode,
    [property: Description("County or district, GB/T 2260")] string Region,
    IReadOnlyList<PostRequest> Posts);

/// <summary>A post of the application.</summary>
internal sealed record PostRequest(string Title, string Category, int Openings, int Months, Money MonthlyAllowance);

/// <summary>The application, corrected.</summary>
internal sealed record ResubmitHostUnitRequest(string Name);

/// <summary>The approval.</summary>
internal sealed record ApproveHostUnitRequest(
    [property: Description("Posts that are demonstration posts")] IReadOnlyList<Guid>? DemonstrationPostIds = null);
