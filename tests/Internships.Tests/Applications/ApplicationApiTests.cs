using System.Net;
using YouthPlatform.Contracts.GraduateTracking;
using YouthPlatform.Internships.People;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Policy;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Internships.Tests.Applications;

public sealed class ApplicationApiTests(PostgresFixture postgres, RabbitMqFixture rabbitMq)
{
    [Fact]
    public async Task APersonIsUnknownUntilTheLedgersEventArrivesAndCanThenApplyWithTheSameKey()
    {
        var broker = await rabbitMq.CreateVirtualHostAsync();
        await using var host = await InternshipsHost.StartAsync(postgres, broker);
        var unit = await host.ApprovedUnitAsync();
        var person = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        (await host.Graduate(person).PostAsync("/v1/applications", new { postId = unit.PostId }, key: "apply-1"))
            .ShouldBeProblem(HttpStatusCode.Conflict, "person.unknown");

        await Ledger.PublishTwiceAsync(broker, person, new LedgerEntryOpened(
            person, "430102", "bachelor", new(2023, 6, 30), ["disabled"], "education_roster", new(2023, 7, 31)));
        await Eventually.BecomesAsync(
            async () => (await host.Host.Store.LoadAsync($"person-{person}", 0, TestContext.Current.CancellationToken)).Version > 0,
            TimeSpan.FromSeconds(60),
            "the person is known");

        var applied = (await host.Graduate(person).PostAsync("/v1/applications", new { postId = unit.PostId }, key: "apply-1"))
            .ShouldBe(HttpStatusCode.Created);
        ((string?)applied["status"]).ShouldBe("submitted");
        ((bool)applied["isHardship"]).ShouldBeTrue();
        ((string?)applied["review"]["dueOn"]).ShouldBe("2023-08-08");
    }

    // H9 §二(一): within two years of leaving school, on the date of the application.
    [Theory]
    [InlineData("2021-08-01", "submitted")]
    [InlineData("2021-07-31", "refused")]
    public async Task EligibilityIsJudgedOnTheDayAndEveryCheckIsKept(string leftSchoolOn, string status)
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var person = await host.KnownPersonAsync(leftSchoolOn);
        var applied = (await host.Graduate(person).PostAsync("/v1/applications", new { postId = unit.PostId })).ShouldBe(HttpStatusCode.Created);
        ((string?)applied["status"]).ShouldBe(status);

        var read = await host.Reviewer.GetAsync($"/v1/applications/{(Guid)applied["applicationId"]}");
        ((string?)read["status"]).ShouldBe(status);
        var check = read["checks"].AsArray().Single(c => (string?)c!["name"] == "unemployed_leaver.within_two_years")!;
        ((bool)check["passed"]!).ShouldBe(status == "submitted");
        ((string?)check["facts"]!["leftSchoolOn"]).ShouldBe(leftSchoolOn);
        ((string?)check["rule"]!["clause"]).ShouldBe("H9 §二(一)");
    }

    [Fact]
    public async Task AStandingApplicationIsNotRepeatedAndOnlyItsOwnPeopleSeeIt()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var person = await host.KnownPersonAsync();
        var applied = (await host.Graduate(person).PostAsync("/v1/applications", new { postId = unit.PostId })).ShouldBe(HttpStatusCode.Created);
        (await host.Graduate(person).PostAsync("/v1/applications", new { postId = unit.PostId }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "application.already_standing");

        var path = $"/v1/applications/{(Guid)applied["applicationId"]}";
        var stranger = await host.KnownPersonAsync();
        (await host.Graduate(stranger).GetAsync(path)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.file_forbidden");
        (await host.Graduate(stranger).GetAsync("/v1/applications"))["items"].AsArray().ShouldBeEmpty();
        (await host.Graduate(person).GetAsync("/v1/applications"))["items"].AsArray().Count.ShouldBe(1);
        (await host.Unit(unit.CreditCode).GetAsync("/v1/applications?status=submitted"))["items"].AsArray().Count.ShouldBe(1);
        (await host.Official("reviewer", "430400").PostAsync($"{path}/approval", etag: applied.ETag))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        (await host.Reviewer.PostAsync($"{path}/rejection", new { reason = "材料不实" }, applied.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    // H9 §二(一): registered unemployed of 16 to 24. Who was 24 on the day of the ledger entry may be 25 by now.
    [Theory]
    [InlineData(22, "submitted", true)]
    [InlineData(24, "submitted", false)]
    [InlineData(25, "refused", false)]
    public async Task AnAgeThatIsNotCertainIsConfirmedByEvidence(int age, string status, bool certain)
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var person = await host.KnownPersonAsync(id => new PersonFacts(
            id, RegionCode.Parse(InternshipsHost.Furong), "bachelor", new(2019, 6, 30), [], "registered_unemployed", new(2023, 7, 31), age));
        var applied = (await host.Graduate(person).PostAsync("/v1/applications", new { postId = unit.PostId })).ShouldBe(HttpStatusCode.Created);
        ((string?)applied["status"]).ShouldBe(status);
        if (status == "refused")
        {
            return;
        }

        var path = $"/v1/applications/{(Guid)applied["applicationId"]}/approval";
        if (!certain)
        {
            (await host.Reviewer.PostAsync(path, new { }, applied.ETag)).ShouldBeProblem(HttpStatusCode.Conflict, "application.evidence_missing");
        }

        object[] confirmed = certain ? [] : [new { check = "registered_unemployed_youth.age", evidence = "identity_card" }];
        ((string?)(await host.Reviewer.PostAsync(path, new { confirmed }, applied.ETag)).ShouldBe(HttpStatusCode.OK)["status"]).ShouldBe("approved");
    }

    // H9 §二(四): five working days, then the level above may decide too.
    [Fact]
    public async Task TheProvinceDecidesOnlyWhenTheReviewHasLapsed()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var applied = (await host.Graduate(await host.KnownPersonAsync()).PostAsync("/v1/applications", new { postId = unit.PostId }))
            .ShouldBe(HttpStatusCode.Created);
        var path = $"/v1/applications/{(Guid)applied["applicationId"]}/approval";
        var province = host.Official("reviewer", "430000");
        host.SetDate("2023-08-08");
        (await province.PostAsync(path, etag: applied.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.review_not_escalated");
        host.SetDate("2023-08-09");
        (await province.PostAsync(path, etag: applied.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task TheUnitsUptakeIsFedBackAndThePersonAnswers()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var person = await host.KnownPersonAsync();
        var path = $"/v1/applications/{await host.ApprovedApplicationAsync(person, unit.PostId)}";
        var reply = await host.Unit(unit.CreditCode).GetAsync(path);
        (await host.Unit(InternshipsHost.NewCreditCode()).PostAsync($"{path}/offer", new { startsOn = "2023-08-07" }, reply.ETag))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.unit_forbidden");
        reply = (await host.Unit(unit.CreditCode).PostAsync($"{path}/invitation", new { interviewOn = "2023-08-02" }, reply.ETag)).ShouldBe(HttpStatusCode.OK);
        ((string?)reply["on"]).ShouldBe("2023-08-02");
        reply = (await host.Unit(unit.CreditCode).PostAsync($"{path}/offer", new { startsOn = "2023-08-07" }, reply.ETag)).ShouldBe(HttpStatusCode.OK);
        (await host.Graduate(await host.KnownPersonAsync()).PostAsync($"{path}/acceptance", etag: reply.ETag))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.person_forbidden");
        reply = (await host.Graduate(person).PostAsync($"{path}/acceptance", etag: reply.ETag)).ShouldBe(HttpStatusCode.OK);
        (await host.Unit(unit.CreditCode).PostAsync($"{path}/turn-down", new { reason = "not_matching" }, reply.ETag))
            .ShouldBeProblem(HttpStatusCode.Conflict, "application.offer_accepted");
        (await host.Unit(unit.CreditCode).GetAsync("/v1/applications?status=accepted"))["items"].AsArray().Count.ShouldBe(1);
        reply = (await host.Graduate(person).PostAsync($"{path}/withdrawal", etag: reply.ETag)).ShouldBe(HttpStatusCode.OK);
        (await host.Unit(unit.CreditCode).PostAsync("/v1/placements", InternshipsHost.PlacementRequest((Guid)reply["applicationId"])))
            .ShouldBeProblem(HttpStatusCode.Conflict, "application.not_approved");
        (await host.Graduate(person).PostAsync("/v1/applications", new { postId = unit.PostId })).ShouldBe(HttpStatusCode.Created);
    }
}
