using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.OpenReviews;

/// <summary>The officials' work list: what waits for an answer, hardship first, then by due day.</summary>
internal static class OpenReviewEndpoints
{
    private const string Confined = "region LIKE ANY ($1) AND ($2::text IS NULL OR kind = $2) AND ($3::date IS NULL OR due_on < $3)";

    private const string SelectPage =
        $"""
        SELECT kind, subject_id, unit_id, region, is_priority, submitted_on, due_on FROM open_reviews
        WHERE {Confined} AND ($4::boolean IS NULL OR (NOT is_priority, due_on, subject_id) > ($4, $5, $6))
        ORDER BY NOT is_priority, due_on, subject_id LIMIT $7
        """;

    private const string SelectCounts =
        """
        SELECT kind, count(*), count(*) FILTER (WHERE due_on BETWEEN $2 AND $3), count(*) FILTER (WHERE due_on < $2) FROM open_reviews
        WHERE region LIKE ANY ($1) GROUP BY kind ORDER BY kind
        """;

    public static void MapOpenReviews(this IEndpointRouteBuilder routes)
    {
        var reviews = routes.MapV1("open-reviews");
        reviews.MapGet("", ListAsync).RequireRoles(Access.Officials).WithName("ListOpenReviews")
            .WithSummary("Reviews of the caller's regions that wait for an answer: hardship first, then by due day, with reminders as of today");
        reviews.MapGet("summary", CountAsync).RequireRoles(Access.Officials).WithName("CountOpenReviews")
            .WithSummary("How many reviews wait, are due soon and are overdue, by kind");
    }

    private static async Task<Ok<Page<OpenReview>>> ListAsync(
        [AsParameters] OpenReviewQuery query,
        Caller caller,
        NpgsqlDataSource database,
        InternshipRules rules,
        TimeProvider time,
        CancellationToken cancellation)
    {
        var size = PageSize.Require(query.Limit);
        var today = time.Today();
        var cursor = ReviewCursor.Read(query.After);
        object?[] parameters =
        [
            Regions(caller, query.Region), query.Kind, query.Overdue == true ? today : null, cursor?.IsOther, cursor?.DueOn, cursor?.Subject, size + 1,
        ];
        var rows = await database.RowsAsync(SelectPage, parameters, row => OpenReview.Of(row, today, caller, rules), cancellation);
        return TypedResults.Ok(Page<OpenReview>.Of(rows, size, row => new ReviewCursor(!row.IsPriority, row.DueOn, row.SubjectId).ToString()));
    }

    private static async Task<Ok<IReadOnlyList<OpenReviewCount>>> CountAsync(
        string? region, Caller caller, NpgsqlDataSource database, InternshipRules rules, TimeProvider time, CancellationToken cancellation)
    {
        var today = time.Today();
        var counts = await database.RowsAsync(
            SelectCounts,
            [Regions(caller, region), today, rules.RemindedUpTo(caller.Regions[0], today)],
            row => new OpenReviewCount(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)),
            cancellation);
        return TypedResults.Ok<IReadOnlyList<OpenReviewCount>>(counts);
    }

    private static string[] Regions(Caller caller, string? requested)
    {
        if (requested is null)
        {
            return [.. caller.Regions.Select(code => $"{code.Prefix}%")];
        }

        var code = RegionCode.TryParse(requested, out var parsed) ? parsed : throw ApiException.BadRequest("region.unknown", "行政区划代码不正确。");
        caller.RequireRegion(code);
        return [$"{code.Prefix}%"];
    }
}

/// <summary>What is looked for.</summary>
internal sealed record OpenReviewQuery(
    [property: Description("Region code; the caller's regions when left out")] string? Region,
    [property: Description("host_unit, bank_account, post, post_change or application")] string? Kind,
    [property: Description("Only reviews whose due day has passed")] bool? Overdue,
    [property: Description("Cursor: next of the page before")] string? After,
    [property: Description("Size of the page, 1 to 500")] int? Limit);

/// <summary>How many reviews of a kind wait.</summary>
internal sealed record OpenReviewCount(string Kind, long Open, long DueSoon, long Overdue);

/// <summary>Where a page ended.</summary>
internal sealed record ReviewCursor(bool IsOther, DateOnly DueOn, Guid Subject)
{
    public static ReviewCursor? Read(string? text) => text?.Split('_') switch
    {
        null => null,
        [var first, var day, var id] when DateOnly.TryParseExact(day, "yyyyMMdd", out var dueOn) && Guid.TryParse(id, out var subject) =>
            new(first == "1", dueOn, subject),
        _ => throw ApiException.BadRequest("request.after_invalid", "after 应为上一页返回的 next。"),
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsOther ? 1 : 0)}_{DueOn:yyyyMMdd}_{Subject}");
}
