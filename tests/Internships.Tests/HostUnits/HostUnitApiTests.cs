using System.Net;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;

namespace YouthPlatform.Internships.Tests.HostUnits;

public sealed class HostUnitApiTests(PostgresFixture postgres)
{
    // The same employer twice, however close together: one application stands, the other is told so.
    [Fact]
    public async Task OfTwoRegistrationsOfACreditCodeAtOneInstantOneStands()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var code = InternshipsHost.NewCreditCode();
        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => host.Unit(code).PostAsync("/v1/host-units", InternshipsHost.UnitRequest(code))));
        replies.Count(reply => reply.Status == HttpStatusCode.Created).ShouldBe(1);
        foreach (var reply in replies.Where(reply => reply.Status != HttpStatusCode.Created))
        {
            reply.ShouldBeProblem(HttpStatusCode.Conflict, "host_unit.already_registered");
        }
    }

    [Fact]
    public async Task AnApplicationSaysWhenItsReviewIsDueAndTheListSaysWhenThatIsPast()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        host.SetDate("2023-09-25");
        var code = InternshipsHost.NewCreditCode();
        var applied = (await host.Unit(code).PostAsync("/v1/host-units", InternshipsHost.UnitRequest(code))).ShouldBe(HttpStatusCode.Created);

        // Holidays from 09-29 to 10-06; 10-07 and 10-08 are worked: 26, 27, 28, 10-07, 10-08.
        ((string?)applied["review"]["dueOn"]).ShouldBe("2023-10-08");
        ((bool)(await FirstListedAsync(host))["review"]!["pastDue"]!).ShouldBeFalse();
        host.SetDate("2023-10-09");
        ((bool)(await FirstListedAsync(host))["review"]!["pastDue"]!).ShouldBeTrue();

        var unit = await host.Unit(code).GetAsync($"/v1/host-units/{(Guid)applied["unitId"]}");
        (await host.Reviewer.PostAsync($"/v1/host-units/{(Guid)applied["unitId"]}/approval", new { }, unit.ETag)).ShouldBe(HttpStatusCode.OK);
        ((bool)(await FirstListedAsync(host))["review"]!["pastDue"]!).ShouldBeFalse();
    }

    [Fact]
    public async Task TheSameRequestTwiceMakesOneUnit()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var code = InternshipsHost.NewCreditCode();
        var request = InternshipsHost.UnitRequest(code);
        var first = (await host.Unit(code).PostAsync("/v1/host-units", request, key: "unit-1")).ShouldBe(HttpStatusCode.Created);
        var second = (await host.Unit(code).PostAsync("/v1/host-units", request, key: "unit-1")).ShouldBe(HttpStatusCode.Created);
        second.IsReplay.ShouldBeTrue();
        ((Guid)second["unitId"]).ShouldBe((Guid)first["unitId"]);
        (await host.Reviewer.GetAsync("/v1/host-units"))["items"].AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task ACreditCodeIsCheckedAndRegisteredOnceUnlessRejected()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var code = InternshipsHost.NewCreditCode();
        var broken = code[..17] + (code[17] == '0' ? '1' : '0');
        (await host.Unit(broken).PostAsync("/v1/host-units", InternshipsHost.UnitRequest(broken)))
            .ShouldBeProblem(HttpStatusCode.BadRequest, "credit_code.invalid");
        var applied = (await host.Unit(code).PostAsync("/v1/host-units", InternshipsHost.UnitRequest(code))).ShouldBe(HttpStatusCode.Created);
        (await host.Unit(code).PostAsync("/v1/host-units", InternshipsHost.UnitRequest(code)))
            .ShouldBeProblem(HttpStatusCode.Conflict, "host_unit.already_registered");
        (await host.Reviewer.PostAsync($"/v1/host-units/{(Guid)applied["unitId"]}/rejection", new { reason = "不符合条件" }, applied.ETag))
            .ShouldBe(HttpStatusCode.OK);
        var post = await host.Unit(code).GetAsync($"/v1/posts/{(Guid)applied["postIds"].AsArray()[0]!}");
        ((string?)post["status"]).ShouldBe("closed");
        (await host.Unit(code).PostAsync("/v1/host-units", InternshipsHost.UnitRequest(code))).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task AReturnedApplicationIsSubmittedAgainAndApproved()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var code = InternshipsHost.NewCreditCode();
        var reply = (await host.Unit(code).PostAsync("/v1/host-units", InternshipsHost.UnitRequest(code))).ShouldBe(HttpStatusCode.Created);
        var path = $"/v1/host-units/{(Guid)reply["unitId"]}";
        var post = (Guid)reply["postIds"].AsArray()[0]!;
        var fields = new object[]
        {
            new { path = "/name", code = "inconsistent", reason = "名称与执照不符" }, new { path = "/posts/0/title", code = "unclear", reason = "请写明岗位" },
        };
        reply = (await host.Reviewer.PostAsync($"{path}/return", new { fields }, reply.ETag)).ShouldBe(HttpStatusCode.OK);
        reply["returned"].AsArray().Count.ShouldBe(2);
        var corrected = new { title = "材料研发助理", category = "research", openings = 5, months = 6, monthlyAllowance = InternshipsHost.Yuan("1800.00") };
        host.SetDate("2023-08-03");
        reply = (await host.Unit(code).PostAsync($"{path}/resubmissions", new { posts = new[] { new { postId = post, post = corrected } } }, reply.ETag))
            .ShouldBe(HttpStatusCode.OK);
        ((int)reply["review"]["round"]!).ShouldBe(2);
        ((string?)reply["review"]["dueOn"]).ShouldBe("2023-08-10");
        reply["corrections"].AsArray().Select(correction => (bool)correction!["changed"]!).ShouldBe([false, true]);
        (await host.Reviewer.PostAsync($"{path}/approval", new { demonstrationPostIds = new[] { post } }, reply.ETag)).ShouldBe(HttpStatusCode.OK);

        var posts = (await host.Graduate(Guid.Empty).GetAsync("/v1/posts?region=4301&category=research&free=true"))["items"].AsArray();
        ((bool)posts.ShouldHaveSingleItem()!["isDemonstration"]!).ShouldBeTrue();
        ((string?)posts[0]!["title"]).ShouldBe("材料研发助理");
        ((int)posts[0]!["free"]!).ShouldBe(5);
    }

    [Fact]
    public async Task OtherRegionsAndOtherUnitsAreKeptOut()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var code = InternshipsHost.NewCreditCode();
        var other = InternshipsHost.NewCreditCode();
        (await host.Unit(other).PostAsync("/v1/host-units", InternshipsHost.UnitRequest(code)))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.unit_forbidden");
        var applied = (await host.Unit(code).PostAsync("/v1/host-units", InternshipsHost.UnitRequest(code))).ShouldBe(HttpStatusCode.Created);
        var path = $"/v1/host-units/{(Guid)applied["unitId"]}";

        var hengyang = host.Official("reviewer", "430400");
        (await hengyang.GetAsync("/v1/host-units"))["items"].AsArray().ShouldBeEmpty();
        (await hengyang.GetAsync("/v1/host-units?region=430102")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        (await hengyang.GetAsync(path)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.file_forbidden");
        (await hengyang.PostAsync($"{path}/approval", new { }, applied.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        (await host.Unit(other).GetAsync(path)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.file_forbidden");
        (await host.Unit(other).GetAsync("/v1/host-units"))["items"].AsArray().ShouldBeEmpty();
        (await host.Unit(code).PostAsync($"{path}/approval", new { }, applied.ETag)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task AReviewNeedsTheVersionThatWasRead()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var code = InternshipsHost.NewCreditCode();
        var applied = (await host.Unit(code).PostAsync("/v1/host-units", InternshipsHost.UnitRequest(code))).ShouldBe(HttpStatusCode.Created);
        var path = $"/v1/host-units/{(Guid)applied["unitId"]}/approval";
        (await host.Reviewer.PostAsync(path, new { })).ShouldBeProblem(HttpStatusCode.PreconditionRequired, "request.if_match_missing");
        (await host.Reviewer.PostAsync(path, new { }, "\"9\"")).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "request.version_mismatch");
        (await host.Reviewer.PostAsync(path, new { }, applied.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task BeforeTheNoticeWasInForceTheMissingRuleIsNamed()
    {
        await using var host = await InternshipsHost.StartAsync(postgres, today: "2023-07-24");
        var code = InternshipsHost.NewCreditCode();
        var refused = await host.Unit(code).PostAsync("/v1/host-units", InternshipsHost.UnitRequest(code));
        refused.ShouldBeProblem(HttpStatusCode.Conflict, "policy.parameter_missing");
        ((string?)refused["detail"]).ShouldNotBeNull().ShouldContain("internship.");
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> FirstListedAsync(InternshipsHost host) =>
        (await host.Reviewer.GetAsync("/v1/host-units?region=430102"))["items"].AsArray().ShouldHaveSingleItem()!;
}
