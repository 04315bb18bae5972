using YouthPlatform.EventStore;
using static YouthPlatform.GraduateTracking.RosterImports.RosterImportEvent;

namespace YouthPlatform.GraduateTracking.RosterImports;

/// <summary>Progress and rows of imports.</summary>
internal sealed class RosterImportProjection : IProjection
{
    public string Name => "roster_imports";

    public IReadOnlyList<string> Tables => ["roster_imports", "roster_import_rows"];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS roster_imports (
            import_id uuid PRIMARY KEY,
            status text NOT NULL,
            regions text[] NOT NULL,
            accepted bigint NOT NULL DEFAULT 0,
            duplicate_in_file bigint NOT NULL DEFAULT 0,
            already_known bigint NOT NULL DEFAULT 0,
            rejected bigint NOT NULL DEFAULT 0,
            started_on date NOT NULL,
            completed_on date,
            version bigint NOT NULL);
        CREATE TABLE IF NOT EXISTS roster_import_rows (
            import_id uuid NOT NULL,
            row_number bigint NOT NULL,
            status text NOT NULL,
            code text,
            PRIMARY KEY (import_id, row_number));
        """;

    public IEnumerable<SqlStatement> Project(RecordedEvent recorded) => recorded.Data switch
    {
        RosterImportStarted e =>
        [
            new(
                "INSERT INTO roster_imports (import_id, status, regions, started_on, version) VALUES ($1, 'running', $2, $3, $4)",
                e.ImportId, e.Regions.ToArray(), e.StartedOn, recorded.Version),
        ],
        RosterRowsRead e => Rows(e, recorded.Version),
        RosterContentRefused e =>
        [
            new("DELETE FROM roster_import_rows WHERE import_id = $1", e.ImportId),
            new(
                """
                UPDATE roster_imports
                SET accepted = 0, duplicate_in_file = 0, already_known = 0, rejected = 0, version = $2 WHERE import_id = $1
                """,
                e.ImportId, recorded.Version),
        ],
        RosterImportCompleted e =>
        [
            new(
                "UPDATE roster_imports SET status = 'completed', completed_on = $2, version = $3 WHERE import_id = $1",
                e.ImportId, e.CompletedOn, recorded.Version),
        ],
        _ => [],
    };

    private static IEnumerable<SqlStatement> Rows(RosterRowsRead e, long version)
    {
        var (duplicates, known, rejected) = (Count(RowStatus.DuplicateInFile), Count(RowStatus.AlreadyKnown), Count(RowStatus.Rejected));
        yield return new(
            """
            UPDATE roster_imports
            SET accepted = accepted + $2, duplicate_in_file = duplicate_in_file + $3, already_known = already_known + $4,
                rejected = rejected + $5, version = $6
            WHERE import_id = $1
            """,
            e.ImportId, e.ToRow - e.FromRow + 1 - e.Remarks.Count, duplicates, known, rejected, version);
        yield return new(
            """
            INSERT INTO roster_import_rows (import_id, row_number, status, code)
            SELECT $1, n, coalesce(r.status, 'accepted'), r.code
            FROM generate_series($2::bigint, $3::bigint) AS n
            LEFT JOIN unnest($4::bigint[], $5::text[], $6::text[]) AS r (row_number, status, code) ON r.row_number = n
            """,
            e.ImportId,
            e.FromRow,
            e.ToRow,
            e.Remarks.Select(r => r.Row).ToArray(),
            e.Remarks.Select(r => Names.Of(r.Status)).ToArray(),
            e.Remarks.Select(r => r.Code).ToArray());

        long Count(RowStatus status) => e.Remarks.LongCount(r => r.Status == status);
    }
}
