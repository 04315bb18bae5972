using Npgsql;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.RosterImports;

/// <summary>An import and how far it has come.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="Status"><c>running</c> (also when the sender broke off: send the file again) or <c>completed</c>.</param>
/// <param name="Regions">Regions that the sender answered for.</param>
/// <param name="RowsRead">Rows dealt with so far, without the header.</param>
/// <param name="Accepted">Rows that opened a ledger entry.</param>
/// <param name="DuplicateInFile">Rows of people who stand earlier in the file.</param>
/// <param name="AlreadyKnown">Rows of people who had a ledger entry.</param>
/// <param name="Rejected">Rows with something wrong.</param>
/// <param name="StartedOn">China date.</param>
/// <param name="CompletedOn">China date; null while running.</param>
internal sealed record RosterImportView(
    Guid ImportId,
    string Status,
    IReadOnlyList<string> Regions,
    long RowsRead,
    long Accepted,
    long DuplicateInFile,
    long AlreadyKnown,
    long Rejected,
    DateOnly StartedOn,
    DateOnly? CompletedOn);

/// <summary>What became of a row.</summary>
/// <param name="Row">Number of the row; the header is row 1.</param>
/// <param name="Status"><c>accepted</c>, <c>duplicate_in_file</c>, <c>already_known</c> or <c>rejected</c>.</param>
/// <param name="Code">Code of the reason, if it was not accepted.</param>
/// <param name="Reason">The reason in Chinese.</param>
internal sealed record RosterRowView(long Row, string Status, string? Code, string? Reason);

/// <summary>Reads imports.</summary>
internal sealed class RosterImportQueries(NpgsqlDataSource dataSource)
{
    public async Task<(RosterImportView View, long Version)?> FindAsync(Guid importId, CancellationToken cancellationToken)
    {
        var found = await dataSource.RowsAsync(
            """
            SELECT import_id, status, regions, accepted, duplicate_in_file, already_known, rejected, started_on, completed_on, version
            FROM roster_imports WHERE import_id = $1
            """,
            [importId],
            row => (ViewOf(row), row.GetInt64(9)),
            cancellationToken);
        return found is [var one] ? one : null;
    }

    public async Task<IReadOnlyList<RosterRowView>> RowsAsync(
        Guid importId, string? status, long after, int limit, CancellationToken cancellationToken) =>
        await dataSource.RowsAsync(
            """
            SELECT row_number, status, code FROM roster_import_rows
            WHERE import_id = $1 AND row_number > $2 AND ($3::text IS NULL OR status = $3)
            ORDER BY row_number LIMIT $4
            """,
            [importId, after, status, limit],
            RowOf,
            cancellationToken);

    private static RosterImportView ViewOf(NpgsqlDataReader row)
    {
        var (accepted, duplicateInFile, alreadyKnown, rejected) = (row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6));
        return new(
            row.GetGuid(0),
            row.GetString(1),
            row.GetFieldValue<string[]>(2),
            accepted + duplicateInFile + alreadyKnown + rejected,
            accepted,
            duplicateInFile,
            alreadyKnown,
            rejected,
            row.Date(7),
            row.DateOrNull(8));
    }

    private static RosterRowView RowOf(NpgsqlDataReader row)
    {
        var code = row.TextOrNull(2);
        return new(row.GetInt64(0), row.GetString(1), code, code is null ? null : RowCodes.ReasonOf(code));
    }
}
