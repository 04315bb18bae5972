using Npgsql;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.EventStore.Subscriptions;
using YouthPlatform.EventStore.Tests.Contract;
using YouthPlatform.EventStore.Tests.Postgres;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Marten;

/// <summary>A database moved between the stores says the same, both ways, and is never half moved.</summary>
public sealed class CopyTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int Killed = 137;

    private static readonly EventMetadata Metadata = new("clerk", "00-trace", "cause");

    private string _connectionString = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _connectionString = await postgres.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var old in new[] { "npgsql", "marten", "copying" })
        {
            await DropAsync(old);
        }
    }

    [Fact]
    public async Task GivenLogOfTheDefaultStore_WhenMovedToMarten_ThenItSaysTheSameAndGoesOn()
    {
        var before = await FillAsync(new TestLog(postgres));

        (await CopyProcess.RunAsync("marten", _connectionString)).Code.ShouldBe(0);

        await using var log = new MartenLog(postgres);
        var store = await log.NewStoreAsync(connectionString: _connectionString);
        (await store.ReadAllAsync(0, int.MaxValue, Cancellation).ToListAsync(Cancellation)).ShouldBe(before);
        (await store.GetHeadPositionAsync(Cancellation)).ShouldBe(before[^1].Position);
        var result = await store.AppendAsync(new Append([new StreamAppend("account-1", 4, [new Deposited(5)])], Metadata), Cancellation);
        result.Position.ShouldBe(before[^1].Position + 1);
        (await TextAsync("SELECT count(*)::text FROM log.rebuild_due")).ShouldBe("1");
        await using var data = EventLogDataSource.Create(_connectionString);
        (await Accounts.BalanceAsync(data, "account-1")).ShouldBe(5 + 1.50m + 2 + 3);
    }

    [Fact]
    public async Task GivenLogOfMartenWithGaps_WhenMovedToTheDefaultStore_ThenGapsCloseAndAllThatNamesPositionsFollows()
    {
        var before = await FillAsync(new MartenLog(postgres));
        before[^1].Position.ShouldBe(before.Count + 1, "a refused append has left a gap");
        await NamePositionsAsync(before[^1].Position);

        (await CopyProcess.RunAsync("npgsql", _connectionString)).Code.ShouldBe(0);

        await using var log = new TestLog(postgres);
        var store = await log.NewStoreAsync(connectionString: _connectionString);
        var after = await store.ReadAllAsync(0, int.MaxValue, Cancellation).ToListAsync(Cancellation);
        after.ShouldBe(before.Select((recorded, i) => recorded with { Position = i + 1 }));
        await using var data = EventLogDataSource.Create(_connectionString);
        (await LogAudit.VerifyAsync(data, [], Cancellation)).ShouldSatisfyAllConditions(
            verdict => verdict.IsIntact.ShouldBeTrue(), verdict => verdict.Position.ShouldBe(before.Count));
        (await store.AppendAsync(new Append([new StreamAppend("account-1", 4, [new Deposited(5)])], Metadata), Cancellation))
            .Position.ShouldBe(before.Count + 1);
        (await TextAsync("SELECT string_agg(name || ' ' || position, ', ' ORDER BY name) FROM log.subscriptions")).ShouldBe($"follows-log {before.Count}, relay 900");
        (await TextAsync("SELECT source_position::text FROM public_log.events")).ShouldBe($"{before.Count}");
        (await TextAsync("SELECT count(*)::text FROM log.rebuild_due")).ShouldBe("1");
        (await TextAsync("SELECT count(*)::text FROM pg_namespace WHERE nspname = 'marten'")).ShouldBe("0");
    }

    [Theory]
    [InlineData("marten", "cloning")]
    [InlineData("marten", "converting")]
    [InlineData("npgsql", "converting")]
    [InlineData("npgsql", "comparing")]
    public async Task GivenCopyKilledInTheMiddle_WhenRunAgain_ThenNothingWasLostAndItComesToItsEnd(string to, string killAt)
    {
        var before = to == "marten" ? await FillAsync(new TestLog(postgres), 3_000) : await FillAsync(new MartenLog(postgres), 3_000);
        var from = await StoreAsync();

        (await CopyProcess.RunAsync(to, _connectionString, killAt)).Code.ShouldBe(Killed);

        (await StoreAsync()).ShouldBe(from);
        (await CopyProcess.RunAsync(to, _connectionString)).Said.ShouldContain($"{before.Count} events, now kept by {to}");
        (await StoreAsync()).ShouldBe(to);
        (await TextAsync("SELECT count(*)::text FROM log.events_readable")).ShouldBe($"{before.Count}");
    }

    [Fact]
    public async Task WhatCannotBeMovedIsRefusedAndToldWhy()
    {
        (await CopyProcess.RunAsync("marten", _connectionString)).ShouldSatisfyAllConditions(
            answer => answer.Code.ShouldBe(1), answer => answer.Said.ShouldContain("no event log"));
        await FillAsync(new TestLog(postgres));
        (await CopyProcess.RunAsync("npgsql", _connectionString)).ShouldSatisfyAllConditions(
            answer => answer.Code.ShouldBe(0), answer => answer.Said.ShouldContain("already"));

        await using var user = new NpgsqlConnection(_connectionString);
        await user.OpenAsync(Cancellation);
        (await CopyProcess.RunAsync("marten", _connectionString)).ShouldSatisfyAllConditions(
            answer => answer.Code.ShouldBe(1), answer => answer.Said.ShouldContain("in use"));
        (await StoreAsync()).ShouldBe("npgsql");
    }

    /// <summary>Two streams, an append that was refused, then many more events; the store is closed again.</summary>
    private async Task<List<RecordedEvent>> FillAsync<TStore>(StoreLog<TStore> log, int more = 0)
        where TStore : IEventStore, IAsyncDisposable
    {
        await using (log)
        {
            var store = await log.NewStoreAsync(connectionString: _connectionString);
            await store.AppendAsync(
                new Append(
                    [
                        new StreamAppend("account-1", 0, [new AccountOpened("王小明"), new Deposited(1.50m)]),
                        new StreamAppend("account-2", 0, [new AccountOpened("\"<&> 李四")]),
                    ],
                    Metadata),
                Cancellation);
            await Should.ThrowAsync<UniqueViolationException>(() => store.AppendAsync(
                new Append([new StreamAppend("account-3", 0, [new AccountOpened("王小明")])], Metadata), Cancellation));
            await store.AppendAsync(
                new Append([new StreamAppend("account-1", 2, [new Deposited(2), new Deposited(3)])], new EventMetadata("relay")), Cancellation);
            if (more > 0)
            {
                await store.AppendAsync(
                    new Append([new StreamAppend("account-4", 0, [.. Enumerable.Range(1, more).Select(i => new Deposited(i))])], Metadata), Cancellation);
            }

            return await store.ReadAllAsync(0, int.MaxValue, Cancellation).ToListAsync(Cancellation);
        }
    }

    /// <summary>A subscription at the head, one that follows the public log, and a public event made from the newest event.</summary>
    private async Task NamePositionsAsync(long head)
    {
        await TextAsync(SubscriptionSchema.Sql);
        await TextAsync(PublicLogSchema.Sql);
        await TextAsync(
            $"""
            INSERT INTO log.subscriptions (name, position, channel) VALUES ('follows-log', {head}, 'log'), ('relay', 900, 'public_log');
            INSERT INTO public_log.events (position, id, source_position, ordinal, type, time, region, subject, data, prevhash, hash)
            VALUES (900, gen_random_uuid(), {head}, 0, 't', now(), '430100', 's', '', '', '');
            """);
    }

    private Task<string?> StoreAsync() => TextAsync("SELECT store FROM log.schema_version");

    private async Task<string?> TextAsync(string sql)
    {
        await using var data = EventLogDataSource.Create(_connectionString);
        await using var command = data.CreateCommand(sql);
        return (string?)await command.ExecuteScalarAsync(Cancellation);
    }

    private async Task DropAsync(string suffix)
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString);
        await connection.OpenAsync(CancellationToken.None);
        var database = new NpgsqlConnectionStringBuilder(_connectionString).Database;
        await using var command = new NpgsqlCommand($"DROP DATABASE IF EXISTS {database}_{suffix} WITH (FORCE)", connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
