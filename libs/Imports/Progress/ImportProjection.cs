using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;
using YouthPlatform.Imports.Files;
using static YouthPlatform.Imports.Progress.ImportEvent;

namespace YouthPlatform.Imports.Progress;

/// <summary>Progress of imports, and the rows that were not accepted. Register it inline, so that an answer tells the newest.</summary>
public sealed class ImportProjection : IProjection
{
    private static readonly Table<Guid> Imports = new("imports", "import_id");
    private static readonly Column<string> Kind = new(Imports, "kind");
    private static readonly Column<string> Status = new(Imports, "status");
    private static readonly Column<string[]> Regions = new(Imports, "regions");
    private static readonly Column<string> Unit = new(Imports, "unit");
    private static readonly Column<string> SentBy = new(Imports, "sent_by");
    private static readonly Column<long> RowsTotal = new(Imports, "rows_total");
    private static readonly Column<long> FirstRow = new(Imports, "first_row");
    private static readonly Column<long> RowsRead = new(Imports, "rows_read");
    private static readonly Column<long> DuplicateInFile = new(Imports, "duplicate_in_file");
    private static readonly Column<long> AlreadyKnown = new(Imports, "already_known");
    private static readonly Column<long> Rejected = new(Imports, "rejected");
    private static readonly Column<int> Reading = new(Imports, "reading");
    private static readonly Column<DateOnly> StartedOn = new(Imports, "started_on");
    private static readonly Column<DateOnly> CompletedOn = new(Imports, "completed_on");
    private static readonly Column<long> Version = new(Imports, "version");

    private static readonly Table<(Guid Import, int Reading, long Row)> Remarks = new("import_remarks", "import_id", "reading", "row_number");
    private static readonly Column<string> RemarkStatus = new(Remarks, "status");
    private static readonly Column<string> Code = new(Remarks, "code");
    private static readonly Column<string> Detail = new(Remarks, "detail");

    /// <inheritdoc />
    public string Name => "imports";

    /// <inheritdoc />
    public IReadOnlyList<Table> Tables => [Imports, Remarks];

    /// <inheritdoc />
    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS imports (
            import_id uuid PRIMARY KEY,
            kind text NOT NULL,
            status text NOT NULL,
            regions text[] NOT NULL,
            unit text,
            sent_by text NOT NULL,
            rows_total bigint,
            first_row bigint NOT NULL,
            rows_read bigint NOT NULL DEFAULT 0,
            duplicate_in_file bigint NOT NULL DEFAULT 0,
            already_known bigint NOT NULL DEFAULT 0,
            rejected bigint NOT NULL DEFAULT 0,
            reading integer NOT NULL DEFAULT 1,
            started_on date NOT NULL,
            completed_on date,
            version bigint NOT NULL);
        CREATE TABLE IF NOT EXISTS import_remarks (
            import_id uuid NOT NULL,
            reading integer NOT NULL,
            row_number bigint NOT NULL,
            status text NOT NULL,
            code text NOT NULL,
            detail text,
            PRIMARY KEY (import_id, reading, row_number));
        """;

    /// <inheritdoc />
    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            ImportStarted e => [Insert(e).Set(Version, recorded.Version)],
            ImportRowsRead e => [Count(e).Set(Version, recorded.Version), .. e.Remarks.Select(remark => Insert(e, remark))],
            ImportContentRefused e => [Restart(e.ImportId).Set(Version, recorded.Version)],
            ImportCompleted e =>
            [
                Imports.Update(e.ImportId).Set(Status, "completed").Set(CompletedOn, e.CompletedOn).Set(Version, recorded.Version),
            ],
            _ => [],
        };
    }

    private static RowChange Insert(ImportStarted e) => Imports.Insert(e.ImportId)
        .Set(Kind, e.Kind)
        .Set(Status, "running")
        .Set(Regions, [.. e.Scope.Regions])
        .Set(Unit, e.Scope.Unit)
        .Set(SentBy, e.SentBy)
        .Set(RowsTotal, e.Rows)
        .Set(FirstRow, FileFormats.FirstRowOf(e.File.Format))
        .Set(StartedOn, e.StartedOn);

    private static RowChange Count(ImportRowsRead e)
    {
        return Imports.Update(e.ImportId)
            .Add(RowsRead, e.ToRow - e.FromRow + 1)
            .Add(DuplicateInFile, Rows(RowStatus.DuplicateInFile))
            .Add(AlreadyKnown, Rows(RowStatus.AlreadyKnown))
            .Add(Rejected, Rows(RowStatus.Rejected));

        long Rows(RowStatus status) => e.Remarks.LongCount(remark => remark.Status == status);
    }

    private static RowChange Insert(ImportRowsRead e, RowRemark remark) => Remarks.Insert((e.ImportId, e.Reading, remark.Row))
        .Set(RemarkStatus, RowStatuses.NameOf(remark.Status))
        .Set(Code, remark.Code)
        .Set(Detail, remark.Detail);

    private static RowChange Restart(Guid importId) => Imports.Update(importId)
        .Set(RowsRead, 0)
        .Set(DuplicateInFile, 0)
        .Set(AlreadyKnown, 0)
        .Set(Rejected, 0)
        .Add(Reading, 1);
}
