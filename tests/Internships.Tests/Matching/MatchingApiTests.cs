using System.Net;
using System.Text.Json.Nodes;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;

namespace YouthPlatform.Internships.Tests.Matching;

public sealed class MatchingApiTests(PostgresFixture postgres)
{
    [Fact]
    public async Task PostsAreRankedByWhatThePersonLooksForAndSayWhy()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var near = await host.ApprovedUnitAsync();
        var far = await host.ApprovedUnitAsync(region: "430104");
        await host.ApprovedUnitAsync(region: InternshipsHost.Yanfeng);
        var person = host.Graduate(await host.KnownPersonAsync());
        (await person.PostAsync("/v1/preferences", new
        {
            regions = new[] { "430102" }, categories = new[] { "research" }, leastAllowance = InternshipsHost.Yuan("2000.00"), majors = new[] { "研发" },
        })).ShouldBe(HttpStatusCode.OK);

        var posts = (await person.GetAsync("/v1/fitting-posts"))["items"].AsArray();
        posts.Select(post => (Guid)post!["postId"]!).ShouldBe([near.PostId, far.PostId]);
        Parts(posts[0]!).ShouldBe((93, 40, 25, 18, 10, 0));
        Parts(posts[1]!).ShouldBe((73, 20, 25, 18, 10, 0));

        var first = await person.GetAsync("/v1/fitting-posts?limit=1");
        var second = await person.GetAsync($"/v1/fitting-posts?limit=1&after={(string)first["next"]!}");
        ((Guid)second["items"].AsArray().Single()!["postId"]!).ShouldBe(far.PostId);
        second.Body!["next"].ShouldBeNull();
    }

    [Fact]
    public async Task WhoHasStatedNothingSeesThePostsOfTheOwnPrefectureAndNoneAppliedForAlready()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var near = await host.ApprovedUnitAsync();
        await host.ApprovedUnitAsync(region: InternshipsHost.Yanfeng);
        var id = await host.KnownPersonAsync();
        var person = host.Graduate(id);
        (await person.GetAsync("/v1/fitting-posts"))["items"].AsArray().Count.ShouldBe(1);
        (await person.PostAsync("/v1/applications", new { postId = near.PostId })).ShouldBe(HttpStatusCode.Created);
        (await person.GetAsync("/v1/fitting-posts"))["items"].AsArray().ShouldBeEmpty();
        (await host.Graduate(Guid.Empty).GetAsync("/v1/fitting-posts")).ShouldBeProblem(HttpStatusCode.Conflict, "person.unknown");
        (await host.Reviewer.GetAsync("/v1/fitting-posts")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task APostIsShownToWhomItTakesAndTheMajorItAsksForCounts()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var code = InternshipsHost.NewCreditCode();
        object[] posts =
        [
            new
            {
                title = "实验员", category = "research", openings = 1, months = 6, monthlyAllowance = InternshipsHost.Yuan("1800.00"),
                education = new[] { "master" }, majors = new[] { "材料科学与工程" },
            },
        ];
        var applied = (await host.Unit(code).PostAsync(
            "/v1/host-units", new { name = "长沙示例研究院", creditCode = code, region = InternshipsHost.Furong, posts })).ShouldBe(HttpStatusCode.Created);
        (await host.Reviewer.PostAsync($"/v1/host-units/{(Guid)applied["unitId"]}/approval", new { }, applied.ETag)).ShouldBe(HttpStatusCode.OK);

        var bachelor = host.Graduate(await host.KnownPersonAsync());
        (await bachelor.GetAsync("/v1/fitting-posts"))["items"].AsArray().ShouldBeEmpty();
        var master = host.Graduate(await host.KnownPersonAsync(education: "master"));
        (await master.PostAsync("/v1/preferences", new { majors = new[] { "材料科学" } })).ShouldBe(HttpStatusCode.OK);
        var post = (await master.GetAsync("/v1/fitting-posts"))["items"].AsArray().Single()!;
        Parts(post).ShouldBe((95, 40, 25, 20, 10, 0));
        (await master.PostAsync("/v1/preferences", new { majors = new[] { "材料力学" } })).ShouldBe(HttpStatusCode.OK);
        Parts((await master.GetAsync("/v1/fitting-posts"))["items"].AsArray().Single()!).Major.ShouldBe(0);
    }

    // H9 §二(一): hardship graduates are marked and come first.
    [Fact]
    public async Task PeopleAreRankedForAPostHardshipFirstAndAUnitSeesOnlyWhoWasPushedToIt()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var fitting = await WishfulAsync(host, ["430102"]);
        var hardship = await WishfulAsync(host, ["430100"], "disabled");
        var elsewhere = await WishfulAsync(host, ["430400"]);
        var path = $"/v1/posts/{unit.PostId}/fitting-people";

        var people = (await host.Reviewer.GetAsync(path))["items"].AsArray();
        people.Select(person => (Guid)person!["personId"]!).ShouldBe([hardship, fitting]);
        people.Select(person => (Guid)person!["personId"]!).ShouldNotContain(elsewhere);
        (await host.Unit(unit.CreditCode).GetAsync(path))["items"].AsArray().ShouldBeEmpty();
        await host.ApprovedApplicationAsync(fitting, unit.PostId);
        ((Guid)(await host.Unit(unit.CreditCode).GetAsync(path))["items"].AsArray().Single()!["personId"]!).ShouldBe(fitting);

        (await host.Official("reviewer", "430400").GetAsync(path)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.file_forbidden");
        (await host.Unit(InternshipsHost.NewCreditCode()).GetAsync(path)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.file_forbidden");
        (await host.Graduate(fitting).GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden);

        (await host.Graduate(hardship).PostAsync("/v1/preferences/withdrawal")).ShouldBe(HttpStatusCode.OK);
        (await host.Reviewer.GetAsync(path))["items"].AsArray().Count.ShouldBe(1);
        ((bool)(await host.Graduate(hardship).GetAsync("/v1/preferences"))["stated"]).ShouldBeFalse();
    }

    private static async Task<Guid> WishfulAsync(InternshipsHost host, string[] regions, params string[] hardship)
    {
        var person = await host.KnownPersonAsync(hardship: hardship);
        (await host.Graduate(person).PostAsync("/v1/preferences", new { regions })).ShouldBe(HttpStatusCode.OK);
        return person;
    }

    private static (int Total, int Region, int Category, int Allowance, int Major, int Demonstration) Parts(JsonNode post)
    {
        var fit = post["fit"]!;
        int Of(string part) => (int)fit[part]!;
        return (Of("total"), Of("region"), Of("category"), Of("allowance"), Of("major"), Of("demonstration"));
    }
}
