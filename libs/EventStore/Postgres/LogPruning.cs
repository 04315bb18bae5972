using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>
/// Forgets answers by idempotency key and messages dealt with, once they are older than the options say, by the database's clock: clients repeat
/// requests in real time, also where the business clock is simulated. Events and the public log are kept. Any number of processes may do so at once.
/// </summary>
internal sealed partial class LogPruning(
    NpgsqlDataSource dataSource, PostgresEventStoreOptions options, ILogger<LogPruning> logger) : BackgroundService
{
    /// <summary>How often it looks; the first time after as long.</summary>
    internal static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Few enough for a transaction that nobody waits for.</summary>
    private const int RowsAStatement = 5_000;

    /// <summary>Forgets what is due now.</summary>
    /// <returns>How many rows went.</returns>
    internal async Task<long> PruneAsync(CancellationToken cancellationToken) =>
        await PruneAsync("idempotency", options.AnswersKeptFor, cancellationToken)
        + await PruneAsync("inbox", options.MessagesKeptFor, cancellationToken);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await PruneAsync(stoppingToken) is > 0 and var rows)
                {
                    LogPruned(rows);
                }
            }
            catch (NpgsqlException exception)
            {
                // What is due now is due an hour later as well.
                LogFailed(exception);
            }
        }
    }

    private async Task<long> PruneAsync(string table, TimeSpan keptFor, CancellationToken cancellationToken)
    {
        if (keptFor == Timeout.InfiniteTimeSpan)
        {
            return 0;
        }

        var sql = string.Create(CultureInfo.InvariantCulture, $"""
            DELETE FROM log.{table} WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM log.{table} WHERE stored_at < now() - $1 LIMIT {RowsAStatement} FOR UPDATE SKIP LOCKED))
            """);
        var rows = 0L;
        int last;
        do
        {
            await using var command = dataSource.CreateCommand(sql);
            command.Parameters.Add(LogCommands.Parameter(keptFor));
            rows += last = await command.ExecuteNonQueryAsync(cancellationToken);
        }
        while (last == RowsAStatement);
        return rows;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Rows} answers and messages have passed their retention and were forgotten.")]
    private partial void LogPruned(long rows);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Answers and messages past their retention could not be forgotten; the next attempt follows in an hour.")]
    private partial void LogFailed(Exception exception);
}
