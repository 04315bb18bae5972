using System.Security.Cryptography;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Http;
using Import = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.GraduateTracking.RosterImports.RosterImport,
    YouthPlatform.GraduateTracking.RosterImports.RosterImportState,
    YouthPlatform.GraduateTracking.RosterImports.RosterImportCommand,
    YouthPlatform.GraduateTracking.RosterImports.RosterImportEvent>;

namespace YouthPlatform.GraduateTracking.RosterImports;

/// <summary>
/// Takes a file in as it streams by: a batch of rows is one transaction of ledger entries, vault rows and the import's own
/// progress, so that whatever stops it, sending the file again goes on after the last batch. Memory does not grow with the file.
/// </summary>
internal sealed class RosterIntake(IEventStore store, PersonVault vault, PolicyData policy)
{
    public const int BatchSize = 500;

    private const int Attempts = 5;

    /// <summary>Reads the file to its end, or to where the sender breaks off.</summary>
    /// <returns>Whether this call began the import, and its version after it.</returns>
    /// <exception cref="ApiException">400 when the file is unreadable or not the announced one, 409 when it is being sent twice at once.</exception>
    public async Task<(bool Began, long Version)> RunAsync(RosterUpload upload, Stream body, CancellationToken cancellationToken)
    {
        var import = Import.From(await store.LoadAsync(RosterImport.StreamOf(upload.ImportId), cancellationToken));
        var began = import.Version == 0;
        if (import.State is RosterImportState.Completed)
        {
            return (false, import.Version);
        }

        using var sha = SHA256.Create();
        await using var hashed = new CryptoStream(body, sha, CryptoStreamMode.Read, leaveOpen: true);
        var batches = new RosterBatches(vault, new RowRules(policy, upload.Regions, upload.Today), upload);
        List<RosterRow> rows = new(BatchSize);
        await foreach (var row in RosterFile.ReadAsync(hashed, upload.Encoding).WithCancellation(cancellationToken))
        {
            if (import.State is RosterImportState.Running { LastRow: var last } && row.Number <= last)
            {
                continue;
            }

            rows.Add(row);
            if (rows.Count == BatchSize)
            {
                import = await CommitAsync(batches, import, rows, last: false, cancellationToken);
                rows.Clear();
            }
        }

        if (Convert.ToHexStringLower(sha.Hash!) != upload.Digest)
        {
            await RefuseAsync(upload, import);
        }

        return (began, (await CommitAsync(batches, import, rows, last: true, cancellationToken)).Version);
    }

    private async Task<Import> CommitAsync(RosterBatches batches, Import import, List<RosterRow> rows, bool last, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (append, after) = await batches.DecideAsync(import, rows, last, cancellationToken);
            try
            {
                // Not the request's token: a batch that was handed over is either in or out.
                await store.AppendAsync(append, CancellationToken.None);
                return after;
            }
            catch (UniqueViolationException violation) when (violation.Constraint == VaultSchema.LookupConstraint && attempt < Attempts)
            {
                // Another import stored one of these people in between; look them up again.
            }
            catch (WrongExpectedVersionException)
            {
                throw new ApiException(StatusCodes.Status409Conflict, "roster_import.in_progress", "同一名单正在由另一次提交导入，请稍后查询进度。");
            }
        }
    }

    private async Task RefuseAsync(RosterUpload upload, Import import)
    {
        if (import.Version > 0)
        {
            var decision = import.Decide(new RosterImportCommand.RefuseRosterContent());
            await store.AppendAsync(new Append([decision.Append], new EventMetadata(upload.Actor)), CancellationToken.None);
        }

        throw ApiException.BadRequest("roster_import.digest_mismatch", "文件内容与 Content-Digest 不符，请核对后重新提交。");
    }
}
