using Npgsql;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Entrepreneurship.Documents;

/// <summary>
/// Deletes what lies in the bucket and no event names: uploads whose process died before the commit, and removed documents. It counts by the database's clock,
/// since it is about processes and not about business days.
/// </summary>
internal sealed partial class DocumentSweep(NpgsqlDataSource database, DocumentBucket bucket, IConfiguration configuration, ILogger<DocumentSweep> logger)
    : BackgroundService
{
    private const string Take =
        """
        UPDATE documents.objects SET is_swept = true WHERE document_id IN (
            SELECT document_id FROM documents.objects WHERE NOT is_kept AND since < now() - $1 LIMIT 100 FOR UPDATE SKIP LOCKED)
        RETURNING document_id
        """;

    private readonly TimeSpan _age = configuration.GetValue("Documents:S3:SweepAfter", TimeSpan.FromHours(1));

    /// <summary>Deletes what is older than an upload can take; what cannot be deleted now is met again.</summary>
    /// <returns>How many objects are gone.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var swept = await database.RowsAsync(Take, [_age], row => row.GetGuid(0), cancellation);
        foreach (var documentId in swept)
        {
            await bucket.DeleteAsync(documentId, cancellation);
            await database.ExecuteAsync("DELETE FROM documents.objects WHERE document_id = $1 AND is_swept", [documentId], cancellation);
        }

        return swept.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(TimeSpan.FromMinutes(10));
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception failed) when (failed is ApiException or NpgsqlException)
            {
                Log.Postponed(logger, failed);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Documents that no event names could not be swept; they are met again")]
        public static partial void Postponed(ILogger logger, Exception failed);
    }
}
