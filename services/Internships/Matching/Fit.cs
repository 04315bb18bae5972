using System.ComponentModel;
using System.Globalization;
using Npgsql;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Internships.Matching;

/// <summary>Why something ranks where it does: points by named part.</summary>
internal sealed record Fit(int Total, int Region, int Category, int Allowance, int Major, int Demonstration)
{
    /// <summary>
    /// The points of a post <c>p</c> for wishes <c>w</c> as columns, with the weights as $1 to $5. The same text both ways round, so that
    /// a post ranks a person by what ranks the post for that person.
    /// </summary>
    public const string Points =
        """
        CASE WHEN cardinality(w.regions) = 0 OR EXISTS (SELECT FROM unnest(w.regions) r WHERE starts_with(p.region, r)) THEN $1 ELSE $1 / 2 END
            AS region_points,
        CASE WHEN cardinality(w.categories) = 0 OR p.category = ANY (w.categories) THEN $2 ELSE 0 END AS category_points,
        CASE WHEN w.least_allowance IS NULL OR p.monthly_allowance >= w.least_allowance THEN $3
            ELSE floor($3 * p.monthly_allowance / w.least_allowance)::int END AS allowance_points,
        CASE WHEN EXISTS (
            SELECT FROM unnest(w.majors) m
            WHERE p.words @> ARRAY(SELECT substr(lower(m), i, 2) FROM generate_series(1, greatest(length(m) - 1, 1)) i)) THEN $4 ELSE 0 END
            AS major_points,
        CASE WHEN p.is_demonstration THEN $5 ELSE 0 END AS demonstration_points
        """;

    /// <summary>Whether a post <c>p</c> of a unit <c>u</c> takes somebody of the education <c>e.education</c> on the day $6.</summary>
    public const string Takes =
        """
        p.status = 'published' AND p.programme = 'employment_internship' AND p.taken < p.openings
        AND (p.expires_on IS NULL OR p.expires_on >= $6) AND (u.suspended_from IS NULL OR u.suspended_from > $6)
        AND (cardinality(p.education) = 0 OR e.education = ANY (p.education))
        """;

    public const string Sum = "region_points + category_points + allowance_points + major_points + demonstration_points";

    /// <summary>Columns of the points, in the order of <see cref="Of"/>.</summary>
    public const string Columns = "total, region_points, category_points, allowance_points, major_points, demonstration_points";

    public static Fit Of(NpgsqlDataReader row, int first) => new(
        row.GetInt32(first),
        row.GetInt32(first + 1),
        row.GetInt32(first + 2),
        row.GetInt32(first + 3),
        row.GetInt32(first + 4),
        row.GetInt32(first + 5));
}

/// <summary>A post that fits the caller.</summary>
internal sealed record FittingPost(
    Guid PostId,
    Guid UnitId,
    string Region,
    string Title,
    string Category,
    int Free,
    int Months,
    Money MonthlyAllowance,
    [property: Description("Points by part; the total is the rank")] Fit Fit);

/// <summary>A person whom a post fits.</summary>
internal sealed record FittingPerson(
    Guid PersonId, string Region, string Education, bool IsHardship, [property: Description("Points by part; hardship comes first, then the total")] Fit Fit);

/// <summary>Where a page of a ranking ended: whether hardship, the total, the id.</summary>
internal sealed record RankCursor(bool IsHardship, int Total, Guid Id)
{
    public static RankCursor? Read(string? text) => text?.Split('_') switch
    {
        null => null,
        [var first, var total, var id] when int.TryParse(total, CultureInfo.InvariantCulture, out var points) && Guid.TryParse(id, out var last) =>
            new(first == "1", points, last),
        _ => throw ApiException.BadRequest("request.after_invalid", "after 应为上一页返回的 next。"),
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsHardship ? 1 : 0)}_{Total}_{Id}");
}
