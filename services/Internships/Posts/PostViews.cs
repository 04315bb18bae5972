using System.ComponentModel;
using Npgsql;
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
    [property: Description("draft, published or closed")] string Status,
    DateOnly? PublishedOn)
{
    private const string Columns =
        "post_id, unit_id, region, title, category, openings, openings - taken, months, monthly_allowance, is_demonstration, status, published_on";

    public const string SelectOne = $"SELECT {Columns} FROM posts WHERE post_id = $1";

    public const string SelectPublished =
        $"""
        SELECT {Columns} FROM posts
        WHERE status = 'published' AND ($1::text IS NULL OR region LIKE $1) AND ($2::text IS NULL OR category = $2)
        AND ($3 = false OR taken < openings) AND post_id > $4
        ORDER BY post_id LIMIT $5
        """;

    public static PostView Of(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetGuid(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.GetInt32(5),
        row.GetInt32(6),
        row.GetInt32(7),
        Money.Of(row.GetDecimal(8)),
        row.GetBoolean(9),
        row.GetString(10),
        row.DateOrNull(11));
}
