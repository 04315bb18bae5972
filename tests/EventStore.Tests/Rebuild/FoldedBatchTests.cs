using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.EventStore.Rebuild;
using YouthPlatform.EventStore.Subscriptions;
using YouthPlatform.EventStore.Tests.Subscriptions;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Rebuild;

public sealed class FoldedBatchTests(PostgresFixture postgres)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task RowsThatPassAUniqueValueOnAreRebuiltOneAfterTheOther()
    {
        await using var service = await TestService.StartAsync(
            await postgres.CreateDatabaseAsync(),
            services => services.AddSubscription<Silent>(),
            store: options => options.InlineProjections.Add(new SlotProjection()));
        // Slot 1 passes on to slot 2, and slot 4 to slot 3: in whatever order the folded rows are written, one is too early.
        foreach (var number in (int[])[1010, 2020, 3030, 4040, -1, 2021, 3031, 1011, 4041, 2010, 3040])
        {
            await service.Store.TickAsync(number, 1);
        }

        (await service.Get<ProjectionRebuilder>().CompareAsync(SlotProjection.ProjectionName, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        await service.Get<ProjectionRebuilder>().RebuildAsync(SlotProjection.ProjectionName, TestContext.Current.CancellationToken);
        (await service.QueryAsync<int>("SELECT slot * 1000 + holder FROM slots ORDER BY slot")).ShouldBe([1011, 2010, 3040, 4041]);
        (await service.QueryAsync<string>("SELECT indexname::text FROM pg_indexes WHERE tablename = 'slots' ORDER BY 1"))
            .ShouldBe(["slots_holder_key", "slots_pkey"]);
    }

    [Fact]
    public async Task AnEmptyLogIsRebuiltToEmptyTablesWithTheirIndexes()
    {
        await using var service = await TestService.StartAsync(
            await postgres.CreateDatabaseAsync(), services => services.AddProjection<FollowedNumbers>());

        (await service.Get<ProjectionRebuilder>().RebuildAsync("followed-numbers", TestContext.Current.CancellationToken)).ShouldBe(0);
        (await service.QueryAsync<string>(
            """
            SELECT conname::text FROM pg_constraint WHERE connamespace = 'read'::regnamespace
            UNION SELECT indexname FROM pg_indexes WHERE schemaname = 'read' ORDER BY 1
            """)).ShouldBe(
            [
                "followed_numbers_digits_pkey", "followed_numbers_numbers_digit", "followed_numbers_numbers_digit_fkey",
                "followed_numbers_numbers_pkey",
            ]);
    }

    [Fact]
    public async Task APoisonedEventInALargeBatchStopsAfterEverythingBeforeIt()
    {
        await using var service = await TestService.StartAsync(
            await postgres.CreateDatabaseAsync(),
            services => services.AddProjection<SlotProjection>().Configure<SubscriptionOptions>(options =>
            {
                options.BatchSize = 20;
                options.CatchUpBatchSize = 300;
            }));
        await service.Store.AppendAsync(
            new Append(
                [new StreamAppend("slots", 0, [.. Enumerable.Range(1, 250).Select(n => (object)new Ticked((n * 1000) + (n == 201 ? 5 : n)))])],
                new EventMetadata("tester")),
            TestContext.Current.CancellationToken);

        await Eventually.BecomesAsync(
            async () => await service.StatusAsync(SlotProjection.ProjectionName) is { Stopped: true }, Soon, "the projection stopped");

        var status = await service.StatusAsync(SlotProjection.ProjectionName);
        status!.ErrorPosition.ShouldBe(201);
        status.Position.ShouldBe(200);
        (await service.QueryAsync<long>("SELECT count(*) FROM slots")).ShouldBe([200]);
    }

    [Fact]
    public async Task AProjectionThatIsFarBehindGetsThereInLargeBatches()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using (var before = await TestService.StartAsync(database, services => services.AddSubscription<Silent>()))
        {
            await before.Store.TickAsync(0, 3_000);
        }

        await using var service = await TestService.StartAsync(database, services => services.AddProjection<FollowedNumbers>());
        await Eventually.BecomesAsync(
            async () => (await service.StatusAsync("followed-numbers"))?.Position == 3_000, Soon, "the projection reached the head");

        (await service.QueryAsync<long>("SELECT total FROM followed_numbers_digits ORDER BY digit")).Sum().ShouldBe(3_000L * 2_999 / 2);
        (await service.QueryAsync<long>("SELECT count(*) FROM followed_numbers_numbers")).ShouldBe([3_000]);
        // One transaction wrote them, so that its number is on each row.
        (await service.QueryAsync<long>("SELECT count(DISTINCT xmin::text) FROM followed_numbers_numbers")).ShouldBe([1]);
    }

    private sealed class Silent : ISubscription<RecordedEvent>
    {
        public string Name => "silent";

        public Task HandleAsync(SubscriptionBatch<RecordedEvent> batch, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
