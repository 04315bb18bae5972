using YouthPlatform.EventStore.Tests.Contract;
using YouthPlatform.EventStore.Tests.Postgres;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.States;

/// <summary>A remembered state saves reading, and never shows: two stores on one database, each with a memory of its own.</summary>
public sealed class RememberedStateTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly EventMetadata Metadata = new("clerk");

    private readonly TestLog _log = new(postgres);
    private readonly IEventStore[] _stores = new IEventStore[2];

    private IEventStore One => _stores[0];

    private IEventStore Other => _stores[1];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        for (var i = 0; i < _stores.Length; i++)
        {
            _stores[i] = await _log.NewStoreAsync(options => options.InlineProjections.Clear());
        }
    }

    public ValueTask DisposeAsync() => _log.DisposeAsync();

    [Fact]
    public async Task AStateIsThatOfTheStreamWhoeverWroteToIt()
    {
        for (var amount = 1; amount <= 10; amount++)
        {
            await ChangeAsync(amount % 3 == 0 ? Other : One, amount);
            (await LoadAsync(One)).ShouldBe(await FreshAsync());
            (await LoadAsync(Other)).ShouldBe(await FreshAsync());
        }
    }

    [Fact]
    public async Task ARefusalRestsOnWhatAnotherProcessWrote()
    {
        await ChangeAsync(One, 5);
        (await LoadAsync(Other)).State.Total.ShouldBe(5);
        await ChangeAsync(One, 5);

        await ChangeAsync(Other, -10);

        (await Should.ThrowAsync<RuleViolation>(() => ChangeAsync(One, -1))).Code.ShouldBe(Purse.Empty);
    }

    [Fact]
    public async Task ADecisionOnAStateThatMovedSinceIsRefusedByItsVersion()
    {
        await ChangeAsync(One, 5);
        var loaded = await LoadAsync(One);
        await ChangeAsync(Other, -5);

        await Should.ThrowAsync<WrongExpectedVersionException>(() => AppendAsync(One, loaded.Decide(new Change(-5))));

        await Should.ThrowAsync<RuleViolation>(() => ChangeAsync(One, -5));
    }

    [Fact]
    public async Task AFailedAppendLeavesNoTraceInTheState()
    {
        await ChangeAsync(One, 5);
        var failing = new Append([(await LoadAsync(One)).Decide(new Change(7)).Append], Metadata) { Statements = [new("not SQL")] };

        await Should.ThrowAsync<Exception>(() => One.AppendAsync(failing, Cancellation));

        (await LoadAsync(One)).ShouldBe(await FreshAsync());
        (await LoadAsync(One)).State.Total.ShouldBe(5);
    }

    [Fact]
    public async Task OneStreamMayBeFoldedInTwoWays()
    {
        await ChangeAsync(One, 5);
        await ChangeAsync(One, 3);
        for (var i = 0; i < 2; i++)
        {
            (await LoadAsync(One)).State.Total.ShouldBe(8);
            (await Aggregate<Largest, decimal, Change, Deposited>.LoadAsync(One, "purse-1", Cancellation)).State.ShouldBe(5);
        }
    }

    [Fact]
    public async Task AStreamThatTheLogTookBackIsFoldedAnew()
    {
        await ChangeAsync(One, 5);
        await ChangeAsync(One, 3);
        (await LoadAsync(One)).State.Total.ShouldBe(8);
        await _log.ExecuteAsync("DELETE FROM log.events WHERE version = 2");

        (await LoadAsync(One)).ShouldBe(await FreshAsync());
    }

    [Fact]
    public async Task ALoadSeesWhatWasCommittedBeforeItBegan()
    {
        const int Changes = 150;
        var committed = 0L;
        async Task WriteAsync(IEventStore store)
        {
            while (Interlocked.Read(ref committed) < Changes)
            {
                try
                {
                    var decision = (await LoadAsync(store)).Decide(new Change(1));
                    await AppendAsync(store, decision);
                    InterlockedMax(ref committed, decision.Version);
                }
                catch (WrongExpectedVersionException)
                {
                    // The other store was first.
                }
            }
        }

        async Task ReadAsync(IEventStore store)
        {
            while (Interlocked.Read(ref committed) is var before && before < Changes)
            {
                var loaded = await LoadAsync(store);
                loaded.Version.ShouldBeGreaterThanOrEqualTo(before);
                loaded.State.Changes.ShouldBe((int)loaded.Version);
                loaded.State.Total.ShouldBe(loaded.Version);
            }
        }

        await Task.WhenAll(WriteAsync(One), WriteAsync(Other), ReadAsync(One), ReadAsync(Other));

        (await LoadAsync(One)).ShouldBe(await FreshAsync());
    }

    [Fact]
    public async Task ALoadAfterAVersionGivesTheRest()
    {
        for (var amount = 1; amount <= 3; amount++)
        {
            await ChangeAsync(One, amount);
        }

        (await Other.LoadAsync("purse-1", 1, Cancellation)).Events.Select(e => ((Deposited)e.Data).Amount).ShouldBe([2, 3]);
        (await Other.LoadAsync("purse-1", 3, Cancellation)).ShouldSatisfyAllConditions(
            rest => rest.Version.ShouldBe(3), rest => rest.Events.ShouldBeEmpty());
        (await Other.LoadAsync("purse-1", 4, Cancellation)).Version.ShouldBe(0);
    }

    private static void InterlockedMax(ref long target, long value)
    {
        for (var seen = Interlocked.Read(ref target); seen < value;)
        {
            var was = Interlocked.CompareExchange(ref target, value, seen);
            seen = was == seen ? value : was;
        }
    }

    private static Task<PurseAggregate> LoadAsync(IEventStore store) => PurseAggregate.LoadAsync(store, "purse-1", Cancellation);

    private static Task<AppendResult> AppendAsync(IEventStore store, Decision<Held> decision) =>
        store.AppendAsync(new Append([decision.Append], Metadata), Cancellation);

    private static async Task ChangeAsync(IEventStore store, decimal amount) =>
        await AppendAsync(store, (await LoadAsync(store)).Decide(new Change(amount)));

    private async Task<PurseAggregate> FreshAsync() => PurseAggregate.From(await One.LoadAsync("purse-1", Cancellation));
}
