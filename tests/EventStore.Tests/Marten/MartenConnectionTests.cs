using YouthPlatform.EventStore.Marten;
using YouthPlatform.EventStore.Tests.Contract;
using YouthPlatform.EventStore.Tests.Postgres;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Marten;

/// <summary>The connection breaks around a commit: callers are told what became of it, and nothing is lost or doubled.</summary>
public sealed class MartenConnectionTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Commit = "COMMIT\0";

    private static readonly EventMetadata Metadata = new("clerk");

    private readonly MartenLog _log = new(postgres);
    private FaultyProxy _proxy = null!;
#pragma warning disable CA2213 // The log that opened it closes it.
    private MartenEventStore _store = null!;
#pragma warning restore CA2213

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _log.NewStoreAsync();
        _proxy = new FaultyProxy(_log.ConnectionString);
        _store = await _log.NewStoreAsync(options => options.ReconnectTimeout = TimeSpan.FromSeconds(2), connectionString: _proxy.ConnectionString);
        await AppendAsync("account-0");
    }

    public async ValueTask DisposeAsync()
    {
        await _log.DisposeAsync();
        await _proxy.DisposeAsync();
    }

    [Theory]
    [InlineData(true, Commit)]
    [InlineData(false, Commit)]
    [InlineData(true, "mt_events_sequence")]
    [InlineData(false, "mt_events_sequence")]
    [InlineData(false, "UPDATE log.head")]
    public async Task GivenLostAnswerOrRequest_WhenAppending_ThenItIsWrittenOnceAndTold(bool isAnswer, string at)
    {
        Lose(isAnswer, at);

        var result = await AppendAsync("account-1");

        result.Versions.ShouldBe([1L]);
        (await _store.LoadAsync("account-1", Cancellation)).Events.ShouldHaveSingleItem().Position.ShouldBe(result.Position);
        (await _store.GetHeadPositionAsync(Cancellation)).ShouldBe(result.Position);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GivenLostCommit_WhenOnlyStatementsWereCommitted_ThenTheOutcomeIsUnknown(bool isAnswer)
    {
        Lose(isAnswer, Commit);
        var append = new Append([], Metadata) { Statements = [new("INSERT INTO notes (text) VALUES ('x')")] };

        await Should.ThrowAsync<CommitUnknownException>(() => _store.AppendAsync(append, Cancellation));

        (await _log.ScalarAsync<long>("SELECT count(*) FROM notes")).ShouldBe(isAnswer ? 1 : 0);
        await AppendAsync("account-2");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GivenServerOutOfReachAfterTheCommit_WhenAppending_ThenTheOutcomeIsUnknownAndTheStoreRecovers(bool isAnswer)
    {
        Lose(isAnswer, Commit);
        _proxy.IsDown = true;

        await Should.ThrowAsync<CommitUnknownException>(() => AppendAsync("account-1"));

        _proxy.IsDown = false;
        (await _store.LoadAsync("account-1", Cancellation)).Version.ShouldBe(isAnswer ? 1 : 0);
        await AppendAsync("account-2");
    }

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

    private Task<AppendResult> AppendAsync(string stream) =>
        _store.AppendAsync(new Append([new StreamAppend(stream, 0, [new Deposited(1)])], Metadata), Cancellation);
}
