using System.Net;
using System.Text.Json.Nodes;
using YouthPlatform.Entrepreneurship.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Entrepreneurship.Tests.Resources;

/// <summary>Resources matched to projects over HTTP.</summary>
public sealed class ResourceApiTests(PostgresFixture postgres)
{
    private static readonly Guid Leader = Samples.Id(2);

    [Fact]
    public async Task WhatFitsBestComesFirstAndSaysWhy()
    {
        await using var host = await GrantsHost.StartAsync(postgres);
        await host.OpenAsync();
        var project = await host.AcceptedAsync(Leader);
        var near = await OfferAsync(host, "430104", ["hard_tech"]);
        var far = await OfferAsync(host, "430400", []);
        await OfferAsync(host, "430100", ["rural_revitalisation"]);
        await OfferAsync(host, "420100", ["hard_tech"]);

        var fitting = await FittingAsync(host, project);

        fitting.Select(fit => (Guid)fit!["resourceId"]!).ShouldBe([near, far]);
        fitting[0]!["reasons"]!.AsArray().Select(reason => (string)reason!).ShouldBe(["与项目同在一个市州", "专门面向项目所在领域", "项目尚无此类资源"]);
        ((int)fitting[0]!["points"]!, (int)fitting[1]!["points"]!).ShouldBe((9, 2));
    }

    [Fact]
    public async Task AProposalIsTakenByTheLeaderAndEndedByTheUnit()
    {
        await using var host = await GrantsHost.StartAsync(postgres);
        await host.OpenAsync();
        var project = await host.AcceptedAsync(Leader);
        var mentor = await OfferAsync(host, "430100", []);
        var other = await OfferAsync(host, "430100", []);
        var path = $"/v1/resources/{mentor}";

        (await host.Official("clerk", "430400").PostAsync($"{path}/matches", new { projectId = project }, "\"1\""))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        (await host.Official("clerk").PostAsync($"{path}/matches", new { projectId = project }, "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await host.Person(Samples.Id(3)).PostAsync($"{path}/matches/{project}/acceptance", etag: "\"2\""))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.person_forbidden");
        (await host.Person(Leader).PostAsync($"{path}/matches/{project}/acceptance", etag: "\"2\"")).ShouldBe(HttpStatusCode.OK);

        var seen = await host.Person(Leader).GetAsync($"/v1/projects/{project}/resources");
        ((string)seen["own"][0]!["state"]!).ShouldBe("accepted");
        var (left, points) = (seen["fitting"].AsArray().Select(fit => (Guid)fit!["resourceId"]!), (int)seen["fitting"][0]!["points"]!);
        left.ShouldBe([other]);
        points.ShouldBe(3, "the project has a mentor now");

        (await Unit(host, "other").PostAsync($"{path}/matches/{project}/end", new { reason = "完成" }, "\"3\""))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.unit_forbidden");
        (await Unit(host).PostAsync($"{path}/matches/{project}/end", new { reason = "完成" }, "\"3\"")).ShouldBe(HttpStatusCode.OK);
        ((string)(await host.Person(Leader).GetAsync($"/v1/projects/{project}/resources"))["own"][0]!["state"]!).ShouldBe("ended");
    }

    [Fact]
    public async Task ADraftIsNotMatched()
    {
        await using var host = await GrantsHost.StartAsync(postgres);
        await host.OpenAsync();
        var draft = (Guid)(await host.DraftAsync(Leader, GrantsHost.Content(Leader)))["projectId"];
        var mentor = await OfferAsync(host, "430100", []);

        (await host.Official("clerk").PostAsync($"/v1/resources/{mentor}/matches", new { projectId = draft }, "\"1\""))
            .ShouldBeProblem(HttpStatusCode.Conflict, "resource.project_not_accepted");
    }

    private static ServiceClient Unit(GrantsHost host, string creditCode = ServiceSamples.Body) =>
        host.Host.As($"unit-{creditCode}", "host_unit", unit: creditCode);

    private static async Task<Guid> OfferAsync(GrantsHost host, string region, string[] sectors)
    {
        object offer = new { kind = "mentor", title = "创业导师", description = "每月两次指导", region, sectors, capacity = 2, until = "2023-12-31" };
        return (Guid)(await Unit(host).PostAsync("/v1/resources", offer)).ShouldBe(HttpStatusCode.Created)["resourceId"];
    }

    private static async Task<JsonArray> FittingAsync(GrantsHost host, Guid project) =>
        (await host.Official("clerk").GetAsync($"/v1/projects/{project}/resources"))["fitting"].AsArray();
}
