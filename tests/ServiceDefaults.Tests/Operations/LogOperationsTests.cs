using System.Net;
using System.Text.Json;
using Npgsql;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.ServiceDefaults.Tests.Operations;

public sealed class LogOperationsTests(PostgresFixture postgres)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("inline_counts", true)]
    [InlineData("following_counts", false)]
    public async Task DriftIsFoundAndARebuildMendsIt(string projection, bool inline)
    {
        await using var service = await OperatedService.StartAsync(postgres);
        await service.MakeAsync(1, 2, 3);
        await service.SubscriptionAsync("following_counts", "running", 3);
        (await service.ReadAsync($"projections/{projection}/comparison")).GetProperty("matches").GetBoolean().ShouldBeTrue();

        await service.ExecuteAsync($"UPDATE read.{projection} SET made = 9");
        var drift = await service.ReadAsync($"projections/{projection}/comparison");
        drift.GetProperty("matches").GetBoolean().ShouldBeFalse();
        var difference = drift.GetProperty("differences").EnumerateArray().ShouldHaveSingleItem();
        difference.GetProperty("table").GetString().ShouldBe(projection);
        difference.GetProperty("samples").EnumerateArray().Select(sample => sample.GetString())
            .ShouldBe(["live (430104,9)", "rebuilt (430104,3)"]);

        (await service.DoAsync($"projections/{projection}/rebuild")).GetProperty("position").GetInt64().ShouldBe(3);
        (await service.ReadAsync($"projections/{projection}/comparison")).GetProperty("matches").GetBoolean().ShouldBeTrue();
        var listed = (await service.ReadAsync("projections")).EnumerateArray().Single(item => item.GetProperty("name").GetString() == projection);
        listed.GetProperty("isInline").GetBoolean().ShouldBe(inline);
        listed.GetProperty("position").GetInt64().ShouldBe(3);
        listed.GetProperty("lag").GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task UnknownProjectionIsNamed()
    {
        await using var service = await OperatedService.StartAsync(postgres);
        using var rebuild = await service.PostAsync("projections/nothing/rebuild");
        using var comparison = await service.GetAsync("projections/nothing/comparison");

        await rebuild.ShouldBeProblemAsync(HttpStatusCode.NotFound, "operations.projection_unknown");
        await comparison.ShouldBeProblemAsync(HttpStatusCode.NotFound, "operations.projection_unknown");
    }

    [Fact]
    public async Task ProjectionInTheMakingIsNotBuiltTwice()
    {
        await using var service = await OperatedService.StartAsync(postgres);
        await using var other = await service.Get<NpgsqlDataSource>().OpenConnectionAsync(Cancelled);
        await using var building = new NpgsqlCommand("SELECT pg_advisory_lock(hashtextextended('youthplatform.rebuild_inline_counts', 0))", other);
        await building.ExecuteNonQueryAsync(Cancelled);

        using var answer = await service.PostAsync("projections/inline_counts/rebuild");

        await answer.ShouldBeProblemAsync(HttpStatusCode.Conflict, "projection.busy");
    }

    [Fact]
    public async Task AuditorsReadAndOnlyOperatorsChange()
    {
        await using var service = await OperatedService.StartAsync(postgres);
        string[] reads = ["subscriptions", "subscriptions/fussy/skips", "projections", "projections/inline_counts/comparison", "error-queues"];
        string[] guarded = [.. reads, "log/audit", "log/head"];
        (string Path, object? Body)[] changes =
        [
            ("subscriptions/fussy/retry", null),
            ("subscriptions/fussy/skip", new { position = 1, reason = "x" }),
            ("subscriptions/announcer/rewind", new { after = 0 }),
            ("projections/inline_counts/rebuild", null),
            ("error-queues/any/replay", null),
        ];

        service.Client.As([Roles.Auditor]);
        (await StatusesAsync(service, reads)).ShouldAllBe(status => status == HttpStatusCode.OK);
        (await StatusesAsync(service, changes)).ShouldAllBe(status => status == HttpStatusCode.Forbidden);
        service.Client.As([.. Roles.All.Except([Roles.Ops, Roles.Auditor])]);
        (await StatusesAsync(service, guarded)).ShouldAllBe(status => status == HttpStatusCode.Forbidden);
        (await StatusesAsync(service, changes)).ShouldAllBe(status => status == HttpStatusCode.Forbidden);
        service.Client.DefaultRequestHeaders.Authorization = null;
        (await StatusesAsync(service, guarded)).ShouldAllBe(status => status == HttpStatusCode.Unauthorized);
        (await StatusesAsync(service, changes)).ShouldAllBe(status => status == HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task EveryOperationIsDescribed()
    {
        await using var service = await OperatedService.StartAsync(postgres);

        using var answer = await service.Client.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative), Cancelled);
        var paths = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Cancelled)).GetProperty("paths")
            .EnumerateObject().Where(path => path.Name.StartsWith("/v1/operations/", StringComparison.Ordinal)).ToList();

        paths.Count.ShouldBe(12);
        paths.SelectMany(path => path.Value.EnumerateObject())
            .ShouldAllBe(operation => operation.Value.GetProperty("summary").GetString()!.Length > 0);
    }

    private static async Task<IReadOnlyList<HttpStatusCode>> StatusesAsync(OperatedService service, IEnumerable<string> reads)
    {
        var statuses = new List<HttpStatusCode>();
        foreach (var path in reads)
        {
            using var answer = await service.GetAsync(path);
            statuses.Add(answer.StatusCode);
        }

        return statuses;
    }

    private static async Task<IReadOnlyList<HttpStatusCode>> StatusesAsync(OperatedService service, IEnumerable<(string Path, object? Body)> changes)
    {
        var statuses = new List<HttpStatusCode>();
        foreach (var (path, body) in changes)
        {
            using var answer = await service.PostAsync(path, body);
            statuses.Add(answer.StatusCode);
        }

        return statuses;
    }
}
