using YouthPlatform.EventStore;
using YouthPlatform.Imports.Files;
using YouthPlatform.Imports.Progress;
using YouthPlatform.Policy;
using Import = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Imports.Progress.BulkImport,
    YouthPlatform.Imports.Progress.ImportState,
    YouthPlatform.Imports.Progress.ImportCommand,
    YouthPlatform.Imports.Progress.ImportEvent>;

namespace YouthPlatform.Imports.Running;

/// <summary>A file on its way in.</summary>
/// <param name="Format">How it is laid out.</param>
/// <param name="Encoding">Name of the encoding that the sender declared, or null.</param>
/// <param name="Digest">SHA-256 that the sender announced, lower-case hexadecimal, or null.</param>
/// <param name="Scope">What the sender answers for.</param>
/// <param name="Actor">Account of the sender.</param>
/// <param name="Now">Instant of the request.</param>
internal sealed record Upload(FileFormat Format, string? Encoding, string? Digest, ImportScope Scope, string Actor, DateTimeOffset Now)
{
    public ImportEvent.ImportStarted StartOf(ImportKind kind, string digest, ImportFile file, long? rows) =>
        new(kind.IdOf(digest, Scope), kind.Name, digest, file, rows, Scope, Actor, ChinaDate.Of(Now));
}

/// <summary>Takes files in: those that are kept are stored and left to the worker, the others are dealt with as they arrive.</summary>
internal sealed class ImportDesk(IEventStore store, ImportRunner runner, KeptFiles files, ImportSignal signal)
{
    /// <summary>Takes a file in.</summary>
    /// <returns>The import, and whether this call began it.</returns>
    /// <exception cref="FileRefusedException">The file cannot be read or is not the announced one.</exception>
    /// <exception cref="ImportInProgressException">The same file is arriving over another request.</exception>
    public async Task<(Guid ImportId, bool Began)> TakeAsync(ImportKind kind, Upload upload, Stream body, CancellationToken cancellationToken) =>
        kind.KeepsContent
            ? await KeepAsync(kind, upload, body, cancellationToken)
            : await DealWithAsync(kind, upload, upload.Digest ?? throw DigestMissing(), body, cancellationToken);

    private static FileRefusedException DigestMissing() => new(
        "import.digest_missing", "请在 Content-Digest 中带上文件的 SHA-256，例如 sha-256=:…=:，同一文件重新提交时接着上次的进度。");

    private static FileRefusedException DigestMismatch() => new("import.digest_mismatch", "文件内容与 Content-Digest 不符，请核对后重新提交。");

    private async Task<(Guid ImportId, bool Began)> DealWithAsync(
        ImportKind kind, Upload upload, string digest, Stream body, CancellationToken cancellationToken)
    {
        var importId = kind.IdOf(digest, upload.Scope);
        var import = await runner.LoadAsync(importId, cancellationToken);
        if (import.State is ImportState.Completed)
        {
            return (importId, false);
        }

        await using var hashed = new HashingStream(body);
        var (file, content) = await ImportFile.OpenAsync(upload.Format, upload.Encoding, hashed, cancellationToken);
        var start = upload.StartOf(kind, digest, file, rows: null);
        await runner.RunAsync(kind, import, start, content, RequireAnnounced, [], cancellationToken);
        return (importId, import.Version == 0);

        async Task RequireAnnounced(Import read)
        {
            if (hashed.Digest != digest)
            {
                await runner.RefuseAsync(read, start);
                throw DigestMismatch();
            }
        }
    }

    private async Task<(Guid ImportId, bool Began)> KeepAsync(ImportKind kind, Upload upload, Stream body, CancellationToken cancellationToken)
    {
        var uploadId = Guid.CreateVersion7(upload.Now);
        try
        {
            await using var hashed = new HashingStream(body);
            var (file, content) = await ImportFile.OpenAsync(upload.Format, upload.Encoding, hashed, cancellationToken);
            await files.SaveAsync(uploadId, content, cancellationToken);
            if (upload.Digest is { } announced && announced != hashed.Digest)
            {
                throw DigestMismatch();
            }

            var import = await runner.LoadAsync(kind.IdOf(hashed.Digest, upload.Scope), cancellationToken);
            var start = upload.StartOf(kind, hashed.Digest, file, await CountAsync(kind, file, uploadId, cancellationToken));
            return (start.ImportId, import.Version == 0 && await BeginAsync(import, start, uploadId));
        }
        finally
        {
            await files.DropUnclaimedAsync(uploadId);
        }
    }

    /// <summary>Reads the file once through, so that one that cannot be read is refused to its sender.</summary>
    private async Task<long> CountAsync(ImportKind kind, ImportFile file, Guid uploadId, CancellationToken cancellationToken)
    {
        await using var content = files.Open(uploadId);
        return await file.ReadAsync(content, kind.Columns, cancellationToken).LongCountAsync(cancellationToken);
    }

    private async Task<bool> BeginAsync(Import import, ImportEvent.ImportStarted start, Guid uploadId)
    {
        var begin = import.Decide(new ImportCommand.StartImport(start)).Append;
        try
        {
            await store.AppendAsync(
                new Append([begin], new EventMetadata(start.SentBy)) { Statements = [KeptFiles.Claim(uploadId, start.ImportId)] },
                CancellationToken.None);
        }
        catch (Exception e) when (e is WrongExpectedVersionException or UniqueViolationException { Constraint: KeptFiles.ImportConstraint })
        {
            // The same file arrived twice at once; the other one is dealt with.
            return false;
        }

        signal.Raise();
        return true;
    }
}
