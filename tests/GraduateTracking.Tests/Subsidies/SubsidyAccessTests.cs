using System.Net;
using YouthPlatform.Testing;
using static YouthPlatform.GraduateTracking.Tests.Subsidies.SubsidyHost;

namespace YouthPlatform.GraduateTracking.Tests.Subsidies;

/// <summary>Officials of one prefecture neither see nor change the subsidies of another; payees see their own.</summary>
public sealed class SubsidyAccessTests(PostgresFixture postgres)
{
    private static readonly object Reason = new { reason = "理由" };

    [Fact]
    public async Task OfficialsAndPayeesAreConfinedToTheirOwn()
    {
        await using var host = await StartAsync(postgres);
        await host.ImportAsync(Row(host.People[0].CitizenId));
        var (path, found) = await host.FoundAsync("one_off_hiring");
        var elsewhere = CreditElsewhere();
        (string Role, string Step, object? Body)[] steps =
        [
            ("clerk", "offer", null), ("clerk", "decline", Reason), ("approver", "approval", new { }), ("approver", "rejection", Reason),
        ];
        foreach (var (role, step, body) in steps)
        {
            (await host.Tracking.Host.As($"{role}-430400", role, "430400").PostAsync($"{path}/{step}", body, found.ETag))
                .ShouldBeProblem(HttpStatusCode.NotFound, "subsidy.not_found");
        }

        var stranger = host.Tracking.Host.As("unit-2", "host_unit", unit: elsewhere);
        var graduate = host.Tracking.Host.As("person-1", "graduate", person: (Guid)found["personId"]);
        foreach (var client in (Testing.Hosting.ServiceClient[])[stranger, graduate, host.Tracking.Host.As("clerk-430400", "clerk", "430400")])
        {
            (await client.GetAsync(path)).ShouldBeProblem(HttpStatusCode.NotFound, "subsidy.not_found");
            (await host.ListAsync(client)).ShouldBeEmpty();
        }

        (await host.ListAsync(host.Unit)).Count.ShouldBe(3);
        (await host.Tracking.Host.As("clerk-430400", "clerk", "430400").GetAsync("/v1/subsidies?region=430100"))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        var import = (await UploadAsync(host.Tracking.Host.As("clerk-430400", "clerk", "430400"), Row(host.People[3].CitizenId))).ShouldBe(HttpStatusCode.Created);
        ((int)import["rejected"]).ShouldBe(1);
    }

    [Fact]
    public async Task ATrainingIsClaimedByItsGraduateAndAnApprenticeshipByItsFirm()
    {
        await using var host = await StartAsync(postgres);
        var person = await host.Tracking.ScalarAsync<Guid>("SELECT person_id FROM read.ledger_entries ORDER BY person_id LIMIT 1");
        object Claim(string kind, string level) => new
        {
            kind, personId = person, region = "420106", course = "cnc", level, from = "2023-07-10", to = "2023-08-04",
        };

        var graduate = host.Tracking.Host.As("person-1", "graduate", person: person);
        var claimed = (await graduate.PostAsync("/v1/subsidies/claims", Claim("training", "intermediate"))).ShouldBe(HttpStatusCode.Created);
        ((string?)claimed["amount"]["amount"], (string)claimed["status"]!).ShouldBe(("2000.00", "accepted"));
        (await graduate.PostAsync("/v1/subsidies/claims", Claim("training", "intermediate"))).ShouldBeProblem(HttpStatusCode.Conflict, "subsidy.already_claimed");
        (await graduate.PostAsync("/v1/subsidies/claims", new { kind = "training", region = "4201", course = "c", level = "l", from = "2023-07-10", to = "2023-08-04" }))
            .ShouldBeProblem(HttpStatusCode.BadRequest, "region.unknown");
        (await graduate.PostAsync("/v1/subsidies/claims", new { kind = "training", region = "420106", course = "c", level = "l", from = "2023-08-10", to = "2023-08-11" }))
            .ShouldBeProblem(HttpStatusCode.BadRequest, "subsidy.training_dates");
        (await host.Unit.PostAsync("/v1/subsidies/claims", Claim("apprenticeship", "advanced"))).ShouldBe(HttpStatusCode.Created)["creditCode"].ToString().ShouldBe(SubsidyHost.Firm);
        var other = host.Tracking.Host.As("unit-2", "host_unit", unit: CreditElsewhere());
        (await other.PostAsync("/v1/subsidies/claims", Claim("apprenticeship", "advanced"))).ShouldBeProblem(HttpStatusCode.Conflict, "subsidy.excluded");
        var path = $"/v1/subsidies/{(Guid)claimed["subsidyId"]}/approval";
        (await host.Tracking.Host.As("approver-420100", "approver", "420100").PostAsync(path, new { }, claimed.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    private static string CreditElsewhere() => Policy.CreditCode.Create(Policy.RegionCode.Parse(Furong), 78).Value;
}
