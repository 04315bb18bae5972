using System.Net;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;

namespace YouthPlatform.Internships.Tests.Posts;

public sealed class PostApiTests(PostgresFixture postgres)
{
    [Fact]
    public async Task AFurtherPostIsReturnedCorrectedAndPublished()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var client = host.Unit(unit.CreditCode);
        var submitted = (await client.PostAsync("/v1/posts", new { unitId = unit.UnitId, post = InternshipsHost.PostRequest() })).ShouldBe(HttpStatusCode.Created);
        var path = $"/v1/posts/{(Guid)submitted["postId"]}";
        ((string?)submitted["review"]["dueOn"]).ShouldBe("2023-08-08");
        submitted["review"]["contentHash"]!.ToString().Length.ShouldBe(64);
        (await host.Graduate(Guid.Empty).GetAsync(path)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.file_forbidden");

        var fields = new[] { new { path = "/demands/skills", code = "unclear", reason = "请写明技能" } };
        var returned = (await host.Reviewer.PostAsync($"{path}/return", new { fields }, submitted.ETag)).ShouldBe(HttpStatusCode.OK);
        (await client.PostAsync($"{path}/resubmissions", InternshipsHost.PostRequest(), returned.ETag))
            .ShouldBeProblem(HttpStatusCode.Conflict, "review.nothing_corrected");
        var again = (await client.PostAsync($"{path}/resubmissions", InternshipsHost.PostRequest("Python"), returned.ETag)).ShouldBe(HttpStatusCode.OK);
        ((bool)again["corrections"].AsArray().ShouldHaveSingleItem()!["changed"]!).ShouldBeTrue();
        (await host.Reviewer.PostAsync($"{path}/approval", new { isDemonstration = true }, again.ETag)).ShouldBe(HttpStatusCode.OK);
        (await host.Graduate(Guid.Empty).GetAsync(path))["status"].ToString().ShouldBe("published");
        (await host.Reviewer.GetAsync("/v1/open-reviews"))["items"].AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task APublishedPostIsChangedAtOnceOrAfterReview()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var client = host.Unit(unit.CreditCode);
        var path = $"/v1/posts/{unit.PostId}";
        object Changed(int openings, string allowance) =>
            new { title = "研发助理", category = "research", openings, months = 6, monthlyAllowance = InternshipsHost.Yuan(allowance) };
        var post = await client.GetAsync(path);
        post = (await client.PostAsync($"{path}/changes", Changed(5, "2000.00"), post.ETag)).ShouldBe(HttpStatusCode.OK);
        post["monthlyAllowance"]["amount"]!.ToString().ShouldBe("2000.00");
        post = (await client.PostAsync($"{path}/changes", Changed(8, "2000.00"), post.ETag)).ShouldBe(HttpStatusCode.OK);
        ((int)post["openings"]).ShouldBe(5);
        ((int)post["proposed"]["openings"]!).ShouldBe(8);
        (await host.Graduate(Guid.Empty).GetAsync(path)).Body!["proposed"].ShouldBeNull();
        post = (await host.Reviewer.PostAsync($"{path}/changes/approval", null, post.ETag)).ShouldBe(HttpStatusCode.OK);
        ((int)post["openings"]).ShouldBe(8);
        ((int)(await client.GetAsync("/v1/posts?q=研发"))["items"].AsArray().ShouldHaveSingleItem()!["free"]!).ShouldBe(8);
    }

    [Theory]
    [InlineData("q=研发", "研发助理,研发工程师")]
    [InlineData("q=工程师", "研发工程师")]
    [InlineData("q=python", "研发工程师")]
    [InlineData("q=研发 python", "研发工程师")]
    [InlineData("q=发展", "")]
    [InlineData("region=4301", "研发助理,研发工程师,社区服务")]
    [InlineData("region=430103", "")]
    [InlineData("category=community_service", "社区服务")]
    [InlineData("education=bachelor", "研发助理,研发工程师,社区服务")]
    [InlineData("education=junior_college", "研发助理,社区服务")]
    [InlineData("allowanceFrom=2000", "研发工程师")]
    [InlineData("allowanceTo=1500.00", "社区服务")]
    [InlineData("demonstration=true", "社区服务")]
    public async Task PostsAreFoundByWordsAndFilters(string query, string titles)
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        await PublishedAsync(host);
        var found = (await host.Graduate(Guid.Empty).GetAsync($"/v1/posts?{query}"))["items"].AsArray();
        string.Join(',', found.Select(post => (string?)post!["title"]).Order(StringComparer.Ordinal)).ShouldBe(titles);
    }

    [Fact]
    public async Task PagesFollowEachOtherNewestFirstAndExpiredPostsAreLeftOut()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        await PublishedAsync(host);
        var client = host.Graduate(Guid.Empty);
        List<string> ids = [];
        for (string? next = ""; next is not null;)
        {
            var page = await client.GetAsync($"/v1/posts?limit=1{(next.Length == 0 ? "" : $"&after={next}")}");
            ids.AddRange(page["items"].AsArray().Select(post => post!["postId"]!.ToString()));
            next = (string?)page.Body!["next"];
        }

        ids.Count.ShouldBe(3);
        ids.ShouldBe(ids.OrderDescending(StringComparer.Ordinal));
        host.SetDate("2023-09-01");
        (await client.GetAsync("/v1/posts"))["items"].AsArray().Count.ShouldBe(2);
        (await client.GetAsync("/v1/posts?limit=0")).ShouldBeProblem(HttpStatusCode.BadRequest, "request.limit_invalid");
    }

    [Fact]
    public async Task TheDemonstrationShareIsWatchedByRegion()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        await PublishedAsync(host);
        var shares = (await host.Official("reviewer", "430000").GetAsync("/v1/posts/demonstration-share")).Body!.AsArray();
        var changsha = shares.Single(share => (string?)share!["region"] == "430100")!;
        ((int)changsha["openings"]!, (int)changsha["demonstrationOpenings"]!, (int)changsha["required"]!, (bool)changsha["isMet"]!).ShouldBe((6, 1, 1, true));
        changsha["rule"]!["clause"]!.ToString().ShouldBe("H9 §二(二)");
        ((bool)shares.Single(share => (string?)share!["region"] == "430400")!["isMet"]!).ShouldBeTrue();
    }

    /// <summary>Three posts of one unit; the engineer's applications close with August.</summary>
    private static async Task PublishedAsync(InternshipsHost host)
    {
        var code = InternshipsHost.NewCreditCode();
        object Of(string title, string category, int openings, string allowance, string[] education, string[] skills, string? expiresOn = null) =>
            new { title, category, openings, months = 6, monthlyAllowance = InternshipsHost.Yuan(allowance), education, skills, expiresOn };
        object[] posts =
        [
            Of("研发助理", "research", 2, "1800.00", [], []),
            Of("研发工程师", "research", 3, "2000.00", ["bachelor", "master"], ["Python"], "2023-08-31"),
            Of("社区服务", "community_service", 1, "1500.00", [], []),
        ];
        var applied = (await host.Unit(code).PostAsync("/v1/host-units", new { name = "长沙示例科技有限公司", creditCode = code, region = "430102", posts }))
            .ShouldBe(HttpStatusCode.Created);
        var demonstrationPostIds = new[] { (Guid)applied["postIds"].AsArray()[2]! };
        (await host.Reviewer.PostAsync($"/v1/host-units/{(Guid)applied["unitId"]}/approval", new { demonstrationPostIds }, applied.ETag)).ShouldBe(HttpStatusCode.OK);
    }
}
