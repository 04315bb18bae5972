using System.ComponentModel;
using Npgsql;
using YouthPlatform.Internships.Reads;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Posts;

/// <summary>A post as it stands.</summary>
internal sealed record PostView(
    Guid PostId,
    Guid UnitId,
    string Region,
    string Title,
    string Category,
    int Openings,
    int Free,
    int Months,
    Money MonthlyAllowance,
    bool IsDemonstration,
    [property: Description("draft, submitted, returned, rejected, published, expired or closed")] string Status,
    DateOnly? PublishedOn)
{
    public string? Description { get; init; }

    public string? Address { get; init; }

    public required PostDemands Demands { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    [Description("employment_internship, government_internship or enterprise_internship")]
    public required string Programme { get; init; }

    [Description("Students who took up a post of the Sail plan")]
    public int? Students { get; init; }

    [Description("Review of a post that was submitted by itself, or of a change of a published one")]
    public ReviewView? Review { get; init; }

    [Description("Fields that were returned for correction; JSON pointers into the terms")]
    public IReadOnlyList<FieldReturn>? Returned { get; init; }

    [Description("Fields that the round before returned, and whether they changed since")]
    public IReadOnlyList<FieldCorrection>? Corrections { get; init; }

    [Description("Why it was rejected, or the remark of a return")]
    public string? Reason { get; init; }

    [Description("The post as a change that is under review would make it")]
    public PostTerms? Proposed { get; init; }

    public static PostView Of(PostState state, DateOnly today, InternshipRules rules) => state switch
    {
        PostState.Draft s => Of(s.Terms, s.Terms.Openings, "draft"),
        PostState.Submitted s => Of(s.Terms, s.Terms.Openings, "submitted") with
        {
            Review = ReviewView.Of(s.Round, s.Terms.Region, true, today, rules), Corrections = s.Corrections.Count == 0 ? null : s.Corrections,
        },
        PostState.Returned s => Of(s.Terms, s.Terms.Openings, "returned") with { Returned = s.Fields, Reason = s.Remark },
        PostState.Rejected s => Of(s.Terms, s.Terms.Openings, "rejected") with { Reason = s.Reason },
        PostState.Published s => Of(s.Terms, s.Free, s.IsExpired(today) ? "expired" : "published") with
        {
            IsDemonstration = s.IsDemonstration,
            PublishedOn = s.PublishedOn,
            Students = Programmes.IsForStudents(s.Terms.Programme) ? s.Students : null,
            Proposed = s.Pending?.Terms,
            Review = s.Pending is { } pending ? ReviewView.Of(pending.Round, s.Terms.Region, true, today, rules) : null,
        },
        PostState.Closed s => Of(s.Terms, s.Terms.Openings - s.Seats.Count, "closed"),
        _ => throw new InvalidOperationException("A post that was never drafted has no view."),
    };

    private static PostView Of(PostTerms terms, int free, string status) => new(
        terms.PostId,
        terms.UnitId,
        terms.Region.Value,
        terms.Title,
        terms.Category,
        terms.Openings,
        free,
        terms.Months,
        terms.MonthlyAllowance,
        false,
        status,
        null)
    {
        Description = terms.Description,
        Programme = terms.Programme,
        Address = terms.Address,
        Demands = terms.Demands,
        ExpiresOn = terms.ExpiresOn,
    };
}

/// <summary>A post in a list.</summary>
internal sealed record PostRow(
    Guid PostId,
    Guid UnitId,
    string UnitName,
    string Region,
    string Title,
    string Category,
    int Openings,
    int Free,
    int Months,
    Money MonthlyAllowance,
    bool IsDemonstration,
    [property: Description("Education levels that are accepted; any when empty")] IReadOnlyList<string> Education,
    DateOnly? PublishedOn,
    DateOnly? ExpiresOn,
    string Status)
{
    public const string Columns =
        """
        p.post_id, p.unit_id, u.name, p.region, p.title, p.category, p.openings, p.openings - p.taken, p.months, p.monthly_allowance,
        p.is_demonstration, p.education, p.published_on, p.expires_on, p.status
        """;

    public static PostRow Of(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetGuid(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.GetString(5),
        row.GetInt32(6),
        row.GetInt32(7),
        row.GetInt32(8),
        Money.Of(row.GetDecimal(9)),
        row.GetBoolean(10),
        row.GetFieldValue<string[]>(11),
        row.DateOrNull(12),
        row.DateOrNull(13),
        row.GetString(14));
}
