using System.Net;
using Npgsql;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Internships.Tests.Path;

/// <summary>From a unit's application to the money, over HTTP, as everyone takes part.</summary>
public sealed class WholePathTests(PostgresFixture postgres)
{
    [Fact]
    public async Task AnInternshipRunsFromApplicationToPaidSubsidyAndIsTold()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var person = await host.KnownPersonAsync(hardship: "disabled");
        var unit = await host.ApprovedUnitAsync();
        var placement = await host.ReportedPlacementAsync(unit, person);

        var claim = await PaidClaimAsync(host, unit, placement);

        var line = claim["lines"].AsArray()[0]!;
        ((string?)line["payment"]).ShouldBe("paid");
        ((string?)line["amount"]!["amount"]).ShouldBe("1500.00");
        ((string?)line["from"]).ShouldBe("2023-08-07");
        ((string?)line["to"]).ShouldBe("2023-09-06");
        line["checks"]!.AsArray().Select(check => (bool)check!["passed"]!).ShouldAllBe(passed => passed);

        host.SetDate("2024-02-06");
        var path = $"/v1/placements/{placement}";
        var running = await host.Unit(unit.CreditCode).GetAsync(path);
        var completed = (await host.Unit(unit.CreditCode).PostAsync($"{path}/completion", etag: running.ETag)).ShouldBe(HttpStatusCode.OK);
        ((string?)completed["status"]).ShouldBe("completed");

        (await PublishedAsync(host, 6)).ShouldBe(
        [
            "youthplatform.internships.host_unit_approved.v1",
            "youthplatform.internships.post_published.v1",
            "youthplatform.internships.internship_applied.v1",
            "youthplatform.internships.internship_started.v1",
            "youthplatform.internships.subsidy_paid.v1",
            "youthplatform.internships.internship_completed.v1",
        ]);
    }

    private static async Task<ServiceReply> PaidClaimAsync(InternshipsHost host, HostedUnit unit, Guid placement)
    {
        var claim = await host.ApprovedClaimAsync(unit, placement);
        ((string?)claim["payable"]["amount"]).ShouldBe("1500.00");
        (await host.AnswerAsync(await host.ExecutedRunAsync(), "paid", "2023-09-06", 1)).ShouldBe(HttpStatusCode.OK);
        return await host.Unit(unit.CreditCode).GetAsync($"/v1/claims/{(Guid)claim["claimId"]}");
    }

    private static async Task<IReadOnlyList<string>> PublishedAsync(InternshipsHost host, int count)
    {
        await using var database = NpgsqlDataSource.Create(host.Database);
        return await Eventually.ReadsAsync(
            async () =>
            {
                await using var command = database.CreateCommand("SELECT type FROM public_log.events ORDER BY position");
                await using var reader = await command.ExecuteReaderAsync();
                List<string> types = [];
                while (await reader.ReadAsync())
                {
                    types.Add(reader.GetString(0));
                }

                return types;
            },
            types => types.Count >= count,
            TimeSpan.FromSeconds(30),
            $"{count} public events");
    }
}
