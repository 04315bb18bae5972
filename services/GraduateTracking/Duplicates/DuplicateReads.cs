using Npgsql;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Duplicates;

/// <summary>Reads a pair for a caller who answers for both entries.</summary>
internal sealed record DuplicateReads(
    Caller Caller, NpgsqlDataSource Database, LedgerQueries Ledger, TimeProvider Time, CancellationToken Cancellation)
{
    /// <exception cref="ApiException">There is none, or not for this caller.</exception>
    public async Task<DuplicateComparison> CompareAsync(Guid caseId)
    {
        var rows = await Database.RowsAsync(
            $"SELECT {DuplicateView.Columns} FROM duplicates WHERE case_id = $1", [caseId], DuplicateView.Of, Cancellation);
        if (rows.SingleOrDefault() is not { } found)
        {
            throw NotFound();
        }

        return new(found, await EntryAsync(found.FirstPersonId), await EntryAsync(found.SecondPersonId));
    }

    public static ApiException NotFound() => ApiException.NotFound("duplicate.not_found", "没有该疑似重复，或不在您的管辖范围内。");

    /// <summary>An entry of the caller's regions.</summary>
    public async Task<LedgerEntryView> EntryAsync(Guid personId) =>
        await Ledger.FindAsync(personId, Time.Today(), Cancellation) is var (detail, _) && Caller.Covers(detail.Entry.Region)
            ? detail.Entry
            : throw NotFound();
}
