using System.Net;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Internships.Tests.Placements;

public sealed class PlacementApiTests(PostgresFixture postgres)
{
    [Fact]
    public async Task TwentyAtOnceForFiveOpeningsMakeFivePlacements()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync(openings: 5);
        List<Guid> applications = [];
        for (var i = 0; i < 20; i++)
        {
            applications.Add(await host.ApprovedApplicationAsync(await host.KnownPersonAsync(), unit.PostId));
        }

        var client = host.Unit(unit.CreditCode);
        var replies = await Task.WhenAll(applications.Select(id => client.PostAsync("/v1/placements", InternshipsHost.PlacementRequest(id))));

        replies.Count(reply => reply.Status == HttpStatusCode.Created).ShouldBe(5);
        replies.Where(reply => reply.Status != HttpStatusCode.Created).Select(reply => reply.Code).Distinct().ShouldBe(["post.full"]);
        ((int)(await client.GetAsync($"/v1/posts/{unit.PostId}"))["free"]).ShouldBe(0);
        (await client.GetAsync("/v1/placements"))["items"].AsArray().Count.ShouldBe(5);
        (await client.GetAsync("/v1/applications?status=approved"))["items"].AsArray().Count.ShouldBe(15);
    }

    [Fact]
    public async Task APlacementIsCancelledBeforeTheStartAndTheSeatIsFreeAgain()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync(openings: 1);
        var client = host.Unit(unit.CreditCode);
        var application = await host.ApprovedApplicationAsync(await host.KnownPersonAsync(), unit.PostId);
        var arranged = (await client.PostAsync("/v1/placements", InternshipsHost.PlacementRequest(application))).ShouldBe(HttpStatusCode.Created);
        var path = $"/v1/placements/{(Guid)arranged["placementId"]}";
        (await client.PostAsync($"{path}/start", etag: arranged.ETag)).ShouldBeProblem(HttpStatusCode.Conflict, "placement.not_signed");
        (await client.PostAsync($"{path}/cancellation", new { reason = "本人放弃" }, arranged.ETag)).ShouldBe(HttpStatusCode.OK);
        ((int)(await client.GetAsync($"/v1/posts/{unit.PostId}"))["free"]).ShouldBe(1);
        (await client.PostAsync("/v1/placements", InternshipsHost.PlacementRequest(application))).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task APersonIsInOnePlacementAtATime()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var first = await host.ApprovedUnitAsync();
        var second = await host.ApprovedUnitAsync();
        var person = await host.KnownPersonAsync();
        var one = await host.ApprovedApplicationAsync(person, first.PostId);
        var other = await host.ApprovedApplicationAsync(person, second.PostId);
        (await host.Unit(second.CreditCode).PostAsync("/v1/placements", InternshipsHost.PlacementRequest(one)))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.unit_forbidden");
        (await host.Unit(first.CreditCode).PostAsync("/v1/placements", InternshipsHost.PlacementRequest(one))).ShouldBe(HttpStatusCode.Created);
        (await host.Unit(second.CreditCode).PostAsync("/v1/placements", InternshipsHost.PlacementRequest(other)))
            .ShouldBeProblem(HttpStatusCode.Conflict, "placement.person_placed_already");
    }

    [Fact]
    public async Task MentorAndInsuranceFollowLaterAndARepeatedRequestGetsTheSameAnswer()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var application = await host.ApprovedApplicationAsync(await host.KnownPersonAsync(), unit.PostId);
        var client = host.Unit(unit.CreditCode);
        var arranged = (await client.PostAsync("/v1/placements", new { applicationId = application, startsOn = "2023-08-07" }))
            .ShouldBe(HttpStatusCode.Created);
        var path = $"/v1/placements/{(Guid)arranged["placementId"]}";
        var mentor = new { mentorId = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), position = "研发主管" };
        var insurance = new { policyNumber = "PA-2023-0001", from = "2023-08-01", to = "2024-03-31" };

        var assigned = (await client.PostAsync($"{path}/mentor", mentor, arranged.ETag, "mentor-1")).ShouldBe(HttpStatusCode.OK);
        var again = (await client.PostAsync($"{path}/mentor", mentor, arranged.ETag, "mentor-1")).ShouldBe(HttpStatusCode.OK);
        var insured = (await client.PostAsync($"{path}/insurance", insurance, assigned.ETag, "insurance-1")).ShouldBe(HttpStatusCode.OK);
        var repeated = (await client.PostAsync($"{path}/insurance", insurance, assigned.ETag, "insurance-1")).ShouldBe(HttpStatusCode.OK);

        (again.IsReplay, again.ETag).ShouldBe((true, assigned.ETag));
        (repeated.IsReplay, repeated.ETag).ShouldBe((true, insured.ETag));
        ((string?)insured["mentor"]["position"]).ShouldBe("研发主管");
        ((string?)insured["insurance"].AsArray().Single()!["policyNumber"]).ShouldBe("PA-2023-0001");
    }

    [Fact]
    public async Task EachPartySignsForItselfOnly()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var person = await host.KnownPersonAsync();
        var application = await host.ApprovedApplicationAsync(person, unit.PostId);
        var arranged = (await host.Unit(unit.CreditCode).PostAsync("/v1/placements", InternshipsHost.PlacementRequest(application)))
            .ShouldBe(HttpStatusCode.Created);
        var path = $"/v1/placements/{(Guid)arranged["placementId"]}/signatures";
        (await host.Graduate(Guid.Empty).PostAsync(path, InternshipsHost.SignatureRequest(arranged), arranged.ETag))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.person_forbidden");
        (await host.Unit(InternshipsHost.NewCreditCode()).PostAsync(path, InternshipsHost.SignatureRequest(arranged), arranged.ETag))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.unit_forbidden");
        var signed = (await host.Graduate(person).PostAsync(path, InternshipsHost.SignatureRequest(arranged), arranged.ETag)).ShouldBe(HttpStatusCode.OK);
        ((string?)signed["agreement"]["internSignature"]!["party"]).ShouldBe("intern");
        signed["agreement"]["unitSignature"].ShouldBeNull();
    }

    [Fact]
    public async Task AnEarlyEndFreesTheSeat()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync(openings: 1);
        var placement = await host.RunningPlacementAsync(unit, await host.KnownPersonAsync());
        host.SetDate("2023-10-02");
        var client = host.Unit(unit.CreditCode);
        var running = await client.GetAsync($"/v1/placements/{placement}");
        ServiceReply ended = (await client.PostAsync(
            $"/v1/placements/{placement}/early-end", new { endedOn = "2023-10-01", reason = "personal" }, running.ETag)).ShouldBe(HttpStatusCode.OK);
        ((string?)ended["status"]).ShouldBe("ended_early");
        ((int)(await client.GetAsync($"/v1/posts/{unit.PostId}"))["free"]).ShouldBe(1);
    }
}
