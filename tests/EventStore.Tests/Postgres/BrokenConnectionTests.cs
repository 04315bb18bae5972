using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Tests.Contract;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Postgres;

/// <summary>The connection breaks around a commit: callers are told what became of it, and nothing is lost or doubled.</summary>
public sealed class BrokenConnectionTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string MarkOfCommit = "marked-stream";

    private static readonly EventMetadata Metadata = new("clerk");

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private readonly TestLog _log = new(postgres);
    private PostgresEventStore _other = null!;
    private FaultyProxy _proxy = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _other = await _log.NewStoreAsync();
        await AppendAsync(_other, "account-0", 0);
        _proxy = new FaultyProxy(_log.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _other.DisposeAsync();
        await _log.DisposeAsync();
        await _proxy.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GivenLostAnswerOrRequest_WhenAppending_ThenItIsWrittenOnceAndTold(bool isAnswer)
    {
        var store = await ProxiedAsync();
        Lose(isAnswer, MarkOfCommit);

        var result = await AppendAsync(store, MarkOfCommit, 0);

        (result.Position, result.Versions[0]).ShouldBe((3, 1));
        (await _other.LoadAsync(MarkOfCommit, Cancellation)).Version.ShouldBe(1);
        (await AppendAsync(store, MarkOfCommit, 1)).Position.ShouldBe(4);
        await IsIntactAsync(4);
    }

    [Fact]
    public async Task GivenLostAnswer_WhenAnotherProcessWentOn_ThenTheCommitIsStillFound()
    {
        var store = await ProxiedAsync();
        _proxy.LoseAnswer(MarkOfCommit);
        _proxy.BeforeNextConnection = () => AppendAsync(_other, MarkOfCommit, 1);

        var result = await AppendAsync(store, MarkOfCommit, 0);

        (result.Position, result.Versions[0]).ShouldBe((3, 1));
        await Should.ThrowAsync<WrongExpectedVersionException>(() => AppendAsync(store, MarkOfCommit, 1));
        (await AppendAsync(store, MarkOfCommit, 2)).Position.ShouldBe(5);
        await IsIntactAsync(5);
    }

    [Fact]
    public async Task GivenLostRequest_WhenAnotherProcessTookTheVersion_ThenItIsAConflict()
    {
        var store = await ProxiedAsync();
        _proxy.LoseRequest(MarkOfCommit);
        _proxy.BeforeNextConnection = () => AppendAsync(_other, MarkOfCommit, 0);

        (await Should.ThrowAsync<WrongExpectedVersionException>(() => AppendAsync(store, MarkOfCommit, 0))).Actual.ShouldBe(1);

        await IsIntactAsync(3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GivenLostAnswer_WhenOnlyStatementsWereCommitted_ThenTheOutcomeIsUnknown(bool isAnswer)
    {
        var store = await ProxiedAsync();
        Lose(isAnswer, "COMMIT\0");
        var append = new Append([], Metadata) { Statements = [new("INSERT INTO notes (text) VALUES ('x')")] };

        await Should.ThrowAsync<CommitUnknownException>(() => store.AppendAsync(append, Cancellation));

        (await _log.ScalarAsync<long>("SELECT count(*) FROM notes")).ShouldBe(isAnswer ? 1 : 0);
        await AppendAsync(store, "account-2", 0);
    }

    [Fact]
    public async Task GivenLostStatementBeforeTheCommit_WhenOnlyStatementsAreWritten_ThenTheyAreWrittenOnce()
    {
        var store = await ProxiedAsync();
        _proxy.LoseRequest("INSERT INTO notes");

        await store.AppendAsync(new Append([], Metadata) { Statements = [new("INSERT INTO notes (text) VALUES ('x')")] }, Cancellation);

        (await _log.ScalarAsync<long>("SELECT count(*) FROM notes")).ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GivenServerOutOfReachAfterTheCommit_WhenAppending_ThenTheOutcomeIsUnknownAndTheStoreRecovers(bool isAnswer)
    {
        var store = await ProxiedAsync();
        Lose(isAnswer, MarkOfCommit);
        _proxy.IsDown = true;

        await Should.ThrowAsync<CommitUnknownException>(() => AppendAsync(store, MarkOfCommit, 0));

        _proxy.IsDown = false;
        (await _other.LoadAsync(MarkOfCommit, Cancellation)).Version.ShouldBe(isAnswer ? 1 : 0);
        (await AppendAsync(store, "account-2", 0)).Position.ShouldBe(isAnswer ? 4 : 3);
        await IsIntactAsync(isAnswer ? 4 : 3);
    }

    [Fact]
    public async Task GivenTerminatedWriter_WhenAppendingNext_ThenItIsWritten()
    {
        var store = await ProxiedAsync();
        await TerminateWritersAsync();

        (await AppendAsync(store, "account-2", 0)).Position.ShouldBe(3);
    }

    [Fact]
    public async Task WritersTerminatedAtRandomLoseAndDoubleNothing()
    {
        var first = await _log.NewStoreAsync();
        var second = await _log.NewStoreAsync();
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var terminating = TerminateUntilAsync(done.Token);

        var callers = Enumerable.Range(0, 12).Select(async caller =>
        {
            for (var version = 0; version < 25; version++)
            {
                await AppendAsync(caller % 2 == 0 ? first : second, $"busy-{caller}", version);
            }
        });
        await Task.WhenAll(callers);
        await done.CancelAsync();

        (await terminating).ShouldBeGreaterThan(0);
        await IsIntactAsync(1 + (12 * 25));
    }

    private async Task<int> TerminateUntilAsync(CancellationToken done)
    {
        var terminated = 0;
        while (!done.IsCancellationRequested)
        {
            terminated += (int)await TerminateWritersAsync();
            await Task.Delay(20, Cancellation);
        }

        return terminated;
    }

    private Task<long> TerminateWritersAsync() => _log.ScalarAsync<long>(
        $"""
        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = '{LogCommitter.ApplicationName}'
        """);

    /// <summary>
    /// A store behind the proxy that knows the head, so that its next append goes the short way. Its notifier is connected, so that the
    /// next connection is the writer's.
    /// </summary>
    private async Task<PostgresEventStore> ProxiedAsync()
    {
        var store = await _log.NewStoreAsync(options => options.ReconnectTimeout = TimeSpan.FromSeconds(2), connectionString: _proxy.ConnectionString);
        await AppendAsync(store, "account-1", 0);
        await Eventually.BecomesAsync(async () => await CountNotifiersAsync() == 2, Soon, "both stores' notifiers were connected");
        return store;
    }

    private Task<long> CountNotifiersAsync() => _log.ScalarAsync<long>(
        $"""
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = '{LogNotifier.ApplicationName}'
        """);

    private void Lose(bool isAnswer, string text)
    {
        if (isAnswer)
        {
            _proxy.LoseAnswer(text);
        }
        else
        {
            _proxy.LoseRequest(text);
        }
    }

    private async Task IsIntactAsync(long head)
    {
        var verdict = await LogAudit.VerifyAsync(_log.Data, [], Cancellation);
        (verdict.Position, verdict.Reason).ShouldBe((head, null));
    }

    private static async Task<AppendResult> AppendAsync(PostgresEventStore store, string stream, long expected) =>
        await store.AppendAsync(new Append([new StreamAppend(stream, expected, [new Deposited(1)])], Metadata), Cancellation);
}
