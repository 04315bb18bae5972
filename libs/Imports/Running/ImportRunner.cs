using System.Diagnostics;
using YouthPlatform.EventStore;
using YouthPlatform.Imports.Files;
using YouthPlatform.Imports.Progress;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Http;
using Import = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Imports.Progress.BulkImport,
    YouthPlatform.Imports.Progress.ImportState,
    YouthPlatform.Imports.Progress.ImportCommand,
    YouthPlatform.Imports.Progress.ImportEvent>;

namespace YouthPlatform.Imports.Running;

/// <summary>
/// Deals with a file's rows in batches, each of which is one commit of what its rows lead to and of the import's progress. Whatever stops it, the
/// next run goes on after the last batch. Memory does not grow with the file.
/// </summary>
internal sealed class ImportRunner(IEventStore store, UniqueConstraints rules, TimeProvider time)
{
    private const int Attempts = 5;

    public Task<Import> LoadAsync(Guid importId, CancellationToken cancellationToken) =>
        Import.LoadAsync(store, BulkImport.StreamOf(importId), cancellationToken);

    /// <summary>Deals with the rows that were not dealt with yet; those before are skipped.</summary>
    /// <param name="kind">Kind of file.</param>
    /// <param name="import">The import so far; its start is written with the first batch if it was not before.</param>
    /// <param name="start">How it starts.</param>
    /// <param name="content">The file.</param>
    /// <param name="requireWhole">Called after the last row and before the end is written; throws when the file is not the announced one.</param>
    /// <param name="ending">Statements that commit with the end.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    /// <exception cref="FileRefusedException">The file cannot be read.</exception>
    /// <exception cref="ImportInProgressException">Another run deals with the same import.</exception>
    public async Task<Import> RunAsync(
        ImportKind kind,
        Import import,
        ImportEvent.ImportStarted start,
        Stream content,
        Func<Import, Task> requireWhole,
        IReadOnlyList<SqlStatement> ending,
        CancellationToken cancellationToken)
    {
        var progress = new ImportProgress(import, start);
        List<ImportRow> rows = new(kind.BatchSize);
        await foreach (var row in start.File.ReadAsync(content, kind.Columns, cancellationToken))
        {
            if (row.Number < progress.NextRow)
            {
                continue;
            }

            rows.Add(row);
            if (rows.Count == kind.BatchSize)
            {
                await CommitAsync(kind, progress, rows, cancellationToken);
                rows.Clear();
            }
        }

        await CommitAsync(kind, progress, rows, cancellationToken);
        await requireWhole(progress.Import);
        var end = progress.Decide([new ImportCommand.CompleteImport(ChinaDate.Of(time.GetUtcNow()))]);
        await AppendAsync(progress, end, new BatchDecision([], ending, []));
        return progress.Import;
    }

    /// <summary>Writes that a file was not the announced one.</summary>
    public Task RefuseAsync(Import import, ImportEvent.ImportStarted start)
    {
        var progress = new ImportProgress(import, start);
        return AppendAsync(progress, progress.Decide([new ImportCommand.RefuseContent()]), new BatchDecision([], [], []));
    }

    private async Task CommitAsync(ImportKind kind, ImportProgress progress, List<ImportRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0 || await TryCommitAsync(kind, progress, rows, cancellationToken))
        {
            return;
        }

        // Something in the batch conflicts each time: the other rows need not wait for it.
        var half = rows.Count / 2;
        await CommitAsync(kind, progress, rows[..half], cancellationToken);
        await CommitAsync(kind, progress, rows[half..], cancellationToken);
    }

    private async Task<bool> TryCommitAsync(ImportKind kind, ImportProgress progress, List<ImportRow> rows, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var now = time.GetUtcNow();
            var job = new ImportJob(progress.ImportId, progress.Scope, progress.SentBy, now, ChinaDate.Of(now));
            var decision = await DecideAsync(kind, job, rows, cancellationToken);
            try
            {
                await AppendAsync(progress, progress.Read(rows, decision.Remarks), decision);
                return true;
            }
            catch (Exception conflict) when (IsConflict(conflict) && attempt < Attempts)
            {
                // Something else changed what the rows were decided on; decide again on what it left.
            }
            catch (Exception conflict) when (IsConflict(conflict) && rows.Count > 1)
            {
                return false;
            }
            catch (UniqueViolationException violation) when (rules.Find(violation.Constraint) is { } rule)
            {
                RowRemark remark = new(rows[0].Number, RowStatus.Rejected, rule.Code, rule.Detail);
                await AppendAsync(progress, progress.Read(rows, [remark]), new BatchDecision([], [], []));
                return true;
            }
        }
    }

    /// <summary>The kind decides on the rows that can be read.</summary>
    private static async Task<BatchDecision> DecideAsync(ImportKind kind, ImportJob job, List<ImportRow> rows, CancellationToken cancellationToken)
    {
        var bad = rows.Where(row => !row.IsReadable).Select(row => new RowRemark(row.Number, RowStatus.Rejected, ImportKind.UnreadableRow)).ToList();
        var decision = await kind.DecideAsync(job, bad.Count == 0 ? rows : [.. rows.Where(row => row.IsReadable)], cancellationToken);
        return bad.Count == 0 ? decision : decision with { Remarks = [.. decision.Remarks.Concat(bad).OrderBy(remark => remark.Row)] };
    }

    private static bool IsConflict(Exception exception) => exception is UniqueViolationException or WrongExpectedVersionException;

    private async Task AppendAsync(ImportProgress progress, ImportProgress.Step step, BatchDecision decision)
    {
        var metadata = new EventMetadata(progress.SentBy, Activity.Current?.Id);
        try
        {
            // Not the caller's token: a batch that was handed over is either in or out.
            await store.AppendAsync(
                new Append([step.Append, .. decision.Streams], metadata) { Statements = decision.Statements }, CancellationToken.None);
        }
        catch (WrongExpectedVersionException conflict) when (conflict.Stream == step.Append.Stream)
        {
            throw new ImportInProgressException();
        }

        progress.Advance(step);
    }
}

/// <summary>Another run deals with the same import.</summary>
public sealed class ImportInProgressException() : Exception("Another run deals with the same import.");
