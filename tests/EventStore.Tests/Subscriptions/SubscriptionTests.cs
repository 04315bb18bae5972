using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using YouthPlatform.EventStore.Subscriptions;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Subscriptions;

public sealed class SubscriptionTests(PostgresFixture postgres)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private readonly RecorderControl _control = new();

    [Fact]
    public async Task EveryEventTakesEffectOnceAndInOrder()
    {
        await using var service = await StartAsync(await postgres.CreateDatabaseAsync());
        for (var i = 0; i < 30; i++)
        {
            await service.Store.TickAsync(i * 40, 40);
        }

        await HandledAsync(service, 1200);
        (await HandledPositionsAsync(service)).ShouldBe(Enumerable.Range(1, 1200).Select(n => (long)n));
        (await service.StatusAsync("recorder")).ShouldNotBeNull().Position.ShouldBe(1200);
    }

    [Fact]
    public async Task ConnectionLostBeforeTheCommitLeavesNoEffectAndIsMadeUpFor()
    {
        var killed = 0;
        _control.BeforeCommit = async batch =>
        {
            if (Interlocked.Increment(ref killed) <= 3)
            {
                await using var suicide = new NpgsqlCommand("SELECT pg_terminate_backend(pg_backend_pid())", batch.Connection);
                await suicide.ExecuteNonQueryAsync();
            }
        };
        await using var service = await StartAsync(await postgres.CreateDatabaseAsync());
        await service.Store.TickAsync(0, 100);

        await HandledAsync(service, 100);
        killed.ShouldBeGreaterThanOrEqualTo(4);
        (await HandledPositionsAsync(service)).ShouldBe(Enumerable.Range(1, 100).Select(n => (long)n));
    }

    [Fact]
    public async Task OfTwoProcessesOneIsActiveAndTheOtherTakesOverWhenItsConnectionDies()
    {
        var database = await postgres.CreateDatabaseAsync();
        var other = new RecorderControl();
        await using var first = await StartAsync(database);
        await first.Store.TickAsync(0, 10);
        await HandledAsync(first, 10);
        await using var second = await StartAsync(database, other);
        await first.Store.TickAsync(10, 10);
        await HandledAsync(first, 20);
        other.Prepared.ShouldBe(0);
        (await first.QueryAsync<int>("SELECT DISTINCT backend FROM handled")).Count.ShouldBe(1);

        // The first one's host stops: its lock is free at once.
        await first.DisposeAsync();
        await second.Store.TickAsync(20, 10);
        await HandledAsync(second, 30);
        other.Prepared.ShouldBe(1);
        (await HandledPositionsAsync(second)).ShouldBe(Enumerable.Range(1, 30).Select(n => (long)n));
    }

    [Fact]
    public async Task StandbyTakesOverWhenTheActiveOnesConnectionIsCut()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using var first = await StartAsync(database);
        await first.Store.TickAsync(0, 10);
        await HandledAsync(first, 10);
        var other = new RecorderControl();
        await using var second = await StartAsync(database, other);
        _control.AfterEach = _ => throw new InvalidOperationException("The first process must not handle anything any more.");

        // Cut again and again until the second one was quicker to take the lock.
        await Eventually.BecomesAsync(
            async () =>
            {
                await second.QueryAsync<bool>(
                    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
                return other.Prepared > 0;
            },
            Soon,
            "the standby took over");
        _control.AfterEach = null;
        await second.Store.TickAsync(10, 10);
        await HandledAsync(second, 20);
        (await HandledPositionsAsync(second)).ShouldBe(Enumerable.Range(1, 20).Select(n => (long)n));
    }

    [Fact]
    public async Task PoisonedEventStopsTheSubscriptionAfterEverythingBeforeItAndCanBeRetried()
    {
        _control.AfterEach = recorded => Refuse(recorded, 7);
        await using var service = await StartAsync(await postgres.CreateDatabaseAsync());
        await service.Store.TickAsync(0, 20);

        await StoppedAsync(service, 7);
        (await HandledPositionsAsync(service)).ShouldBe([1L, 2, 3, 4, 5, 6]);
        (await HealthAsync(service)).ShouldBe(HealthStatus.Degraded);

        _control.AfterEach = null;
        await service.Operations.RetryAsync("recorder", TestContext.Current.CancellationToken);
        await HandledAsync(service, 20);
        (await HandledPositionsAsync(service)).ShouldBe(Enumerable.Range(1, 20).Select(n => (long)n));
        (await HealthAsync(service)).ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task PoisonedEventCanBeSkippedWithAReasonThatIsKept()
    {
        _control.AfterEach = recorded => Refuse(recorded, 3);
        await using var service = await StartAsync(await postgres.CreateDatabaseAsync());
        await service.Store.TickAsync(0, 5);
        await StoppedAsync(service, 3);

        var wrong = await Should.ThrowAsync<RuleViolation>(
            () => service.Operations.SkipAsync("recorder", 2, "ops-1", "wrong place", TestContext.Current.CancellationToken));
        wrong.Code.ShouldBe("subscription.not_stopped_there");
        await service.Operations.SkipAsync("recorder", 3, "ops-1", "duplicate of a corrected entry", TestContext.Current.CancellationToken);

        await HandledAsync(service, 4);
        (await HandledPositionsAsync(service)).ShouldBe([1L, 2, 4, 5]);
        (await service.QueryAsync<string>("SELECT concat_ws('|', name, position, actor, reason) FROM log.subscription_skips"))
            .ShouldBe(["recorder|3|ops-1|duplicate of a corrected entry"]);
        (await Should.ThrowAsync<RuleViolation>(() => service.Operations.RetryAsync("recorder", TestContext.Current.CancellationToken)))
            .Code.ShouldBe("subscription.not_stopped");
    }

    [Fact]
    public async Task EventThatThisVersionCannotReadStopsTheSubscriptionThere()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using var newer = await TestService.StartAsync(database, _ => { }, Ticks.TypesOfLaterVersion);
        await newer.Store.TickAsync(0, 4);
        await newer.Store.AppendAsync(
            new Append([new StreamAppend("later", 0, [new Unreadable(1)])], new EventMetadata("tester")), TestContext.Current.CancellationToken);
        await newer.Store.TickAsync(5, 4);
        await using var service = await StartAsync(database);

        await StoppedAsync(service, 5);
        (await HandledPositionsAsync(service)).ShouldBe([1L, 2, 3, 4]);
        (await service.StatusAsync("recorder")).ShouldNotBeNull().Error.ShouldNotBeNull().ShouldContain("test.unreadable.v1");
    }

    [Fact]
    public async Task WhatIsOutOfReachIsWaitedForHoweverLong()
    {
        var attempts = 0;
        _control.BeforeCommit = _ => Interlocked.Increment(ref attempts) <= 15
            ? throw new SubscriptionUnavailableException("away", null)
            : Task.CompletedTask;
        await using var service = await StartAsync(await postgres.CreateDatabaseAsync());
        await service.Store.TickAsync(0, 10);

        await HandledAsync(service, 10);
        attempts.ShouldBeGreaterThan(15);
        (await HandledPositionsAsync(service)).ShouldBe(Enumerable.Range(1, 10).Select(n => (long)n));
    }

    [Fact]
    public async Task OnlyAnExternalSubscriptionCanBeRewound()
    {
        await using var service = await StartAsync(await postgres.CreateDatabaseAsync());
        await service.Store.TickAsync(0, 10);
        await HandledAsync(service, 10);

        (await Should.ThrowAsync<RuleViolation>(() => service.Operations.RewindAsync("recorder", 0, TestContext.Current.CancellationToken)))
            .Code.ShouldBe("subscription.not_rewindable");
    }

    [Fact]
    public async Task LagAndStopAreMeasured()
    {
        _control.AfterEach = recorded => Refuse(recorded, 4);
        await using var service = await StartAsync(await postgres.CreateDatabaseAsync());
        var meters = service.Get<IMeterFactory>();
        var measured = new ConcurrentDictionary<string, long>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Scope == meters)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.Start();
        await service.Store.TickAsync(0, 10);
        await StoppedAsync(service, 4);

        await Eventually.BecomesAsync(
            () =>
            {
                listener.RecordObservableInstruments();
                return measured.GetValueOrDefault("youthplatform.subscription.lag") == 7
                    && measured.GetValueOrDefault("youthplatform.subscription.stopped") == 1;
            },
            Soon,
            "seven events behind, and stopped");
    }

    private static void Refuse(RecordedEvent recorded, long position)
    {
        if (recorded.Position == position)
        {
            throw new InvalidOperationException("poisoned");
        }
    }

    private Task<TestService> StartAsync(string database, RecorderControl? control = null) => TestService.StartAsync(
        database,
        services =>
        {
            services.AddSingleton(control ?? _control);
            services.AddSubscription<Recorder>();
        });

    private static Task HandledAsync(TestService service, long count) => Eventually.BecomesAsync(
        async () => (await service.StatusAsync("recorder")) is { Stopped: false } status
            && status.Position == await service.Store.GetHeadPositionAsync(TestContext.Current.CancellationToken)
            && (await service.QueryAsync<long>("SELECT count(*) FROM handled")).Single() >= count,
        Soon,
        $"{count} events were handled");

    private static Task StoppedAsync(TestService service, long at) => Eventually.BecomesAsync(
        async () => (await service.StatusAsync("recorder")) is { Stopped: true } status && status.ErrorPosition == at,
        Soon,
        $"the subscription stopped at {at}");

    private static Task<IReadOnlyList<long>> HandledPositionsAsync(TestService service) =>
        service.QueryAsync<long>("SELECT position FROM handled ORDER BY at");

    private static async Task<HealthStatus> HealthAsync(TestService service) =>
        (await service.Get<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken)).Status;
}
