using YouthPlatform.EventStore.Tests.Contract;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Postgres;

/// <summary>Long readings come another way than short ones, and must not differ.</summary>
public sealed class LongReadTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int Streams = 300;
    private const int Rounds = 30;
    private const int Page = 700;

    private readonly TestLog _log = new(postgres);
    private Func<long, int, CancellationToken, IAsyncEnumerable<RecordedEvent>> _readAll = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var store = await _log.NewStoreAsync(options => options.InlineProjections.Clear());
        for (var round = 0; round < Rounds; round++)
        {
            var metadata = new EventMetadata(
                round % 2 == 0 ? "经办人" : "clerk", round % 3 == 0 ? $"00-trace-{round}" : null, round % 5 == 0 ? $"cause-{round}" : null);
            var isLarge = round == Rounds / 2;
            await store.AppendAsync(
                new Append(
                    [.. Enumerable.Range(0, Streams).Select(stream => new StreamAppend($"账户-{stream}", round, [Event(round, stream, isLarge)]))],
                    metadata),
                Cancellation);
        }

        _readAll = store.ReadAllAsync;
    }

    public ValueTask DisposeAsync() => _log.DisposeAsync();

    [Fact]
    public async Task ALongReadingGivesWhatShortOnesGive()
    {
        List<RecordedEvent> pages = [];
        for (var size = -1; size != pages.Count;)
        {
            size = pages.Count;
            pages.AddRange(await _readAll(size, Page, Cancellation).ToListAsync(Cancellation));
        }

        var all = await _readAll(0, int.MaxValue, Cancellation).ToListAsync(Cancellation);

        all.Count.ShouldBe(Streams * Rounds);
        all.SequenceEqual(pages).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0, 2_001)]
    [InlineData(1, 4_000)]
    [InlineData(17, 8_000)]
    [InlineData(4_500, 4_500)]
    public async Task ALongReadingKeepsToItsBounds(long after, int limit) =>
        (await _readAll(after, limit, Cancellation).Select(recorded => recorded.Position).ToListAsync(Cancellation))
            .ShouldBe(Enumerable.Range(1, limit).Select(i => after + i));

    [Fact]
    public async Task AReadingThatIsGivenUpLeavesTheStoreInOrder()
    {
        for (var i = 0; i < 120; i++)
        {
            (await _readAll(0, int.MaxValue, Cancellation).FirstAsync(recorded => recorded.Position == 2_500, Cancellation))
                .Position.ShouldBe(2_500);
        }

        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var recorded in _readAll(0, int.MaxValue, cancelled.Token))
            {
                if (recorded.Position == 2_001)
                {
                    await cancelled.CancelAsync();
                }
            }
        });
        (await _readAll(0, int.MaxValue, Cancellation).CountAsync(Cancellation)).ShouldBe(Streams * Rounds);
    }

    [Fact]
    public async Task AnUnknownTypeFailsAtItsOwnPlace()
    {
        await _log.ExecuteAsync("""
            INSERT INTO log.event_types (name) VALUES ('tests.of_the_future.v1');
            UPDATE log.events SET envelope = set_byte(envelope, 1, (SELECT id FROM log.event_types WHERE name = 'tests.of_the_future.v1')) WHERE position = 5432;
            """);
        var last = 0L;

        var unknown = await Should.ThrowAsync<UnknownEventTypeException>(async () =>
        {
            await foreach (var recorded in _readAll(0, int.MaxValue, Cancellation))
            {
                last = recorded.Position;
            }
        });

        unknown.StoredType.ShouldBe("tests.of_the_future.v1");
        last.ShouldBe(5431);
    }

    [Theory]
    [InlineData(5_432)]
    [InlineData(2_001)]
    [InlineData(3_000)]
    public async Task AMissingEventIsNotPassedOver(long position)
    {
        await _log.ExecuteAsync($"DELETE FROM log.events WHERE position = {position}");

        await Should.ThrowAsync<InvalidOperationException>(async () =>
            await _readAll(0, int.MaxValue, Cancellation).CountAsync(Cancellation));
    }

    private static object Event(int round, int stream, bool isLarge) => isLarge && stream % 10 == 0
        ? new AccountOpened(new string('长', 50_000))
        : new Deposited(round + (stream / 100m));
}
