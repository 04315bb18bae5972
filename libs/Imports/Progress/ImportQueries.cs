using Npgsql;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Imports.Progress;

/// <summary>An import and how far it has come.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="Kind">Kind of file.</param>
/// <param name="Status"><c>running</c> or <c>completed</c>.</param>
/// <param name="Regions">Regions that the sender answered for.</param>
/// <param name="Unit">Unified social credit code of the unit that sent it, if one did.</param>
/// <param name="RowsTotal">Rows of the file without the header; null when it is dealt with as it arrives.</param>
/// <param name="RowsRead">Rows dealt with so far, without the header.</param>
/// <param name="Accepted">Rows that took effect.</param>
/// <param name="DuplicateInFile">Rows that say the same as an earlier one.</param>
/// <param name="AlreadyKnown">Rows that say what was on file already.</param>
/// <param name="Rejected">Rows with something wrong.</param>
/// <param name="StartedOn">China date.</param>
/// <param name="CompletedOn">China date; null while running.</param>
public sealed record ImportView(
    Guid ImportId,
    string Kind,
    string Status,
    IReadOnlyList<string> Regions,
    string? Unit,
    long? RowsTotal,
    long RowsRead,
    long Accepted,
    long DuplicateInFile,
    long AlreadyKnown,
    long Rejected,
    DateOnly StartedOn,
    DateOnly? CompletedOn);

/// <summary>What became of a row.</summary>
/// <param name="Row">Number of the row; a CSV file's header is row 1.</param>
/// <param name="Status"><c>accepted</c>, <c>duplicate_in_file</c>, <c>already_known</c> or <c>rejected</c>.</param>
/// <param name="Code">Code of the reason, if it was not accepted.</param>
/// <param name="Reason">The reason in Chinese.</param>
public sealed record ImportRowView(long Row, string Status, string? Code, string? Reason);

/// <summary>Reads imports.</summary>
internal sealed class ImportQueries(NpgsqlDataSource dataSource)
{
    // Rows without a remark are not stored: they are the numbers in between.
    private const string All =
        """
        SELECT n, coalesce(r.status, 'accepted'), r.code, r.detail
        FROM imports i
        CROSS JOIN LATERAL (SELECT greatest(i.first_row, $2 + 1) AS first) f
        CROSS JOIN LATERAL generate_series(f.first, least(f.first + $3, i.first_row + i.rows_read) - 1) AS n
        LEFT JOIN import_remarks r ON r.import_id = i.import_id AND r.reading = i.reading AND r.row_number = n
        WHERE i.import_id = $1
        ORDER BY n LIMIT $3
        """;

    private const string Accepted =
        """
        SELECT n, 'accepted', NULL::text, NULL::text
        FROM imports i CROSS JOIN LATERAL generate_series(greatest(i.first_row, $2 + 1), i.first_row + i.rows_read - 1) AS n
        WHERE i.import_id = $1 AND NOT EXISTS (
            SELECT 1 FROM import_remarks r WHERE r.import_id = i.import_id AND r.reading = i.reading AND r.row_number = n)
        ORDER BY n LIMIT $3
        """;

    private const string Remarked =
        """
        SELECT r.row_number, r.status, r.code, r.detail
        FROM imports i JOIN import_remarks r USING (import_id, reading)
        WHERE i.import_id = $1 AND r.row_number > $2 AND r.status = $4
        ORDER BY r.row_number LIMIT $3
        """;

    public async Task<(ImportView View, long Version)?> FindAsync(Guid importId, CancellationToken cancellationToken)
    {
        var found = await dataSource.RowsAsync(
            """
            SELECT import_id, kind, status, regions, unit, rows_total, rows_read, duplicate_in_file, already_known, rejected,
                started_on, completed_on, version
            FROM imports WHERE import_id = $1
            """,
            [importId],
            row => (ViewOf(row), row.GetInt64(12)),
            cancellationToken);
        return found is [var one] ? one : null;
    }

    /// <summary>What became of rows after a row, at most <paramref name="limit"/> of them.</summary>
    /// <param name="importId">The import.</param>
    /// <param name="reasonOf">The kind's text of a code.</param>
    /// <param name="status">Only rows of this status, or null.</param>
    /// <param name="after">Number of the last row that was seen.</param>
    /// <param name="limit">Most rows.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<IReadOnlyList<ImportRowView>> RowsAsync(
        Guid importId, Func<string, string?> reasonOf, string? status, long after, int limit, CancellationToken cancellationToken)
    {
        var sql = status switch
        {
            null => All,
            "accepted" => Accepted,
            _ => Remarked,
        };
        object?[] further = sql == Remarked ? [status] : [];
        return await dataSource.RowsAsync(sql, [importId, after, limit, .. further], row => RowOf(row, reasonOf), cancellationToken);
    }

    private static ImportRowView RowOf(NpgsqlDataReader row, Func<string, string?> reasonOf)
    {
        var code = row.TextOrNull(2);
        return new(row.GetInt64(0), row.GetString(1), code, row.TextOrNull(3) ?? (code is null ? null : reasonOf(code)));
    }

    private static ImportView ViewOf(NpgsqlDataReader row)
    {
        var (read, duplicateInFile, alreadyKnown, rejected) = (row.GetInt64(6), row.GetInt64(7), row.GetInt64(8), row.GetInt64(9));
        return new(
            row.GetGuid(0),
            row.GetString(1),
            row.GetString(2),
            row.GetFieldValue<string[]>(3),
            row.TextOrNull(4),
            row.IsDBNull(5) ? null : row.GetInt64(5),
            read,
            read - duplicateInFile - alreadyKnown - rejected,
            duplicateInFile,
            alreadyKnown,
            rejected,
            row.Date(10),
            row.DateOrNull(11));
    }
}
