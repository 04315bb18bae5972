using Microsoft.Extensions.Hosting;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Subscriptions;

/// <summary>Answers and messages are forgotten when their time has come; events are not.</summary>
public sealed class PruningTests(PostgresFixture postgres)
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task WhatIsOlderThanItsRetentionGoes()
    {
        await using var service = await StartAsync(options =>
        {
            options.AnswersKeptFor = TimeSpan.FromDays(10);
            options.MessagesKeptFor = TimeSpan.FromDays(20);
        });
        await AnswerAsync(service, ("new", 9), ("old", 11));
        await ReceiveAsync(service, ("new", 19), ("old", 21));
        (await PruneAsync(service)).ShouldBe(0, "what was stored a moment ago is new, whatever the business clock said");
        await StoreAsLongAgoAsync(service);

        (await PruneAsync(service)).ShouldBe(2);

        (await service.QueryAsync<string>("SELECT key FROM log.idempotency")).ShouldBe(["new"]);
        (await service.QueryAsync<string>("SELECT consumer FROM log.inbox")).ShouldBe(["new"]);
        (await service.Store.GetHeadPositionAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await PruneAsync(service)).ShouldBe(0);
    }

    [Fact]
    public async Task MoreThanOneStatementTakesAllGo()
    {
        await using var service = await StartAsync(_ => { });
        await service.QueryAsync<long>("""
            WITH made AS (
                INSERT INTO log.inbox (consumer, message_id, received_at, stored_at)
                SELECT 'c', gen_random_uuid(), now(), now() - n * interval '1 day' FROM generate_series(1, 12000) n RETURNING 1)
            SELECT count(*) FROM made
            """);

        (await PruneAsync(service)).ShouldBeInRange(12_000 - 367, 12_000 - 365);
    }

    [Fact]
    public async Task WhatIsKeptForEverStays()
    {
        await using var service = await StartAsync(options => options.AnswersKeptFor = options.MessagesKeptFor = Timeout.InfiniteTimeSpan);
        await AnswerAsync(service, ("old", 4_000));
        await ReceiveAsync(service, ("old", 4_000));
        await StoreAsLongAgoAsync(service);

        (await PruneAsync(service)).ShouldBe(0);
    }

    [Fact]
    public async Task ARetentionThatKeepsNothingIsRefused() => (await Should.ThrowAsync<InvalidOperationException>(
        () => StartAsync(options => options.AnswersKeptFor = TimeSpan.Zero))).Message.ShouldContain("00:00:00");

    private static Task<long> PruneAsync(TestService service) =>
        service.Get<IEnumerable<IHostedService>>().OfType<LogPruning>().Single().PruneAsync(TestContext.Current.CancellationToken);

    private static Task<AppendResult> AnswerAsync(TestService service, params (string Key, int DaysAgo)[] answers) => AppendAsync(
        service,
        [new StreamAppend("counter-answered", 0, [new Ticked(1)])],
        [.. answers.Select(answer => IdempotencyStore.Save("s", answer.Key, new IdempotentAnswer([1], 201, null, null, null, Ago(answer.DaysAgo))))]);

    private static Task<AppendResult> ReceiveAsync(TestService service, params (string Consumer, int DaysAgo)[] messages) => AppendAsync(
        service, [], [.. messages.Select(message => Inbox.Received(message.Consumer, Guid.CreateVersion7(Now), Ago(message.DaysAgo)))]);

    private static Task<AppendResult> AppendAsync(TestService service, StreamAppend[] streams, SqlStatement[] statements) => service.Store.AppendAsync(
        new Append(streams, new EventMetadata("tester")) { Statements = statements }, TestContext.Current.CancellationToken);

    private static async Task StoreAsLongAgoAsync(TestService service)
    {
        await service.QueryAsync<long>("WITH aged AS (UPDATE log.idempotency SET stored_at = recorded_at RETURNING 1) SELECT count(*) FROM aged");
        await service.QueryAsync<long>("WITH aged AS (UPDATE log.inbox SET stored_at = received_at RETURNING 1) SELECT count(*) FROM aged");
    }

    private static DateTimeOffset Ago(int days) => Now - TimeSpan.FromDays(days);

    private async Task<TestService> StartAsync(Action<PostgresEventStoreOptions> configure) =>
        await TestService.StartAsync(await postgres.CreateDatabaseAsync(), _ => { }, store: configure);
}
