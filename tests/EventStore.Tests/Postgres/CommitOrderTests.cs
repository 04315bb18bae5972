using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Tests.Contract;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Postgres;

/// <summary>Two open transactions: an event never becomes visible before one with a lower position.</summary>
public sealed class CommitOrderTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly EventMetadata Metadata = new("clerk");

    private readonly TestLog _log = new(postgres);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _log.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TheLaterTransactionWaitsForTheEarlier(bool earlierCommits)
    {
        var store = await _log.NewStoreAsync();
        await store.AppendAsync(new Append([new StreamAppend("account-1", 0, [new Deposited(1)])], Metadata), Cancellation);
        await using var earlier = await HeldHead.TakeAsync(_log.Data);
        await WriteAsync(earlier, "account-2");

        var later = store.AppendAsync(new Append([new StreamAppend("account-3", 0, [new Deposited(3)])], Metadata), Cancellation);
        await earlier.IsWaitedForAsync();

        later.IsCompleted.ShouldBeFalse();
        (await ReadAsync(store, 0)).ShouldBe([(1, "account-1")]);
        await (earlierCommits ? earlier.CommitAsync() : earlier.ReleaseAsync());
        (await later).Position.ShouldBe(earlierCommits ? 3 : 2);
        (await ReadAsync(store, 1)).ShouldBe(earlierCommits ? [(2, "account-2"), (3, "account-3")] : [(2, "account-3")]);
        (await LogAudit.VerifyAsync(_log.Data, [], Cancellation)).Reason.ShouldBeNull();
    }

    private async Task WriteAsync(HeldHead held, string stream)
    {
        var head = await LogQueries.LockHeadAsync(held.Connection);
        var domainEvent = new Deposited(2);
        var type = await _log.ScalarAsync<int>("SELECT id FROM log.event_types WHERE name = 'tests.deposited.v1'");
        var plan = new CommitPlan(head, LogHash.Truncate(TimeProvider.System.GetUtcNow()), ProjectionBatches.None);
        plan.Add(
            new PendingAppend(
                new Append([new StreamAppend(stream, 0, [domainEvent])], Metadata),
                [[new EncodedEvent(domainEvent, "tests.deposited.v1", type, EventTypes.Encode(domainEvent))]],
                default),
            _ => null,
            []);
        await using var commands = LogCommands.Commit(held.Connection, plan);
        await commands.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task<List<(long Position, string Stream)>> ReadAsync(PostgresEventStore store, long after) =>
        await store.ReadAllAsync(after, 100, Cancellation).Select(recorded => (recorded.Position, recorded.Stream)).ToListAsync(Cancellation);
}
