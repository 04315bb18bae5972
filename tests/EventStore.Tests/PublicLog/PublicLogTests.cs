using FsCheck;
using FsCheck.Fluent;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.EventStore.Tests.Subscriptions;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.PublicLog;

public sealed class PublicLogTests(PostgresFixture postgres)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task TranslatedEventsArePublishedWithoutGapsAndChained()
    {
        await using var service = await StartAsync(await postgres.CreateDatabaseAsync());
        await service.Store.TickAsync(0, 15);

        var events = await PublishedAsync(service);
        events.Select(e => e.Position).ShouldBe(Enumerable.Range(1, 10).Select(n => (long)n));
        var first = events[0];
        first.Type.ShouldBe("youthplatform.testing.number_seen.v1");
        first.Data.ShouldBe("""{"number":0,"amount":"1930.00","note":"长沙","on":"2023-07-25"}""");
        first.Region.ShouldBe("430102");
        first.TraceParent.ShouldNotBeNull().ShouldStartWith("00-0af7651916cd43dd8448eb211c80319c-");
        service.Get<PublicEventTypes>().Decode(first).ShouldBe(new NumberSeen(0, 1930.00m, "长沙", new DateOnly(2023, 7, 25)));
        ShouldBeChained(events);
    }

    [Fact]
    public async Task ChangedEventBreaksTheChain()
    {
        await using var service = await StartAsync(await postgres.CreateDatabaseAsync());
        await service.Store.TickAsync(0, 15);
        await PublishedAsync(service);
        await service.QueryAsync<long>("UPDATE public_log.events SET region = '430103' WHERE position = 4 RETURNING position");

        var events = await PublishedAsync(service);
        events.First(e => !e.Hash.SequenceEqual(PublicHash.Compute(e))).Position.ShouldBe(4);
    }

    [Fact]
    public async Task PagesCanBeNarrowedToTypesAndRegions()
    {
        await using var service = await StartAsync(await postgres.CreateDatabaseAsync());
        await AppendAsync(service, new Ticked(0, "430102"), new Ticked(2, "430121"), new Ticked(4, "430581"), new Ticked(14, "420106"));
        await PublishedAsync(service);

        (await PositionsAsync(service, 0, 10, null, ["430100"])).ShouldBe([1L, 2, 3]);
        (await PositionsAsync(service, 0, 10, null, ["430000"])).ShouldBe([1L, 2, 3, 4]);
        (await PositionsAsync(service, 0, 10, null, ["430581", "420000"])).ShouldBe([4L, 5, 6]);
        (await PositionsAsync(service, 0, 10, ["youthplatform.testing.seventh_seen.v1"], null)).ShouldBe([2L, 6]);
        (await PositionsAsync(service, 2, 2, [], [])).ShouldBe([3L, 4]);
    }

    [Fact]
    public async Task WaiterIsWokenByANewPublicEvent()
    {
        await using var service = await StartAsync(await postgres.CreateDatabaseAsync());
        await service.Store.TickAsync(0, 1);
        var position = (await PublishedAsync(service))[^1].Position;
        var waiting = WaitBeyondAsync(service.Get<PublicLogSignal>(), position);
        await service.Store.TickAsync(2, 1);

        (await waiting.WaitAsync(Soon, TestContext.Current.CancellationToken)).ShouldBeGreaterThan(position);
    }

    [Fact]
    public async Task RegionThatIsNoCodeStopsThePublisherInsteadOfBeingPublished()
    {
        await using var service = await StartAsync(await postgres.CreateDatabaseAsync());
        await AppendAsync(service, new Ticked(0), new Ticked(2, "Changsha"));

        await Eventually.BecomesAsync(
            async () => (await service.StatusAsync("public-log")) is { Stopped: true, ErrorPosition: 2 }, Soon, "the publisher stopped");
        (await service.Get<PublicLogReader>().GetHeadPositionAsync(TestContext.Current.CancellationToken)).ShouldBe(2);
    }

    [Fact]
    public async Task TranslatorDeployedLaterDoesNotRewriteWhatWasPublished()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using (var before = await StartAsync(database, translate: false))
        {
            await before.Store.TickAsync(0, 4);
            await Eventually.BecomesAsync(
                async () => (await before.StatusAsync("public-log")) is { Position: 4 }, Soon, "the publisher passed the events");
        }

        await using var after = await StartAsync(database);
        await after.Store.TickAsync(4, 2);
        (await PublishedAsync(after)).ShouldHaveSingleItem().Data.ShouldContain("\"number\":4");
    }

    /// <summary>Whatever is appended when, and whichever publisher's connection is cut when: the public log is the same function of the log.</summary>
    [Fact]
    public void CutsAndInterleavingsChangeNothing() => Prop.ForAll(
        Gen.Choose(0, 9).ListOf(12).ToArbitrary(),
        steps => RunAsync(steps).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(4));

    private async Task RunAsync(IReadOnlyCollection<int> steps)
    {
        var database = await postgres.CreateDatabaseAsync();
        await using var one = await StartAsync(database);
        await using var two = await StartAsync(database);
        var appends = new List<Task>();
        foreach (var step in steps)
        {
            if (step == 0)
            {
                await one.QueryAsync<bool>(
                    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
            }
            else
            {
                appends.Add((step % 2 == 0 ? one : two).Store.TickAsync(step, 3 * step));
            }
        }

        await Task.WhenAll(appends);
        var events = await PublishedAsync(one);
        ShouldBeChained(events);
        var translator = new TickTranslator();
        var expected = new List<string>();
        await foreach (var recorded in one.Store.ReadAllAsync(0, int.MaxValue, TestContext.Current.CancellationToken))
        {
            expected.AddRange(translator.Translate(recorded).Select(d => $"{recorded.Stream} {d.Contract.GetType().Name}"));
        }

        events.Select(e => $"{e.Subject} {one.Get<PublicEventTypes>().Decode(e).GetType().Name}").ShouldBe(expected);
    }

    private static void ShouldBeChained(IReadOnlyList<PublicEvent> events)
    {
        var previous = PublicHash.Zero;
        var identity = new PublicLogIdentity("testing");
        for (var i = 0; i < events.Count; i++)
        {
            events[i].Position.ShouldBe(i + 1);
            events[i].Id.ShouldBe(identity.IdAt(i + 1));
            events[i].PrevHash.ShouldBe(previous);
            events[i].Hash.ShouldBe(PublicHash.Compute(events[i]));
            previous = events[i].Hash;
        }
    }

    private static Task<TestService> StartAsync(string database, bool translate = true) => TestService.StartAsync(
        database,
        services =>
        {
            services.AddPublicLog("testing", typeof(NumberSeen).Assembly);
            if (translate)
            {
                services.AddPublicTranslator<TickTranslator>();
            }
        });

    private static Task<AppendResult> AppendAsync(TestService service, params Ticked[] events) => service.Store.AppendAsync(
        new Append([new StreamAppend("places", 0, events)], new EventMetadata("tester")), TestContext.Current.CancellationToken);

    private static async Task<IReadOnlyList<PublicEvent>> PublishedAsync(TestService service)
    {
        var head = await service.Store.GetHeadPositionAsync(TestContext.Current.CancellationToken);
        await Eventually.BecomesAsync(
            async () => (await service.StatusAsync("public-log"))?.Position == head, Soon, $"the publisher reached {head}");
        return await service.Get<PublicLogReader>().ReadAsync(0, int.MaxValue, null, null, TestContext.Current.CancellationToken);
    }

    private static async Task<IEnumerable<long>> PositionsAsync(
        TestService service, long after, int limit, string[]? types, string[]? regions) =>
        (await service.Get<PublicLogReader>().ReadAsync(after, limit, types, regions, TestContext.Current.CancellationToken)).Select(e => e.Position);

    private static async Task<long> WaitBeyondAsync(PublicLogSignal signal, long position)
    {
        long newest;
        do
        {
            newest = await signal.WaitAsync(position, Soon, TestContext.Current.CancellationToken);
        }
        while (newest <= position);
        return newest;
    }
}
