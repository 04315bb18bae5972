using System.Globalization;
using Npgsql;
using YouthPlatform.EventStore.Marten;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.Copy;

/// <summary>Compares a copy with its source, event by event, and with itself.</summary>
internal static class CopyCheck
{
    private const string OddStream = $"""
        SELECT coalesce(min(s.id), '') FROM {MartenDocumentStore.Schema}.mt_streams s
        LEFT JOIN (SELECT stream_id, count(*) AS events, max(version) AS newest FROM {MartenDocumentStore.Schema}.mt_events GROUP BY stream_id) e
            ON e.stream_id = s.id
        WHERE s.version IS DISTINCT FROM e.newest OR s.version <> e.events
        """;

    /// <returns>How many events both have.</returns>
    /// <exception cref="CopyException">They differ.</exception>
    internal static async Task<long> CompareAsync(
        NpgsqlDataSource source, NpgsqlDataSource copy, string store, CancellationToken cancellationToken)
    {
        await using var mine = await source.OpenConnectionAsync(cancellationToken);
        await using var others = await copy.OpenConnectionAsync(cancellationToken);
        await using var copied = StoredRow.ReadAllAsync(others, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var count = 0L;
        await foreach (var row in StoredRow.ReadAllAsync(mine, cancellationToken))
        {
            count++;
            if (!await copied.MoveNextAsync())
            {
                throw Differ(row, "is missing in the copy");
            }

            if (!row.SaysTheSameAs(copied.Current))
            {
                throw Differ(row, "is not the same in the copy");
            }

            if (copied.Current.Position != (store == LogLayout.Marten ? row.Position : count))
            {
                throw Differ(row, "has a wrong position in the copy");
            }
        }

        if (await copied.MoveNextAsync())
        {
            throw Differ(copied.Current, "is in the copy only");
        }

        await CheckItselfAsync(others, copy, store, cancellationToken);
        return count;
    }

    /// <summary>Versions for Marten, which keeps them twice; the whole hash chain for the default store.</summary>
    private static async Task CheckItselfAsync(
        NpgsqlConnection connection, NpgsqlDataSource copy, string store, CancellationToken cancellationToken)
    {
        if (store == LogLayout.Npgsql)
        {
            var verdict = await LogAudit.VerifyAsync(copy, [], cancellationToken);
            if (!verdict.IsIntact)
            {
                throw new CopyException($"The copy's hash chain breaks at {verdict.FirstMismatch}: {verdict.Reason}");
            }
        }
        else if (await Statements.ScalarAsync<string>(connection, OddStream, cancellationToken) is { Length: > 0 } stream)
        {
            throw new CopyException($"The copy has not all versions of the stream {stream}.");
        }
    }

    private static CopyException Differ(StoredRow row, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The event {row.Position} ({row.Stream}, version {row.Version}) {what}."));
}
