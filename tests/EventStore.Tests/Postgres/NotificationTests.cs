using System.Threading.Channels;
using Npgsql;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Tests.Contract;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Postgres;

public sealed class NotificationTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TestLog _log = new(postgres);
    private readonly Channel<string> _heard = Channel.CreateUnbounded<string>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _log.DisposeAsync();

    [Fact]
    public async Task ListenersHearTheNewestPositionEvenAfterTheNotifierBroke()
    {
        var store = await _log.NewStoreAsync();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var ready = new TaskCompletionSource();
        var listening = ListenAsync(ready, stopping.Token);
        await ready.Task.WaitAsync(Patience, Cancellation);

        await AppendAsync(store, 0, 2);
        (await HeardAsync()).ShouldBe("log 2");

        await _log.ExecuteAsync(
            $"""
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = '{LogNotifier.ApplicationName}'
            """);
        await AppendAsync(store, 2, 1);
        (await HeardAsync()).ShouldBe("log 3");

        await stopping.CancelAsync();
        await listening;
    }

    private static Task<AppendResult> AppendAsync(PostgresEventStore store, long expected, int events) => store.AppendAsync(
        new Append([new StreamAppend("account-1", expected, [.. Enumerable.Range(1, events).Select(i => new Deposited(i))])], new EventMetadata("clerk")),
        Cancellation);

    private async Task<string> HeardAsync() => await _heard.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(Patience, Cancellation);

    private async Task ListenAsync(TaskCompletionSource ready, CancellationToken cancellationToken)
    {
        await using var connection = await _log.Data.OpenConnectionAsync(cancellationToken);
        connection.Notification += (_, heard) => _heard.Writer.TryWrite($"{heard.Channel} {heard.Payload}");
        await using (var listen = new NpgsqlCommand("LISTEN log", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        ready.SetResult();
        try
        {
            while (true)
            {
                await connection.WaitAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}
