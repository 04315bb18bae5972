using System.Net;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Internships.Tests.Access;

/// <summary>Officials of one prefecture neither see nor change the files of another; units act for themselves alone.</summary>
public sealed class RegionAccessTests(PostgresFixture postgres)
{
    private static readonly object Reason = new { reason = "理由" };
    private static readonly object Return = new { fields = new[] { new { path = "/name", code = "unclear", reason = "更正" } } };
    private static readonly object Honour = new { honour = "base", from = "2023-08-01", document = "文号" };
    private static readonly object Post = new { title = "助理", category = "research", openings = 1, months = 6, monthlyAllowance = InternshipsHost.Yuan("1800.00") };
    private static readonly object Account = new { bank = "银行", name = "长沙示例科技有限公司", number = "43000000000001" };

    [Fact]
    public async Task OfficialsOfAnotherPrefectureAreKeptOutOfEveryFile()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var (unit, post, matching) = await FilesAsync(host);
        (string Role, string Path, object? Body)[] routes =
        [
            ("reviewer", $"{unit}/approval", new { }), ("reviewer", $"{unit}/return", Return), ("reviewer", $"{unit}/rejection", Reason),
            ("reviewer", $"{unit}/suspension", new { from = "2023-08-01", reason = "理由" }), ("reviewer", $"{unit}/suspension-lifting", Reason),
            ("approver", $"{unit}/honours", Honour), ("approver", $"{unit}/honours/base/revocation", Reason),
            ("reviewer", $"{unit}/bank-account/confirmation", null), ("reviewer", $"{unit}/bank-account/refusal", Reason),
            ("reviewer", $"{post}/approval", new { }), ("reviewer", $"{post}/return", Return), ("reviewer", $"{post}/rejection", Reason),
            ("reviewer", $"{post}/changes/approval", null), ("reviewer", $"{post}/changes/refusal", Return),
            ("reviewer", $"{post}/demonstration", new { isDemonstration = true }),
            ("clerk", $"{matching}/date", new { heldOn = "2023-09-09", venue = "馆", reason = "理由" }), ("clerk", $"{matching}/cancellation", Reason),
            ("clerk", $"{matching}/figures", new { units = 1, openings = 1, visitors = 1, intentions = 1 }),
        ];
        foreach (var (role, path, body) in routes)
        {
            (await host.Official(role, "430400").PostAsync(path, body, "\"1\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        }

        (await host.Official("clerk", "430400").GetAsync(unit)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.file_forbidden");
        (await host.Official("clerk", "430400").GetAsync(post)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.file_forbidden");
        foreach (var list in (string[])["/v1/host-units", "/v1/posts/files", "/v1/open-reviews"])
        {
            (await host.Official("reviewer", "430400").GetAsync(list))["items"].AsArray().ShouldBeEmpty(list);
            (await host.Official("reviewer", "430100").GetAsync(list))["items"].AsArray().ShouldNotBeEmpty(list);
            (await host.Official("reviewer", "430400").GetAsync($"{list}?region=430102")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        }

        foreach (var watch in (string[])["/v1/posts/demonstration-share", "/v1/matching-events/quarters", "/v1/open-reviews/summary"])
        {
            (await host.Official("reviewer", "430400").GetAsync($"{watch}?region=430100")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        }
    }

    [Fact]
    public async Task UnitsActForThemselvesAlone()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var (unit, post, matching) = await FilesAsync(host);
        var unitId = Guid.Parse(unit.Split('/')[^1]);
        (string Path, object Body)[] routes =
        [
            ($"{unit}/resubmissions", new { name = "别的" }), ($"{unit}/withdrawal", Reason), ($"{unit}/bank-account", Account),
            ("/v1/posts", new { unitId, post = Post }), ($"{post}/resubmissions", Post), ($"{post}/changes", Post), ($"{post}/closure", Reason),
            ($"{matching}/participants", new { unitId, postIds = new[] { Guid.Empty } }), ($"{matching}/participants/departure", new { unitId }),
            ($"{matching}/offers", new { postId = Guid.Parse(post.Split('/')[^1]), personId = Guid.Empty }),
        ];
        var stranger = host.Unit(InternshipsHost.NewCreditCode());
        foreach (var (path, body) in routes)
        {
            (await stranger.PostAsync(path, body, "\"1\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.unit_forbidden");
        }

        (await stranger.GetAsync(unit)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.file_forbidden");
        (await stranger.GetAsync(post)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.file_forbidden");
        (await stranger.GetAsync("/v1/posts/files"))["items"].AsArray().ShouldBeEmpty();
        (await stranger.GetAsync("/v1/matching-events/offers"))["items"].AsArray().ShouldBeEmpty();
    }

    /// <summary>An application with its draft, and a planned event.</summary>
    private static async Task<(string Unit, string Post, string Matching)> FilesAsync(InternshipsHost host)
    {
        var code = InternshipsHost.NewCreditCode();
        var applied = (await host.Unit(code).PostAsync("/v1/host-units", InternshipsHost.UnitRequest(code))).ShouldBe(HttpStatusCode.Created);
        var planned = await PlannedAsync(host);
        return ($"/v1/host-units/{(Guid)applied["unitId"]}", $"/v1/posts/{(Guid)applied["postIds"].AsArray()[0]!}", $"/v1/matching-events/{(Guid)planned["eventId"]}");
    }

    private static async Task<ServiceReply> PlannedAsync(InternshipsHost host) =>
        (await host.Official("clerk").PostAsync(
            "/v1/matching-events", new { region = "430102", title = "见习专场", kind = "campus", heldOn = "2023-09-08", venue = "体育馆" }))
        .ShouldBe(HttpStatusCode.Created);
}
