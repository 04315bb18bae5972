using System.Diagnostics;
using System.Globalization;
using System.Net;
using YouthPlatform.Internships.Posts;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Internships.Tests.Posts;

/// <summary>
/// Search and matching among many posts, compared with what the posts say. How many is <c>YOUTH_POSTS</c>; with 100000 this is the measurement of
/// docs/performance.md.
/// </summary>
public sealed class ManyPostsTests(PostgresFixture postgres)
{
    private const int PageSize = 50;
    private const int Times = 15;

    private static int Count => int.Parse(Environment.GetEnvironmentVariable("YOUTH_POSTS") ?? "2000", CultureInfo.InvariantCulture);

    [Fact]
    public async Task TheNewestFittingOnesAreFoundByWordsRegionAndFigures()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var posts = await ManyPosts.WriteAsync(host, Count);
        var graduate = host.Graduate(posts.Wishes[0].PersonId);

        await FoundAsync(graduate, "", _ => true);
        await FoundAsync(graduate, "&q=软件", terms => terms.Title.Contains("软件", StringComparison.Ordinal));
        await FoundAsync(graduate, $"&q={ManyPosts.RareWord}", terms => terms.Description!.Contains(ManyPosts.RareWord, StringComparison.Ordinal));
        await FoundAsync(graduate, "&q=电气质检&region=4304", terms => terms.Title.StartsWith("电气质检", StringComparison.Ordinal) && terms.Region.Value.StartsWith("4304", StringComparison.Ordinal));
        await FoundAsync(graduate, "&region=430102&category=research", terms => terms.Region.Value == "430102" && terms.Category == "research");
        await FoundAsync(graduate, "&allowanceFrom=4200", terms => terms.MonthlyAllowance.Amount >= 4200);
        await FoundAsync(graduate, "&education=bachelor&region=433101&allowanceFrom=4000", terms =>
            terms.Demands.Education.Count == 0 && terms.Region.Value == "433101" && terms.MonthlyAllowance.Amount >= 4000);
        await FoundAsync(graduate, "&q=不存在的岗位", _ => false);

        async Task FoundAsync(ServiceClient client, string query, Func<PostTerms, bool> fits)
        {
            var expected = posts.Terms.Reverse().Where(fits).Take(PageSize).Select(terms => terms.PostId);
            var found = await MeasuredAsync(client, $"/v1/posts?limit={PageSize}{query}");
            found.Select(item => (Guid)item!["postId"]!).ShouldBe(expected, query);
        }
    }

    [Fact]
    public async Task PostsAndPeopleAreRankedBothWays()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var posts = await ManyPosts.WriteAsync(host, Count);
        var (wishes, prefecture) = (posts.Wishes[1], posts.Wishes[1].Regions[0].Value[..4]);

        var fitting = await MeasuredAsync(host.Graduate(wishes.PersonId), $"/v1/fitting-posts?limit={PageSize}");

        fitting.Count.ShouldBe(Math.Min(PageSize, posts.Terms.Count(terms =>
            terms.Region.Value.StartsWith(prefecture, StringComparison.Ordinal) && terms.Demands.Education.Count == 0)));
        Totals(fitting).ShouldBe(Totals(fitting).OrderDescending());
        fitting.ShouldAllBe(item => ((string)item!["region"]!).StartsWith(prefecture, StringComparison.Ordinal));

        var post = posts.Terms.Last(terms => terms.Demands.Education.Count == 0);
        var people = await MeasuredAsync(host.Official("reviewer", "430000"), $"/v1/posts/{post.PostId}/fitting-people?limit={PageSize}");

        Totals(people).ShouldBe(Totals(people).OrderDescending());
        people.Count.ShouldBe(Math.Min(PageSize, posts.Wishes.Count(each => each.Regions[0].Value[..4] == post.Region.Value[..4])));

        static List<int> Totals(System.Text.Json.Nodes.JsonArray items) => [.. items.Select(item => (int)item!["fit"]!["total"]!)];
    }

    private static async Task<System.Text.Json.Nodes.JsonArray> MeasuredAsync(ServiceClient client, string path)
    {
        var items = (await client.GetAsync(path)).ShouldBe(HttpStatusCode.OK)["items"].AsArray();
        List<double> times = [];
        for (var time = 0; time < Times; time++)
        {
            var began = Stopwatch.GetTimestamp();
            (await client.GetAsync(path)).ShouldBe(HttpStatusCode.OK);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{Count} posts, {path}: {items.Count} items, median {times[Times / 2]:0.0} ms, slowest {times[^1]:0.0} ms"));
        return items;
    }
}
