using System.Net;
using YouthPlatform.Testing;

namespace YouthPlatform.ServiceDefaults.Tests.Operations;

public sealed class SubscriptionOperationsTests(PostgresFixture postgres)
{
    [Fact]
    public async Task ListShowsHowFarEachHasCome()
    {
        await using var service = await OperatedService.StartAsync(postgres);
        await service.MakeAsync(1, 2, 3);

        foreach (var (name, external) in new[] { ("announcer", true), ("following_counts", false), ("fussy", false), ("public-log", false) })
        {
            var item = await service.SubscriptionAsync(name, "running", 3);
            item.GetProperty("head").GetInt64().ShouldBe(3);
            item.GetProperty("lag").GetInt64().ShouldBe(0);
            item.GetProperty("isExternal").GetBoolean().ShouldBe(external);
            item.GetProperty("since").GetDateTimeOffset().ShouldBeGreaterThan(default);
        }
    }

    [Fact]
    public async Task SubscriptionOfAnEarlierVersionIsListedAsRetired()
    {
        await using var service = await OperatedService.StartAsync(postgres);
        await service.ExecuteAsync("INSERT INTO log.subscriptions (name, position) VALUES ('forgotten', 7)");

        (await service.SubscriptionAsync("forgotten", "retired", 7)).TryGetProperty("lag", out var lag);
        lag.ValueKind.ShouldNotBe(System.Text.Json.JsonValueKind.Number);
    }

    [Fact]
    public async Task PoisonedEventStopsItVisiblyAndRetryGoesOnOnceTheCauseIsMended()
    {
        await using var service = await OperatedService.StartAsync(postgres);
        service.Fussiness.Refuses = made => made.Number == 2;
        await service.MakeAsync(1, 2, 3);

        var stopped = await service.SubscriptionAsync("fussy", "stopped", 1);
        stopped.GetProperty("lag").GetInt64().ShouldBe(2);
        stopped.GetProperty("errorPosition").GetInt64().ShouldBe(2);
        stopped.GetProperty("error").GetString().ShouldNotBeNull().ShouldContain("This thing is not wanted.");

        service.Fussiness.Refuses = _ => false;
        await service.DoAsync("subscriptions/fussy/retry");

        await service.SubscriptionAsync("fussy", "running", 3);
        using var again = await service.PostAsync("subscriptions/fussy/retry");
        await again.ShouldBeProblemAsync(HttpStatusCode.Conflict, "subscription.not_stopped");
    }

    [Fact]
    public async Task SkipIsRecordedWithWhoAndWhyAndSafeToRepeat()
    {
        await using var service = await OperatedService.StartAsync(postgres);
        service.Fussiness.Refuses = made => made.Number == 2;
        await service.MakeAsync(1, 2, 3);
        await service.SubscriptionAsync("fussy", "stopped", 1);

        using var elsewhere = await service.PostAsync("subscriptions/fussy/skip", new { position = 1, reason = "重复登记" });
        await elsewhere.ShouldBeProblemAsync(HttpStatusCode.Conflict, "subscription.not_stopped_there");
        await service.DoAsync("subscriptions/fussy/skip", new { position = 2, reason = "重复登记" });
        await service.DoAsync("subscriptions/fussy/skip", new { position = 2, reason = "重复登记" });

        await service.SubscriptionAsync("fussy", "running", 3);
        var skip = (await service.ReadAsync("subscriptions/fussy/skips")).EnumerateArray().ShouldHaveSingleItem();
        skip.GetProperty("position").GetInt64().ShouldBe(2);
        skip.GetProperty("actor").GetString().ShouldBe("ops-1");
        skip.GetProperty("reason").GetString().ShouldBe("重复登记");
        skip.GetProperty("error").GetString().ShouldNotBeNull().ShouldContain("This thing is not wanted.");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("two\nlines")]
    public async Task SkipWithoutAReasonIsRefused(string reason)
    {
        await using var service = await OperatedService.StartAsync(postgres);

        using var answer = await service.PostAsync("subscriptions/fussy/skip", new { position = 2, reason });

        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "operations.reason_invalid");
    }

    [Fact]
    public async Task RewoundExternalSubscriptionHandlesHistoryAgainAndOthersAreRefused()
    {
        await using var service = await OperatedService.StartAsync(postgres);
        await service.MakeAsync(1, 2, 3);
        await service.SubscriptionAsync("announcer", "running", 3);

        await service.DoAsync("subscriptions/announcer/rewind", new { after = 1 });

        await Eventually.BecomesAsync(
            () => service.Announcements.Positions.SequenceEqual([1L, 2, 3, 2, 3]), OperatedService.Soon, "2 and 3 were announced again");
        using var internally = await service.PostAsync("subscriptions/fussy/rewind", new { after = 0 });
        await internally.ShouldBeProblemAsync(HttpStatusCode.Conflict, "subscription.not_rewindable");
        using var negative = await service.PostAsync("subscriptions/announcer/rewind", new { after = -1 });
        await negative.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "operations.position_invalid");
    }

    [Fact]
    public async Task UnknownSubscriptionIsNamed()
    {
        await using var service = await OperatedService.StartAsync(postgres);
        using var retry = await service.PostAsync("subscriptions/nothing/retry");
        using var skip = await service.PostAsync("subscriptions/nothing/skip", new { position = 1, reason = "x" });
        using var rewind = await service.PostAsync("subscriptions/nothing/rewind", new { after = 0 });
        using var skips = await service.GetAsync("subscriptions/nothing/skips");

        foreach (var answer in new[] { retry, skip, rewind, skips })
        {
            (await answer.ShouldBeProblemAsync(HttpStatusCode.NotFound, "operations.subscription_unknown"))
                .GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain("nothing");
        }
    }
}
