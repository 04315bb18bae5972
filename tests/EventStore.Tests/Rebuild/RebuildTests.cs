using YouthPlatform.EventStore.Rebuild;
using YouthPlatform.EventStore.Subscriptions;
using YouthPlatform.EventStore.Tests.Subscriptions;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Rebuild;

public sealed class RebuildTests(PostgresFixture postgres)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("inline-numbers")]
    [InlineData("followed-numbers")]
    public async Task RebuiltEqualsLive(string projection)
    {
        await using var service = await StartAsync();
        await service.Store.TickAsync(0, 250);
        await FollowedAsync(service);

        (await Rebuilder(service).CompareAsync(projection, TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("inline-numbers", "inline_numbers")]
    [InlineData("followed-numbers", "followed_numbers")]
    public async Task DriftIsFoundAndRebuildMendsIt(string projection, string prefix)
    {
        await using var service = await StartAsync();
        await service.Store.TickAsync(0, 250);
        await FollowedAsync(service);
        await service.QueryAsync<long>($"UPDATE {prefix}_digits SET seen = seen + 1 WHERE digit = 3 RETURNING seen");
        await service.QueryAsync<long>($"DELETE FROM {prefix}_numbers WHERE number < 2 RETURNING position");

        var differences = await Rebuilder(service).CompareAsync(projection, TestContext.Current.CancellationToken);
        differences.Select(d => (d.Table, d.OnlyLive, d.OnlyRebuilt))
            .ShouldBe([($"{prefix}_digits", 1L, 1L), ($"{prefix}_numbers", 0L, 2L)]);
        differences[0].Samples[0].ShouldBe("live (3,26,3075)");

        await Rebuilder(service).RebuildAsync(projection, TestContext.Current.CancellationToken);
        (await Rebuilder(service).CompareAsync(projection, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        (await service.QueryAsync<string>("SELECT nspname::text FROM pg_namespace WHERE nspname LIKE 'rebuild%'")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ALogThatWasRenumberedHasItsProjectionsRebuiltAtStart()
    {
        var connectionString = await postgres.CreateDatabaseAsync();
        await using (var service = await StartAsync(connectionString))
        {
            await service.Store.TickAsync(0, 20);
            await FollowedAsync(service);
            await service.QueryAsync<long>("UPDATE inline_numbers_numbers SET position = position + 100 RETURNING position");
            await service.QueryAsync<long>("UPDATE followed_numbers_numbers SET position = position + 100 RETURNING position");
            await service.QueryAsync<bool>("INSERT INTO log.rebuild_due (since) VALUES (now()) RETURNING single");
        }

        await using var restarted = await StartAsync(connectionString);

        (await restarted.QueryAsync<long>("SELECT max(position) FROM inline_numbers_numbers")).ShouldBe([20]);
        (await restarted.QueryAsync<long>("SELECT max(position) FROM followed_numbers_numbers")).ShouldBe([20]);
        (await restarted.QueryAsync<long>("SELECT count(*) FROM log.rebuild_due")).ShouldBe([0]);
    }

    [Theory]
    [InlineData("inline-numbers", "inline_numbers")]
    [InlineData("followed-numbers", "followed_numbers")]
    public async Task ReadersAndWritersGoOnDuringARebuild(string projection, string prefix)
    {
        await using var service = await StartAsync();
        await service.Store.TickAsync(0, 500);
        await FollowedAsync(service);
        using var done = new CancellationTokenSource();
        var writing = WriteUntilAsync(service, done.Token);
        var reading = ReadUntilAsync(service, $"SELECT count(*) FROM {prefix}_numbers", done.Token);

        for (var i = 0; i < 3; i++)
        {
            await Rebuilder(service).RebuildAsync(projection, TestContext.Current.CancellationToken);
        }

        await done.CancelAsync();
        var written = await writing;
        var read = await reading;
        read.ShouldBeInOrder();
        read[0].ShouldBeGreaterThanOrEqualTo(500);
        await FollowedAsync(service);
        (await service.QueryAsync<long>($"SELECT sum(seen)::bigint FROM {prefix}_digits")).Single().ShouldBe(500 + written);
        (await Rebuilder(service).CompareAsync(projection, TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5_000)]
    [InlineData(12_000)]
    public async Task MoreRowsThanMemoryHoldsAreBuiltAllTheSame(long mostValues)
    {
        await using var service = await StartAsync();
        for (var from = 0; from < 6_000; from += 600)
        {
            await service.Store.TickAsync(from, 600);
        }

        await FollowedAsync(service);
        var rebuilder = new ProjectionRebuilder(service.Database, service.Store, Rebuilder(service).Projections) { MostValuesInMemory = mostValues };

        (await rebuilder.CompareAsync("inline-numbers", TestContext.Current.CancellationToken)).ShouldBeEmpty();
        (await rebuilder.RebuildAsync("followed-numbers", TestContext.Current.CancellationToken)).ShouldBe(6_000);
        (await rebuilder.CompareAsync("followed-numbers", TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    /// <summary>A refused append leaves a gap in the positions of a store that draws them before it commits.</summary>
    [Theory]
    [InlineData("inline-numbers")]
    [InlineData("followed-numbers")]
    public async Task FoldingGoesOnWhereAWriterLeavesGaps(string projection)
    {
        await using var service = await StartAsync();
        for (var i = 0; i < 20; i++)
        {
            await service.Store.TickAsync(i * 150, 150);
            await RefuseAsync(service, i);
        }

        using var done = new CancellationTokenSource();
        var writing = WriteUntilAsync(service, done.Token, refusals: true);
        for (var i = 0; i < 3; i++)
        {
            await Rebuilder(service).RebuildAsync(projection, TestContext.Current.CancellationToken);
            (await Rebuilder(service).CompareAsync(projection, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        }

        await done.CancelAsync();
        var written = await writing;
        await FollowedAsync(service);
        (await service.QueryAsync<long>($"SELECT sum(seen)::bigint FROM {projection.Replace('-', '_')}_digits")).Single().ShouldBe(3_000 + written);
        (await Rebuilder(service).CompareAsync(projection, TestContext.Current.CancellationToken)).ShouldBeEmpty();
#if USE_MARTEN
        (await service.QueryAsync<bool>("SELECT max(position) > count(*) + 20 * 3 FROM log.events_readable")).ShouldBe([true]);
#endif
    }

    [Fact]
    public async Task UnknownProjectionIsNamed()
    {
        await using var service = await StartAsync();
        (await Should.ThrowAsync<ArgumentException>(() => Rebuilder(service).RebuildAsync("nothing", TestContext.Current.CancellationToken)))
            .Message.ShouldContain("nothing");
    }

    private static ProjectionRebuilder Rebuilder(TestService service) => service.Get<ProjectionRebuilder>();

    /// <summary>An append of three events whose statement breaks a unique constraint.</summary>
    private static Task<UniqueViolationException> RefuseAsync(TestService service, int number) => Should.ThrowAsync<UniqueViolationException>(() => service.Store.AppendAsync(
        new Append([new StreamAppend($"refused-{number}", 0, [new Ticked(1), new Ticked(2), new Ticked(3)])], new EventMetadata("tester"))
        {
            Statements = [new SqlStatement("INSERT INTO log.rebuild_due (since) VALUES (now()), (now())")],
        },
        TestContext.Current.CancellationToken));

    private static async Task<long> WriteUntilAsync(TestService service, CancellationToken done, bool refusals = false)
    {
        long written = 0;
        while (!done.IsCancellationRequested)
        {
            await service.Store.TickAsync(1000, 5);
            written += 5;
            if (refusals)
            {
                await RefuseAsync(service, 0);
            }
        }

        return written;
    }

    private static async Task<IReadOnlyList<long>> ReadUntilAsync(TestService service, string sql, CancellationToken done)
    {
        var counts = new List<long>();
        while (!done.IsCancellationRequested)
        {
            counts.AddRange(await service.QueryAsync<long>(sql));
        }

        return counts;
    }

    private async Task<TestService> StartAsync() => await StartAsync(await postgres.CreateDatabaseAsync());

    private static Task<TestService> StartAsync(string connectionString) => TestService.StartAsync(
        connectionString,
        services => services.AddProjection<FollowedNumbers>(),
        store: options => options.InlineProjections.Add(new InlineNumbers()));

    private static async Task FollowedAsync(TestService service)
    {
        var head = await service.Store.GetHeadPositionAsync(TestContext.Current.CancellationToken);
        await Eventually.BecomesAsync(
            async () => (await service.StatusAsync("followed-numbers"))?.Position >= head, Soon, $"the projection reached {head}");
    }
}
