using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Posts;

/// <summary>Looks for published posts that take applications today; posts of suspended units are left out.</summary>
internal static class PostSearch
{
    private const string Select =
        $"""
        SELECT {PostRow.Columns} FROM posts p JOIN host_units u ON u.unit_id = p.unit_id
        WHERE p.status = 'published' AND p.programme = $1
        AND ($2::text IS NULL OR p.region LIKE $2) AND ($3::text IS NULL OR p.category = $3)
        AND ($4::text IS NULL OR cardinality(p.education) = 0 OR $4 = ANY (p.education))
        AND ($5::numeric IS NULL OR p.monthly_allowance >= $5) AND ($6::numeric IS NULL OR p.monthly_allowance <= $6)
        AND ($7::text[] IS NULL OR p.words @> $7)
        AND ($8 = false OR p.taken < p.openings) AND ($9::boolean IS NULL OR p.is_demonstration = $9)
        AND (p.expires_on IS NULL OR p.expires_on >= $10) AND (u.suspended_from IS NULL OR u.suspended_from > $10)
        AND ($11::uuid IS NULL OR p.post_id < $11)
        ORDER BY p.post_id DESC LIMIT $12
        """;

    public static async Task<Ok<Page<PostRow>>> ListAsync(
        [AsParameters] PostQuery query, NpgsqlDataSource database, TimeProvider time, CancellationToken cancellation)
    {
        var size = PageSize.Require(query.Limit);
        var words = query.Text is null ? null : SearchTerms.Query(query.Text);
        object?[] parameters =
        [
            query.Programme ?? Programmes.Employment,
            query.Region is null ? null : $"{RegionOf(query.Region).Prefix}%",
            query.Category,
            query.Education,
            Amount(query.AllowanceFrom),
            Amount(query.AllowanceTo),
            words is { Length: > 0 } ? words : null,
            query.Free ?? false,
            query.Demonstration,
            time.Today(),
            query.After,
            size + 1,
        ];
        var rows = await database.RowsAsync(Select, parameters, PostRow.Of, cancellation);
        return TypedResults.Ok(Page<PostRow>.Of(rows, size, row => row.PostId.ToString()));
    }

    private static RegionCode RegionOf(string text) =>
        RegionCode.TryParse(text, out var region) ? region : throw ApiException.BadRequest("region.unknown", "行政区划代码不正确。");

    private static decimal? Amount(string? text) => text is null ? null
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount
        : throw ApiException.BadRequest("request.amount_invalid", "金额应为数字，例如 1800.00。");
}

/// <summary>What is looked for.</summary>
internal sealed record PostQuery(
    [property: FromQuery(Name = "q"), Description("Words of title, description, address, majors or skills; Chinese needs no blanks")] string? Text,
    [property: Description("Region code; a prefix of two or four digits will do")] string? Region,
    [property: Description("Code of the category")] string? Category,
    [property: Description("Education level of the applicant, such as bachelor")] string? Education,
    [property: Description("Least allowance a month, such as 1500.00")] string? AllowanceFrom,
    [property: Description("Greatest allowance a month")] string? AllowanceTo,
    [property: Description("Only posts with free seats")] bool? Free,
    [property: Description("Only demonstration posts, or only others")] bool? Demonstration,
    [property: Description("employment_internship when left out; government_internship or enterprise_internship for students' internships")]
    string? Programme,
    [property: Description("Cursor: next of the page before; newest posts come first")] Guid? After,
    [property: Description("Size of the page, 1 to 500")] int? Limit);
