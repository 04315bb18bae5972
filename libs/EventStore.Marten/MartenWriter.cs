using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Marten;
using Npgsql;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.Marten;

/// <summary>Commits one append after the other on one connection, and finds out what became of a commit whose connection broke.</summary>
internal sealed class MartenWriter(DocumentStore marten, NpgsqlDataSource dataSource, PostgresEventStoreOptions options, TimeProvider time)
    : IAsyncDisposable
{
    private const int Attempts = 10;

    private static readonly TimeSpan ReconnectDelay = TimeSpan.FromMilliseconds(100);

    private readonly KeptConnection _connection = new(dataSource, $"SET application_name = '{LogCommitter.ApplicationName}'");
    private readonly LogNotifier _notifier = new(dataSource, LogSignal.EventLog);
    private readonly SemaphoreSlim _turn = new(1);

    internal async Task<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var result = await CommitAsync(append);
            if (append.Streams.Sum(stream => stream.Events.Count) is > 0 and var events)
            {
                LogTelemetry.Events.Add(events);
                _notifier.Signal(result.Position);
            }

            return result;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        await _connection.DisposeAsync();
        await _notifier.DisposeAsync();
        _turn.Dispose();
    }

    private async Task<AppendResult> CommitAsync(Append append)
    {
        var started = Stopwatch.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            var transaction = new MartenTransaction(marten, options, time, append);
            try
            {
                return await transaction.RunAsync(await _connection.OpenAsync());
            }
#pragma warning disable CA1031 // Told to the caller, unless it passes or was none.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                var fault = MartenFaults.OfServer(exception);
                if (Faults.IsOfConnection(fault))
                {
                    if (await OutcomeAsync(transaction, fault, started) is { } result)
                    {
                        return result;
                    }
                }
                else if (attempt == Attempts || !Faults.IsPassing(fault))
                {
                    ExceptionDispatchInfo.Throw(Faults.ForCaller(fault));
                }
            }
        }
    }

    /// <summary>What became of a transaction whose connection broke; null when it wrote nothing and can be tried again.</summary>
    private async Task<AppendResult?> OutcomeAsync(MartenTransaction transaction, Exception fault, long started)
    {
        while (true)
        {
            await _connection.CloseAsync();
            if (transaction is { IsCommitting: true, Mark: null })
            {
                // Statements leave nothing to find them by.
                throw new CommitUnknownException(fault);
            }

            if (Stopwatch.GetElapsedTime(started) > options.ReconnectTimeout)
            {
                ExceptionDispatchInfo.Throw(transaction.IsCommitting ? new CommitUnknownException(fault) : fault);
            }

            try
            {
                var connection = await _connection.OpenAsync();
                return transaction.IsCommitting && await transaction.IsWrittenAsync(connection) ? transaction.Result : null;
            }
            catch (Exception exception) when (Faults.IsOfConnection(exception))
            {
                await Task.Delay(ReconnectDelay, TimeProvider.System);
            }
        }
    }
}
