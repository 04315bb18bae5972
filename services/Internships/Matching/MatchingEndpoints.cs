using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.Posts;
using YouthPlatform.Internships.Preferences;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Matching;

/// <summary>Which posts fit a person, and whom a post fits (H9 §二(一): posts are pushed to whom they fit, hardship graduates first).</summary>
internal static class MatchingEndpoints
{
    private const string SelectPosts =
        $"""
        WITH w AS (SELECT $7::text[] AS regions, $8::text[] AS categories, $9::numeric AS least_allowance, $10::text[] AS majors),
        ranked AS (
            SELECT p.*, {Fit.Points} FROM w CROSS JOIN unnest($11::text[]) AS place (prefix)
            JOIN posts p ON p.region ~>=~ place.prefix AND p.region ~<~ (place.prefix || ':')
            JOIN host_units u ON u.unit_id = p.unit_id JOIN people e ON e.person_id = $12
            WHERE {Fit.Takes} AND NOT EXISTS (
                SELECT FROM applications a WHERE a.person_id = $12 AND a.post_id = p.post_id
                AND a.status IN ('submitted', 'approved', 'invited', 'offered', 'accepted', 'placed'))),
        totals AS (SELECT *, {Fit.Sum} AS total FROM ranked)
        SELECT post_id, unit_id, region, title, category, openings - taken, months, monthly_allowance, {Fit.Columns} FROM totals
        WHERE $13::int IS NULL OR (total, post_id) < ($13, $14::uuid)
        ORDER BY total DESC, post_id DESC LIMIT $15
        """;

    private const string SelectPeople =
        $"""
        WITH ranked AS (
            SELECT w.person_id, e.region AS person_region, e.education, e.is_hardship, {Fit.Points}
            FROM posts p JOIN host_units u ON u.unit_id = p.unit_id
            JOIN preferences w ON w.around && $8::text[] JOIN people e ON e.person_id = w.person_id
            WHERE p.post_id = $7 AND {Fit.Takes}
            AND NOT EXISTS (SELECT FROM placements l WHERE l.person_id = w.person_id AND l.status IN ('arranged', 'running'))
            AND ($9 = false OR EXISTS (
                SELECT FROM applications a WHERE a.person_id = w.person_id AND a.post_id = p.post_id
                AND a.status IN ('approved', 'invited', 'offered', 'accepted')))),
        totals AS (SELECT *, {Fit.Sum} AS total FROM ranked)
        SELECT person_id, person_region, education, is_hardship, {Fit.Columns} FROM totals
        WHERE $10::boolean IS NULL OR (is_hardship, total, person_id) < ($10, $11::int, $12::uuid)
        ORDER BY is_hardship DESC, total DESC, person_id DESC LIMIT $13
        """;

    public static void MapMatching(this IEndpointRouteBuilder routes)
    {
        routes.MapV1("fitting-posts").MapGet("", PostsAsync).RequireRoles(Roles.Graduate)
            .WithName("ListFittingPosts").WithSummary("Posts with free seats that fit the caller's preferences, best first, with the reasons for the rank");
        routes.MapV1("posts").MapGet("{postId:guid}/fitting-people", PeopleAsync).RequireRoles([.. Access.Officials, Roles.HostUnit])
            .WithName("ListFittingPeople")
            .WithSummary("Whom the post fits, hardship first, with the reasons; a host unit sees only who was pushed to it");
    }

    private static async Task<Ok<Page<FittingPost>>> PostsAsync(
        string? after,
        int? limit,
        Caller caller,
        IEventStore store,
        NpgsqlDataSource database,
        InternshipRules rules,
        TimeProvider time,
        CancellationToken cancellation)
    {
        var size = PageSize.Require(limit);
        var person = await store.KnownAsync(caller, cancellation);
        var state = (await store.PreferenceAsync(person.PersonId, cancellation)).State;
        var wishes = (state as PreferenceState.Stated)?.Wishes ?? new Wishes(person.PersonId, [], [], null, []);
        var cursor = RankCursor.Read(after);
        object?[] parameters =
        [
            .. Points(rules.Weights(person.Region, time.Today())),
            time.Today(),
            wishes.Regions.Select(region => region.Prefix).ToArray(),
            wishes.Categories.ToArray(),
            wishes.LeastAllowance?.Amount,
            wishes.Majors.ToArray(),
            Places.Around(wishes.Regions.Count > 0 ? wishes.Regions : [person.Region]),
            person.PersonId,
            cursor?.Total,
            cursor?.Id,
            size + 1,
            time.Today(),
        ];
        var rows = await database.RowsAsync(SelectPosts, parameters, PostOf, cancellation);
        return TypedResults.Ok(Page<FittingPost>.Of(rows, size, row => new RankCursor(false, row.Fit.Total, row.PostId).ToString()));
    }

    private static async Task<Ok<Page<FittingPerson>>> PeopleAsync(
        Guid postId,
        string? after,
        int? limit,
        Caller caller,
        IEventStore store,
        NpgsqlDataSource database,
        InternshipRules rules,
        TimeProvider time,
        CancellationToken cancellation)
    {
        var size = PageSize.Require(limit);
        var post = (await store.PostAsync(postId, cancellation)).State is PostState.Published published
            ? published.Terms
            : throw new RuleViolation("post.not_published", "该岗位未在招募中。");
        var unit = await store.HostUnitAsync(post.UnitId, cancellation);
        caller.RequireRead(post.Region, HostUnitApplication.FileOf(unit.State).CreditCode);
        var cursor = RankCursor.Read(after);
        object?[] parameters =
        [
            .. Points(rules.Weights(post.Region, time.Today())),
            time.Today(),
            postId,
            Places.Above(post.Region),
            !caller.IsOfficial(),
            cursor?.IsHardship,
            cursor?.Total,
            cursor?.Id,
            size + 1,
        ];
        var rows = await database.RowsAsync(SelectPeople, parameters, PersonOf, cancellation);
        return TypedResults.Ok(Page<FittingPerson>.Of(rows, size, row => new RankCursor(row.IsHardship, row.Fit.Total, row.PersonId).ToString()));
    }

    private static IEnumerable<object?> Points(MatchWeights weights) =>
        [weights.Region, weights.Category, weights.Allowance, weights.Major, weights.Demonstration];

    private static FittingPost PostOf(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetGuid(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.GetInt32(5),
        row.GetInt32(6),
        Money.Of(row.GetDecimal(7)),
        Fit.Of(row, 8));

    private static FittingPerson PersonOf(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetBoolean(3), Fit.Of(row, 4));
}
