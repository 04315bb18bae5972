using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.EventStore.Rebuild;
using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.GraduateTracking.Tests.Intakes;
using YouthPlatform.Simulation.Roster;
using YouthPlatform.Testing;

namespace YouthPlatform.GraduateTracking.Tests;

public sealed class ProjectionTests(PostgresFixture postgres) : IAsyncLifetime
{
    private TrackingHost _tracking = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _tracking = await TrackingHost.StartAsync(postgres);

    public ValueTask DisposeAsync() => _tracking.DisposeAsync();

    [Theory]
    [InlineData("ledger")]
    [InlineData("imports")]
    public async Task A_rebuilt_projection_equals_the_live_one(string name)
    {
        await HappenAsync();
        var rebuilder = _tracking.Host.Services.GetRequiredService<ProjectionRebuilder>();

        (await rebuilder.CompareAsync(name, Cancel)).ShouldBeEmpty();

        await using (var spoil = _tracking.Database.CreateCommand("DELETE FROM read.ledger_entries; DELETE FROM read.import_remarks"))
        {
            await spoil.ExecuteNonQueryAsync(Cancel);
        }

        (await rebuilder.CompareAsync(name, Cancel)).ShouldNotBeEmpty();
        await rebuilder.RebuildAsync(name, Cancel);
        (await rebuilder.CompareAsync(name, Cancel)).ShouldBeEmpty();
    }

    // Sources, officers, transfers, unemployment and follow-ups: what is known of an entry beside its own row.
    [Fact]
    public async Task What_is_known_of_people_is_rebuilt_as_it_was()
    {
        await _tracking.ImportAsync(TrackingHost.Csv(new RosterGenerator(TrackingHost.Regions, 9).Generate(60)));
        var (clerk, other) = (_tracking.Host.As("clerk-1", "clerk", "430104"), _tracking.Host.As("clerk-4", "clerk", "430405"));
        var person = (Guid)(await clerk.PostAsync("/v1/intakes", Someone.Request(1, unemployedSince: "2023-07-03"))).ShouldBe(HttpStatusCode.Created)["personId"];
        (await clerk.PostAsync("/v1/ledger/officer-assignments", new { officer = "clerk-7", personIds = new[] { person } })).ShouldBe(HttpStatusCode.OK);
        var version = (await clerk.GetAsync($"/v1/ledger/{person}")).ETag;
        var transfer = (await clerk.PostAsync($"/v1/ledger/{person}/transfers", new { to = "430405", place = "residence" }, version)).ShouldBe(HttpStatusCode.Created);
        (await other.PostAsync($"/v1/ledger/{person}/transfers/{(Guid)transfer["transferId"]}/acceptance")).ShouldBe(HttpStatusCode.OK);
        var rebuilder = _tracking.Host.Services.GetRequiredService<ProjectionRebuilder>();
        (await _tracking.ScalarAsync<long>(
            "SELECT (SELECT count(*) FROM read.ledger_transfers WHERE status = 'accepted') + (SELECT count(*) FROM read.ledger_unemployment) + (SELECT count(*) FROM read.ledger_officers)"))
            .ShouldBe(3);

        (await rebuilder.CompareAsync("ledger_people", Cancel)).ShouldBeEmpty();

        await using (var spoil = _tracking.Database.CreateCommand("DELETE FROM read.ledger_officers; UPDATE read.ledger_sources SET added_on = added_on + 1"))
        {
            await spoil.ExecuteNonQueryAsync(Cancel);
        }

        (await rebuilder.CompareAsync("ledger_people", Cancel)).Select(difference => difference.Table).ShouldBe(["ledger_sources", "ledger_officers"], ignoreOrder: true);
        await rebuilder.RebuildAsync("ledger_people", Cancel);
        foreach (var name in rebuilder.Names)
        {
            (await rebuilder.CompareAsync(name, Cancel)).ShouldBeEmpty(name);
        }
    }

    private async Task HappenAsync()
    {
        var csv = TrackingHost.Csv(new RosterGenerator(TrackingHost.Regions, 9).Generate(1100));
        using (var wrong = TrackingHost.Upload(new StringContent(csv + "，"), SHA256.HashData(Encoding.UTF8.GetBytes(csv))))
        {
            using var refused = await _tracking.Education().SendAsync(wrong, Cancel);
            refused.IsSuccessStatusCode.ShouldBeFalse();
        }

        await _tracking.ImportAsync(csv);
        var client = _tracking.Clerk("430000");
        var entries = await TrackingHost.LedgerAsync(client);
        (string Body, int Version)[] contacts =
        [
            ("""{"channel":"phone","outcome":"not_reached"}""", 1),
            ("""{"channel":"visit","outcome":"reached","classification":"unemployed"}""", 2),
            ("""{"channel":"message","outcome":"wrong_number"}""", 4),
        ];
        foreach (var (body, version) in contacts)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/ledger/{entries[0]["personId"]}/contacts")
            {
                Content = new StringContent(body, Encoding.UTF8, "application/json"),
                Headers = { { "If-Match", $"\"{version}\"" }, { "Idempotency-Key", $"contact-{version}" } },
            };
            using var response = await client.SendAsync(request, Cancel);
            response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync(Cancel));
        }
    }
}
