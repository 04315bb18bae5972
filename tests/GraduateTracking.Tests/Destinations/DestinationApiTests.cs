using System.Net;
using YouthPlatform.GraduateTracking.Tests.Casework;
using YouthPlatform.Policy;
using YouthPlatform.Testing;

namespace YouthPlatform.GraduateTracking.Tests.Destinations;

/// <summary>Registered by the graduate, verified by the employer or by data, known to the ledger (H32 §二(十)24).</summary>
public sealed class DestinationApiTests(PostgresFixture postgres)
{
    private static readonly string Employer = CreditCode.Create(RegionCode.Parse("430102"), 17).Value;

    [Fact]
    public async Task A_destination_that_the_employer_verified_is_evidence_of_employment()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        var person = await host.JobSeekerAsync();
        var registered = await host.Graduate(person).PostAsync($"/v1/destinations/{person}", new { code = "employed", employerCode = Employer, from = "2023-08-01" });
        registered.ShouldBe(HttpStatusCode.Created);
        (await host.Employer(Employer).GetAsync("/v1/destinations"))["items"].AsArray().ShouldHaveSingleItem();
        (await host.Employer(Employer).PostAsync($"/v1/destinations/{person}/verification", new { }, registered.ETag)).ShouldBe(HttpStatusCode.OK)["status"].ToString().ShouldBe("verified");

        var entry = (await host.Clerk().GetAsync($"/v1/ledger/{person}"))["entry"];
        entry["status"]!.GetValue<string>().ShouldBe("employed");
        (await host.Tracking.ScalarAsync<string>($"SELECT evidence FROM read.ledger_entries WHERE person_id = '{person}'")).ShouldBe("destination_register");
        var shared = await host.Clerk().PostAsync(
            $"/v1/destinations/{person}/shares", new { recipient = "public_security", ground = "consent", basis = "TY-1" }, (await host.Clerk().GetAsync($"/v1/destinations/{person}")).ETag);
        shared.ShouldBe(HttpStatusCode.OK);
        (await host.Tracking.ScalarAsync<long>("SELECT count(*) FROM log.events_readable WHERE type = 'graduatetracking.destination_shared.v1'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_data_match_verifies_and_the_graduate_may_dispute()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        var person = await host.JobSeekerAsync();
        var registered = (await host.Clerk().PostAsync($"/v1/destinations/{person}", new { code = "further_study" })).ShouldBe(HttpStatusCode.Created);
        (await host.Official("reviewer").PostAsync($"/v1/destinations/{person}/verification", new { source = "gossip" }, registered.ETag))
            .ShouldBeProblem(HttpStatusCode.Conflict, "destination.source_unknown");
        var verified = (await host.Official("reviewer").PostAsync($"/v1/destinations/{person}/verification", new { source = "student_register", reference = "XJ-1" }, registered.ETag))
            .ShouldBe(HttpStatusCode.OK);
        (await host.Clerk().GetAsync($"/v1/ledger/{person}"))["entry"]["status"]!.GetValue<string>().ShouldBe("further_study");
        (await host.Graduate(person).PostAsync($"/v1/destinations/{person}/dispute", new { reason = "尚未入学" }, verified.ETag)).ShouldBe(HttpStatusCode.OK);
        var rates = (await host.Clerk().GetAsync("/v1/destinations/rates")).Body!.AsArray().ShouldHaveSingleItem()!;
        ((int)rates["registered"]!, (int)rates["verified"]!, (int)rates["disputed"]!).ShouldBe((1, 0, 1));
    }

    [Fact]
    public async Task What_was_not_verified_in_time_is_shown()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        var person = await host.JobSeekerAsync();
        (await host.Clerk().PostAsync($"/v1/destinations/{person}", new { code = "flexible" })).ShouldBe(HttpStatusCode.Created);
        host.SetDate("2023-08-31");
        ((int)(await host.Clerk().GetAsync("/v1/destinations/rates")).Body!.AsArray()[0]!["overdue"]!).ShouldBe(0);
        host.SetDate("2023-09-01");
        ((int)(await host.Clerk().GetAsync("/v1/destinations/rates")).Body!.AsArray()[0]!["overdue"]!).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_else_sees_or_changes_a_destination()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        var (person, other) = (await host.JobSeekerAsync(), await host.JobSeekerAsync());
        (await host.Graduate(other).PostAsync($"/v1/destinations/{person}", new { code = "flexible" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.Clerk(CaseHost.Hengyang).PostAsync($"/v1/destinations/{person}", new { code = "flexible" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.Clerk().PostAsync($"/v1/destinations/{person}", new { code = "employed", employerCode = Employer })).ShouldBe(HttpStatusCode.Created);
        var stranger = CreditCode.Create(RegionCode.Parse("430102"), 18).Value;
        (await host.Employer(stranger).PostAsync($"/v1/destinations/{person}/verification", new { }, "\"1\"")).ShouldBeProblem(HttpStatusCode.NotFound, "destination.not_found");
        (await host.Employer(stranger).GetAsync("/v1/destinations"))["items"].AsArray().ShouldBeEmpty();
        (await host.Graduate(other).GetAsync($"/v1/destinations/{person}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.Official("reviewer", CaseHost.Hengyang).PostAsync($"/v1/destinations/{person}/dispute", new { reason = "错" }, "\"1\"")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
