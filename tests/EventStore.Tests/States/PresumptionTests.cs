using YouthPlatform.EventStore.Tests.Postgres;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.States;

/// <summary>Attempts on remembered states: two stores on one database, so that either's memory can be out of date.</summary>
public sealed class PresumptionTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string First = "purse-1";
    private const string Second = "purse-2";

    private static readonly EventMetadata Metadata = new("clerk");

    private readonly TestLog _log = new(postgres);
    private CountingStore _one = null!;
    private IEventStore _other = null!;
    private int _attempts;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _one = new CountingStore(await _log.NewStoreAsync(options => options.InlineProjections.Clear()));
        _other = await _log.NewStoreAsync(options => options.InlineProjections.Clear());
        await ChangeAsync(_one, First, 5);
        await ChangeAsync(_one, Second, 5);
        await LoadAsync(_one, First);
        await LoadAsync(_one, Second);
        _one.Loads = 0;
    }

    public ValueTask DisposeAsync() => _log.DisposeAsync();

    [Fact]
    public async Task AnAttemptOnRememberedStatesDoesNotAskTheLog()
    {
        for (var i = 1; i <= 3; i++)
        {
            (await AttemptAsync(() => ChangeAsync(_one, First, 1))).Versions.ShouldBe([1 + i]);
        }

        (_attempts, _one.Loads).ShouldBe((3, 0));
        (await FreshAsync(First)).State.ShouldBe(new Held(8, 4));
    }

    [Fact]
    public async Task AChangeOnAStateThatMovedIsRefusedByItsVersion()
    {
        await ChangeAsync(_other, First, -5);

        await Should.ThrowAsync<WrongExpectedVersionException>(() => AttemptAsync(() => ChangeAsync(_one, First, -5)));

        (await FreshAsync(First)).State.Total.ShouldBe(0);
    }

    [Fact]
    public async Task ARefusalIsDecidedAgainOnWhatTheLogSays()
    {
        await ChangeAsync(_other, First, 5);

        await AttemptAsync(() => ChangeAsync(_one, First, -10));
        (await Should.ThrowAsync<RuleViolation>(() => AttemptAsync(() => ChangeAsync(_one, First, -1)))).Code.ShouldBe(Purse.Empty);

        _attempts.ShouldBe(4);
    }

    [Fact]
    public async Task AnAnswerWithoutAnAppendIsWhatTheLogSays()
    {
        await ChangeAsync(_other, First, 5);

        (await AttemptAsync(async () => (await LoadAsync(_one, First)).State.Total)).ShouldBe(10);

        _attempts.ShouldBe(2);
    }

    [Fact]
    public async Task AStateThatWasOnlyReadMustBeTheNewestToo()
    {
        async Task<AppendResult> ReadAndChangeAsync()
        {
            var read = await LoadAsync(_one, First);
            return await ChangeAsync(_one, Second, read.State.Total);
        }

        (await AttemptAsync(ReadAndChangeAsync)).Versions.ShouldBe([2]);
        await ChangeAsync(_other, First, 5);

        (await Should.ThrowAsync<WrongExpectedVersionException>(() => AttemptAsync(ReadAndChangeAsync))).Stream.ShouldBe(First);
        (await FreshAsync(Second)).State.Total.ShouldBe(10);
    }

    [Fact]
    public async Task AnAttemptThatFoundTwoStatesOfAStreamIsMadeAgain()
    {
        (await AttemptAsync(async () =>
        {
            var before = await LoadAsync(_one, First);
            if (_attempts == 1)
            {
                await OutsideAsync(() => ChangeAsync(_one, First, 1));
            }

            var after = await LoadAsync(_one, First);
            return (before.Version, after.Version, await ChangeAsync(_one, First, 1));
        })).ShouldSatisfyAllConditions(
            all => all.Item1.ShouldBe(2), all => all.Item2.ShouldBe(2), all => all.Item3.Versions.ShouldBe([3]));

        _attempts.ShouldBe(2);
    }

    [Fact]
    public async Task WhatFollowsTheAppendAsksTheLogAndIsNotRepeated()
    {
        await Should.ThrowAsync<InvalidDataException>(() => AttemptAsync<AppendResult>(async () =>
        {
            await ChangeAsync(_one, First, 1);
            await ChangeAsync(_other, Second, 1);
            (await LoadAsync(_one, Second)).State.Total.ShouldBe(6);
            throw new InvalidDataException();
        }));

        _attempts.ShouldBe(1);
        (await FreshAsync(First)).State.Total.ShouldBe(6);
    }

    [Fact]
    public async Task AnAppendThatFailsForAnotherReasonIsNotRepeated()
    {
        await Should.ThrowAsync<Exception>(() => AttemptAsync(async () =>
        {
            var decision = (await LoadAsync(_one, First)).Decide(new Change(7));
            return await _one.AppendAsync(new Append([decision.Append], Metadata) { Statements = [new("not SQL")] }, Cancellation);
        }));

        _attempts.ShouldBe(1);
        (await FreshAsync(First)).State.Total.ShouldBe(5);
    }

    [Fact]
    public async Task AnAttemptWithinAnotherIsAPartOfIt()
    {
        await AttemptAsync(async () =>
        {
            await LoadAsync(_one, First);
            return await Presumption.RunAsync(() => ChangeAsync(_one, Second, 1));
        });

        (_attempts, _one.Loads).ShouldBe((1, 0));
    }

    [Fact]
    public async Task WorkThatOutlivesAnAttemptAsksTheLog()
    {
        var over = new TaskCompletionSource();
        Task<PurseAggregate> left = null!;
        await AttemptAsync(() =>
        {
            left = Task.Run(
                async () =>
                {
                    await over.Task;
                    return await LoadAsync(_one, First);
                },
                Cancellation);
            return ChangeAsync(_one, Second, 1);
        });
        await ChangeAsync(_other, First, 1);

        over.SetResult();

        (await left).State.Total.ShouldBe(6);
    }

    [Fact]
    public async Task NothingIsGivenTwiceByProcessesThatPresume()
    {
        const int Callers = 6;
        await ChangeAsync(_other, First, 35);
        var taken = 0;

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(
            async () =>
            {
                IEventStore store = caller % 2 == 0 ? _one : _other;
                while (true)
                {
                    try
                    {
                        await Presumption.RunAsync(() => ChangeAsync(store, First, -1));
                        Interlocked.Increment(ref taken);
                    }
                    catch (WrongExpectedVersionException)
                    {
                        // Somebody was first; without presuming, the state is learnt.
                        await LoadAsync(store, First);
                    }
                    catch (RuleViolation)
                    {
                        return;
                    }
                }
            },
            Cancellation)));

        taken.ShouldBe(40);
        (await FreshAsync(First)).State.Total.ShouldBe(0);
    }

    private static Task<PurseAggregate> LoadAsync(IEventStore store, string stream) => PurseAggregate.LoadAsync(store, stream, Cancellation);

    private static async Task<AppendResult> ChangeAsync(IEventStore store, string stream, decimal amount) => await store.AppendAsync(
        new Append([(await LoadAsync(store, stream)).Decide(new Change(amount)).Append], Metadata), Cancellation);

    /// <summary>What somebody else does meanwhile.</summary>
    private static Task OutsideAsync(Func<Task> work)
    {
        using var _ = ExecutionContext.SuppressFlow();
        return Task.Run(work, Cancellation);
    }

    private Task<T> AttemptAsync<T>(Func<Task<T>> attempt) => Presumption.RunAsync(() =>
    {
        _attempts++;
        return attempt();
    });

    private async Task<PurseAggregate> FreshAsync(string stream) => PurseAggregate.From(await _other.LoadAsync(stream, Cancellation));

    /// <summary>Counts what the log is asked for.</summary>
    private sealed class CountingStore(IEventStore store) : IEventStore
    {
        private int _loads;

        internal int Loads
        {
            get => _loads;
            set => _loads = value;
        }

        public StateCache States => store.States;

        public Task<EventStream> LoadAsync(string stream, long after, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _loads);
            return store.LoadAsync(stream, after, cancellationToken);
        }

        public Task<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken) => store.AppendAsync(append, cancellationToken);

        public IAsyncEnumerable<IReadOnlyList<RecordedEvent>> ReadBatchesAsync(long after, int limit, CancellationToken cancellationToken) =>
            store.ReadBatchesAsync(after, limit, cancellationToken);

        public Task<long> GetHeadPositionAsync(CancellationToken cancellationToken) => store.GetHeadPositionAsync(cancellationToken);
    }
}
