using System.Net;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.EventStore.Rebuild;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;

namespace YouthPlatform.Internships.Tests.Path;

public sealed class RebuildTests(PostgresFixture postgres)
{
    [Fact]
    public async Task EveryProjectionRebuiltFromTheLogIsTheLiveOne()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var leaver = await host.ReportedPlacementAsync(unit, await host.KnownPersonAsync());
        var client = host.Unit(unit.CreditCode);
        var claim = (await client.PostAsync("/v1/claims", InternshipsHost.ClaimRequest("2023-09", leaver))).ShouldBe(HttpStatusCode.Created);
        (await host.Approver.PostAsync($"/v1/claims/{(Guid)claim["claimId"]}/rejection", new { reason = "附件不清" }, claim.ETag)).ShouldBe(HttpStatusCode.OK);
        await host.ApprovedClaimAsync(unit, leaver);
        (await host.AnswerAsync(await host.ExecutedRunAsync(), "failed", "2023-09-06", 1)).ShouldBe(HttpStatusCode.OK);
        (await host.AnswerAsync(await host.ExecutedRunAsync(), "paid", "2023-09-06", 1)).ShouldBe(HttpStatusCode.OK);
        var running = await client.GetAsync($"/v1/placements/{leaver}");
        (await client.PostAsync($"/v1/placements/{leaver}/early-end", new { endedOn = "2023-09-05", reason = "personal" }, running.ETag)).ShouldBe(HttpStatusCode.OK);

        var rebuilder = host.Host.Services.GetRequiredService<ProjectionRebuilder>();
        rebuilder.Names.ShouldBe(StoredEvents.Projections.Select(projection => projection.Name), ignoreOrder: true);
        foreach (var name in rebuilder.Names)
        {
            (await rebuilder.CompareAsync(name, TestContext.Current.CancellationToken)).ShouldBeEmpty(name);
        }

        await rebuilder.RebuildAsync("claims", TestContext.Current.CancellationToken);
        ((int)(await client.GetAsync("/v1/claims"))["items"].AsArray().Count).ShouldBe(2);
    }
}
