using Npgsql;
using YouthPlatform.Internships.Reads;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.HostUnits;

/// <summary>A host unit in a list.</summary>
internal sealed record HostUnitRow(
    Guid UnitId, string Name, string CreditCode, string Region, string Status, ReviewView Review, DateOnly? SuspendedFrom, IReadOnlyList<string> Honours)
{
    public const string Select =
        $"""
        SELECT unit_id, name, credit_code, region, status, submitted_on, review_due_on, suspended_from,
            ARRAY(SELECT honour FROM host_unit_honours h WHERE h.unit_id = host_units.unit_id ORDER BY honour)
        FROM host_units WHERE {Listing.Confined} AND unit_id > $4 ORDER BY unit_id LIMIT $5
        """;

    public static HostUnitRow Of(NpgsqlDataReader row, DateOnly today, InternshipRules rules) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        ReviewOf(row, today, rules),
        row.DateOrNull(7),
        row.GetFieldValue<string[]>(8));

    private static ReviewView ReviewOf(NpgsqlDataReader row, DateOnly today, InternshipRules rules)
    {
        var isOpen = row.GetString(4) == "submitted";
        var view = new ReviewView(row.Date(5), row.Date(6), isOpen && today > row.Date(6));
        return isOpen ? view.At(rules.Standing(row.Date(6), RegionCode.Parse(row.GetString(3)), today)) : view;
    }
}
