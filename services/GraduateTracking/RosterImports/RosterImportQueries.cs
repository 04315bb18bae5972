using System.Text.Json;
using Dapper;
using Npgsql;

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
    public static string Name(RowStatus status) => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString());

    public async Task<(RosterImportView View, long Version)?> FindAsync(Guid importId, CancellationToken cancellationToken)
    {
        const string Sql =
            """
            SELECT import_id AS ImportId, status, regions, accepted, duplicate_in_file AS DuplicateInFile, already_known AS AlreadyKnown,
                   rejected, started_on AS StartedOn, completed_on AS CompletedOn, version
            FROM roster_imports WHERE import_id = @importId
            """;
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<ImportRow>(new CommandDefinition(Sql, new { importId }, cancellationToken: cancellationToken));
        return row is null ? null : (row.ToView(), row.Version);
    }

    public async Task<IReadOnlyList<RosterRowView>> RowsAsync(Guid importId, string? status, long after, int limit, CancellationToken cancellationToken)
    {
        const string Sql =
            """
            SELECT row_number AS Row, status, code FROM roster_import_rows
            WHERE import_id = @importId AND row_number > @after AND (@status::text IS NULL OR status = @status)
            ORDER BY row_number LIMIT @limit
            """;
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<(long Row, string Status, string? Code)>(
            new CommandDefinition(Sql, new { importId, status, after, limit }, cancellationToken: cancellationToken));
        return [.. rows.Select(r => new RosterRowView(r.Row, r.Status, r.Code, r.Code is null ? null : RowCodes.ReasonOf(r.Code)))];
    }

    /// <summary>Properties, because the reader says of an array column only that it is one.</summary>
    private sealed record ImportRow
    {
        public Guid ImportId { get; init; }

        public string Status { get; init; } = "";

        public string[] Regions { get; init; } = [];

        public long Accepted { get; init; }

        public long DuplicateInFile { get; init; }

        public long AlreadyKnown { get; init; }

        public long Rejected { get; init; }

        public DateOnly StartedOn { get; init; }

        public DateOnly? CompletedOn { get; init; }

        public long Version { get; init; }

        public RosterImportView ToView() => new(
            ImportId,
            Status,
            Regions,
            Accepted + DuplicateInFile + AlreadyKnown + Rejected,
            Accepted,
            DuplicateInFile,
            AlreadyKnown,
            Rejected,
            StartedOn,
            CompletedOn);
    }
}
