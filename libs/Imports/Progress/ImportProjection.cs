using YouthPlatform.EventStore;
using YouthPlatform.Imports.Files;
using static YouthPlatform.Imports.Progress.ImportEvent;

namespace YouthPlatform.Imports.Progress;

/// <summary>Progress of imports, and the rows that were not accepted. Register it inline, so that an answer tells the newest.</summary>
public sealed class ImportProjection : IProjection
{
    /// <inheritdoc />
    public string Name => "imports";

    /// <inheritdoc />
    public IReadOnlyList<string> Tables => ["imports", "import_remarks"];

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
    public IEnumerable<SqlStatement> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            ImportStarted e => [Started(e, recorded.Version)],
            ImportRowsRead e => [Counted(e, recorded.Version), .. e.Remarks.Select(remark => Remarked(e, remark))],
            ImportContentRefused e =>
            [
                new(
                    """
                    UPDATE imports SET rows_read = 0, duplicate_in_file = 0, already_known = 0, rejected = 0, reading = reading + 1, version = $2
                    WHERE import_id = $1
                    """,
                    e.ImportId, recorded.Version),
            ],
            ImportCompleted e =>
            [
                new(
                    "UPDATE imports SET status = 'completed', completed_on = $2, version = $3 WHERE import_id = $1",
                    e.ImportId, e.CompletedOn, recorded.Version),
            ],
            _ => [],
        };
    }

    private static SqlStatement Started(ImportStarted e, long version) => new(
        """
        INSERT INTO imports (import_id, kind, status, regions, unit, sent_by, rows_total, first_row, started_on, version)
        VALUES ($1, $2, 'running', $3, $4, $5, $6, $7, $8, $9)
        """,
        e.ImportId,
        e.Kind,
        e.Scope.Regions.ToArray(),
        e.Scope.Unit,
        e.SentBy,
        e.Rows,
        FileFormats.FirstRowOf(e.File.Format),
        e.StartedOn,
        version);

    private static SqlStatement Counted(ImportRowsRead e, long version)
    {
        return new(
            """
            UPDATE imports
            SET rows_read = rows_read + $2, duplicate_in_file = duplicate_in_file + $3, already_known = already_known + $4,
                rejected = rejected + $5, version = $6
            WHERE import_id = $1
            """,
            e.ImportId,
            e.ToRow - e.FromRow + 1,
            Count(RowStatus.DuplicateInFile),
            Count(RowStatus.AlreadyKnown),
            Count(RowStatus.Rejected),
            version);

        long Count(RowStatus status) => e.Remarks.LongCount(remark => remark.Status == status);
    }

    private static SqlStatement Remarked(ImportRowsRead e, RowRemark remark) => new(
        "INSERT INTO import_remarks (import_id, reading, row_number, status, code, detail) VALUES ($1, $2, $3, $4, $5, $6)",
        e.ImportId,
        e.Reading,
        remark.Row,
        RowStatuses.NameOf(remark.Status),
        remark.Code,
        remark.Detail);
}
