using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Tests.Contract;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Postgres;

/// <summary>The writer's ways: in one round trip, exactly under the lock, and in halves.</summary>
public sealed class CommitPathTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly EventMetadata Metadata = new("clerk");

    private readonly TestLog _log = new(postgres);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _log.DisposeAsync();

    [Fact]
    public async Task AWriterAloneNeedsTheLockOnlyOnce()
    {
        var store = await _log.NewStoreAsync();
        using var exact = new ExactCommits(_log.Data);
        await AppendAsync(store, "account-0", 0, new AccountOpened("0"));
        exact.Count.ShouldBe(1);

        for (var i = 1; i <= 20; i++)
        {
            await AppendAsync(store, $"account-{i}", 0, new AccountOpened($"{i}"));
            await AppendAsync(store, $"account-{i}", 1, new Deposited(i));
        }

        exact.Count.ShouldBe(1);
        (await store.GetHeadPositionAsync(Cancellation)).ShouldBe(41);
    }

    [Fact]
    public async Task PositionsHaveNoGapsWhateverFails()
    {
        var store = await _log.NewStoreAsync();
        await AppendAsync(store, "account-0", 0, new AccountOpened("taken"));
        var appends = Enumerable.Range(1, 300).Select(i => (i % 5) switch
        {
            0 => AppendAsync(store, $"account-{i}", 0, new AccountOpened("taken")),
            1 => AppendAsync(store, "account-0", 7, new Deposited(i)),
            2 => AppendAsync(store, $"account-{i}", 0, new AccountOpened($"{i}"), new Deposited(-1)),
            _ => AppendAsync(store, $"account-{i}", 0, new AccountOpened($"{i}"), new Deposited(i)),
        }).ToArray();
        await Settled(appends);

        appends.Count(append => append.IsCompletedSuccessfully).ShouldBe(120);
        var all = await store.ReadAllAsync(0, int.MaxValue, Cancellation).ToListAsync(Cancellation);
        all.Select(recorded => recorded.Position).ShouldBe(Enumerable.Range(1, 241).Select(i => (long)i));
        (await LogAudit.VerifyAsync(_log.Data, [], Cancellation)).Reason.ShouldBeNull();
    }

    [Fact]
    public async Task TwoWritersTakingTurnsOnOneStreamSeeEachOther()
    {
        var first = await _log.NewStoreAsync();
        var second = await _log.NewStoreAsync();
        await AppendAsync(first, "account-1", 0, new AccountOpened("a"));

        for (var version = 1; version <= 20; version += 2)
        {
            (await AppendAsync(second, "account-1", version, new Deposited(1))).Versions.ShouldBe([version + 1L]);
            (await AppendAsync(first, "account-1", version + 1, new Deposited(1))).Versions.ShouldBe([version + 2L]);
        }

        (await Accounts.BalanceAsync(_log.Data, "account-1")).ShouldBe(20m);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(3, 2)]
    public async Task AWriterThatMissedAnotherWritersAppendStillRefusesExactly(long expected, long actual)
    {
        var first = await _log.NewStoreAsync();
        var second = await _log.NewStoreAsync();
        await AppendAsync(first, "account-1", 0, new AccountOpened("a"));
        await AppendAsync(second, "account-1", 1, new Deposited(1));

        var refused = await Should.ThrowAsync<WrongExpectedVersionException>(() => AppendAsync(first, "account-1", expected, new Deposited(2)));

        refused.Actual.ShouldBe(actual);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(9, false)]
    public async Task AStreamOfWhichOnlyTheKeyIsKnownIsJudgedExactly(long expected, bool holds)
    {
        var other = await _log.NewStoreAsync();
        await AppendAsync(other, "account-1", 0, new AccountOpened("a"), new Deposited(1));
        var store = await _log.NewStoreAsync();
        await AppendAsync(store, "account-2", 0, new AccountOpened("b"));
        await store.LoadAsync("account-1", Cancellation);

        await JudgedAsync(() => AppendAsync(store, "account-1", expected, new Deposited(2)), holds);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public async Task AStreamThatWasForgottenIsJudgedExactly(long expected, bool holds)
    {
        var store = await _log.NewStoreAsync(options => options.RememberedStreams = 2);
        await AppendAsync(store, "account-1", 0, new AccountOpened("a"), new Deposited(1));
        for (var i = 2; i < 9; i++)
        {
            await AppendAsync(store, $"account-{i}", 0, new AccountOpened($"{i}"));
        }

        await JudgedAsync(() => AppendAsync(store, "account-1", expected, new Deposited(2)), holds);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task AnAssertionOnAStreamOfWhichOnlyTheKeyIsKnownIsJudgedExactly(long expected, bool holds)
    {
        var other = await _log.NewStoreAsync();
        await AppendAsync(other, "account-1", 0, new AccountOpened("a"), new Deposited(1));
        var store = await _log.NewStoreAsync();
        await AppendAsync(store, "account-2", 0, new AccountOpened("b"));
        await store.LoadAsync("account-1", Cancellation);
        var append = new Append([new StreamAppend("account-1", expected, []), new StreamAppend("account-3", 0, [new AccountOpened("c")])], Metadata);

        await JudgedAsync(() => store.AppendAsync(append, Cancellation), holds);
    }

    [Fact]
    public async Task AppendsToOneStreamHandedInTogetherSeeEachOther()
    {
        var store = await _log.NewStoreAsync();
        await AppendAsync(store, "account-1", 0, new AccountOpened("a"));
        await using var held = await HeldHead.TakeAsync(_log.Data);
        var first = AppendAsync(store, "account-9", 0, new AccountOpened("9"));
        await held.IsWaitedForAsync();
        var chained = Enumerable.Range(1, 10).Select(version => AppendAsync(store, "account-1", version, new Deposited(1))).ToArray();
        var late = AppendAsync(store, "account-1", 5, new Deposited(1));
        await held.ReleaseAsync();

        await first;
        await Task.WhenAll(chained);
        (await Should.ThrowAsync<WrongExpectedVersionException>(() => late)).Actual.ShouldBe(11);
    }

    [Fact]
    public async Task AConflictThatRestedOnAFailedAppendIsNone()
    {
        var store = await _log.NewStoreAsync();
        await AppendAsync(store, "account-0", 0, new AccountOpened("taken"));
        await using var held = await HeldHead.TakeAsync(_log.Data);
        var first = AppendAsync(store, "account-9", 0, new AccountOpened("9"));
        await held.IsWaitedForAsync();
        var guilty = AppendAsync(store, "account-1", 0, new AccountOpened("taken"));
        var second = AppendAsync(store, "account-1", 0, new AccountOpened("free"));
        await held.ReleaseAsync();

        await first;
        await Should.ThrowAsync<UniqueViolationException>(() => guilty);
        (await second).Versions.ShouldBe([1L]);
    }

    [Fact]
    public async Task AStatementThatIsWrongFailsItsAppendAlone()
    {
        var store = await _log.NewStoreAsync();
        SqlStatement[] wrong = [new("INSERT INTO nowhere VALUES (1)"), new("INSERT INTO notes (text) VALUES ($1)", new object()), new("not SQL")];
        var appends = Enumerable.Range(0, 12).Select(i => store.AppendAsync(
            new Append([new StreamAppend($"account-{i}", 0, [new AccountOpened($"{i}")])], Metadata)
            {
                Statements = i % 4 == 3 ? [wrong[i / 4]] : [],
            },
            Cancellation)).ToArray();
        await Settled(appends);

        for (var i = 0; i < 12; i++)
        {
            appends[i].IsCompletedSuccessfully.ShouldBe(i % 4 != 3, $"{i}: {appends[i].Exception}");
        }

        (await store.GetHeadPositionAsync(Cancellation)).ShouldBe(9);
    }

    [Fact]
    public async Task AMessageThatWasDealtWithIsTold()
    {
        var store = await _log.NewStoreAsync();
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        var append = new Append([], Metadata) { Statements = [Inbox.Received("ledger", id, TimeProvider.System.GetLocalNow())] };
        await store.AppendAsync(append, Cancellation);

        (await Should.ThrowAsync<UniqueViolationException>(() => store.AppendAsync(append, Cancellation))).Constraint.ShouldBe(Inbox.Constraint);
    }

    [Fact]
    public async Task AnAnswerIsFoundByItsKey()
    {
        var store = await _log.NewStoreAsync();
        var answers = new IdempotencyStore(_log.Data);
        var answer = new IdempotentAnswer([1, 2], 201, "{\"x\":\"中\"}"u8.ToArray(), "\"1\"", null, LogHash.Truncate(TimeProvider.System.GetUtcNow()));
        (await answers.FindAsync("POST /posts", "k", Cancellation)).ShouldBeNull();
        var append = new Append([], Metadata) { Statements = [IdempotencyStore.Save("POST /posts", "k", answer)] };
        await store.AppendAsync(append, Cancellation);

        var found = (await answers.FindAsync("POST /posts", "k", Cancellation)).ShouldNotBeNull();

        (found.Status, found.ETag, found.Location, found.RecordedAt).ShouldBe((answer.Status, answer.ETag, answer.Location, answer.RecordedAt));
        found.Fingerprint.ShouldBe(answer.Fingerprint);
        found.Body.ShouldBe(answer.Body);
        (await answers.FindAsync("POST /other", "k", Cancellation)).ShouldBeNull();
        (await Should.ThrowAsync<UniqueViolationException>(() => store.AppendAsync(append, Cancellation))).Constraint.ShouldBe(IdempotencyStore.Constraint);
    }

    private static Task<AppendResult> AppendAsync(PostgresEventStore store, string stream, long expected, params object[] events) =>
        store.AppendAsync(new Append([new StreamAppend(stream, expected, events)], Metadata), Cancellation);

    private static async Task JudgedAsync(Func<Task<AppendResult>> append, bool holds)
    {
        if (holds)
        {
            await append();
        }
        else
        {
            (await Should.ThrowAsync<WrongExpectedVersionException>(append)).Actual.ShouldBe(2);
        }
    }

    private static Task Settled(Task[] tasks) =>
        Task.WhenAll(tasks).ContinueWith(_ => { }, Cancellation, TaskContinuationOptions.None, TaskScheduler.Default);
}
