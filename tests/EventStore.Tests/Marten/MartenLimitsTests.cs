using YouthPlatform.EventStore.Marten;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Tests.Contract;
using YouthPlatform.EventStore.Tests.Postgres;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Marten;

/// <summary>What Marten's log has and what it does not have: order with gaps, no hash chain, tombstones that nobody sees.</summary>
public sealed class MartenLimitsTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly EventMetadata Metadata = new("clerk", "00-trace", "cause");

    private readonly MartenLog _log = new(postgres);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _log.DisposeAsync();

    [Fact]
    public async Task GivenGapsAndSeveralProcesses_WhenReadingAlong_ThenNothingIsSkipped()
    {
        MartenEventStore[] stores = [await _log.NewStoreAsync(), await _log.NewStoreAsync(), await _log.NewStoreAsync()];

        var writing = Task.WhenAll(stores.SelectMany((store, process) => Enumerable.Range(0, 4).Select(caller => WriteAsync(store, $"{process}-{caller}"))));
        var seen = await PollingReader.ReadUntilAsync(stores[0], writing, Cancellation);
        var written = (await writing).Sum();

        var all = await stores[1].ReadAllAsync(0, int.MaxValue, Cancellation).ToListAsync(Cancellation);
        seen.ShouldBe(all);
        all.Count.ShouldBe(written);
        all.Select(recorded => recorded.Position).ShouldBeInOrder();
        all[^1].Position.ShouldBeGreaterThan(written, "refused appends leave gaps");
        all[^1].Position.ShouldBe(await stores[2].GetHeadPositionAsync(Cancellation));
    }

    [Fact]
    public async Task GivenOpenTransactionOnTheHead_WhenAppending_ThenTheLaterWaits()
    {
        var store = await _log.NewStoreAsync();
        await store.AppendAsync(Deposit("account-1"), Cancellation);
        await using var held = await HeldHead.TakeAsync(_log.Data);

        var later = store.AppendAsync(Deposit("account-2"), Cancellation);
        await held.IsWaitedForAsync();

        later.IsCompleted.ShouldBeFalse();
        await held.ReleaseAsync();
        (await later).Position.ShouldBe(2);
    }

    [Fact]
    public async Task WhatNeedsTheHashChainIsRefused()
    {
        await _log.NewStoreAsync();
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);

        (await Should.ThrowAsync<RuleViolation>(() => LogAudit.VerifyAsync(_log.Data, [], Cancellation))).Code.ShouldBe("log.not_chained");
        (await Should.ThrowAsync<RuleViolation>(() => new HeadSigner(key, TimeProvider.System).SignAsync("tests", _log.Data, Cancellation)))
            .Code.ShouldBe("log.not_chained");
    }

    [Fact]
    public async Task ADatabaseOfTheOtherStoreIsRefused()
    {
        await using var other = new TestLog(postgres);
        await other.NewStoreAsync();
        await _log.NewStoreAsync();

        (await Should.ThrowAsync<InvalidOperationException>(() => other.NewStoreAsync(connectionString: _log.ConnectionString))).Message.ShouldContain("'marten'");
        (await Should.ThrowAsync<InvalidOperationException>(() => _log.NewStoreAsync(connectionString: other.ConnectionString))).Message.ShouldContain("'npgsql'");
    }

    [Fact]
    public async Task WhatMartenStoresIsOurs()
    {
        var store = await _log.NewStoreAsync();

        await store.AppendAsync(new Append([new StreamAppend("account-1", 0, [new AccountOpened("王小明")])], Metadata), Cancellation);

        (await _log.ScalarAsync<string>("SELECT data::text FROM marten.mt_events")).ShouldBe("{\"holder\": \"王小明\"}");
        (await _log.ScalarAsync<string>("SELECT concat_ws(' ', type, mt_dotnet_type, user_name, correlation_id, causation_id) FROM marten.mt_events"))
            .ShouldBe("tests.account_opened.v1 tests.account_opened.v1 clerk 00-trace cause");
    }

    [Fact]
    public async Task TombstonesOfMartenAreNoEvents()
    {
        var store = await _log.NewStoreAsync();
        await store.AppendAsync(Deposit("account-1"), Cancellation);
        await _log.ExecuteAsync(
            """
            INSERT INTO marten.mt_streams (id, version) VALUES ('mt_tombstone', 0);
            INSERT INTO marten.mt_events (seq_id, id, stream_id, version, data, type, mt_dotnet_type)
            VALUES (nextval('marten.mt_events_sequence'), gen_random_uuid(), 'mt_tombstone', 2, '{}', 'tombstone', 'JasperFx.Events.Tombstone, JasperFx.Events')
            """);
        await store.AppendAsync(Deposit("account-2"), Cancellation);

        (await store.ReadAllAsync(0, 10, Cancellation).Select(recorded => recorded.Position).ToListAsync(Cancellation)).ShouldBe([1, 3]);
        (await _log.ScalarAsync<long>("SELECT count(*) FROM log.events_readable")).ShouldBe(2);
    }

    private static Append Deposit(string stream) => new([new StreamAppend(stream, 0, [new Deposited(1)])], Metadata);

    /// <summary>Appends thirty times, of which every third is refused after Marten has drawn positions; tells how many were written.</summary>
    private static async Task<int> WriteAsync(MartenEventStore store, string caller)
    {
        var written = 0;
        for (var i = 0; i < 30; i++)
        {
            try
            {
                var holder = i % 3 == 2 ? $"{caller}-{i - 1}" : $"{caller}-{i}";
                await store.AppendAsync(new Append([new StreamAppend($"account-{caller}-{i}", 0, [new AccountOpened(holder)])], Metadata), Cancellation);
                written++;
            }
            catch (UniqueViolationException)
            {
                // The gap that was wanted.
            }
        }

        return written;
    }
}
