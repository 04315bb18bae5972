namespace YouthPlatform.GraduateTracking.RosterImports;

/// <summary>Events of <c>roster_import-{importId}</c>. Rows are numbers; who is in them, the vault knows.</summary>
internal abstract record RosterImportEvent
{
    private RosterImportEvent()
    {
    }

    /// <summary>The first rows of a file were taken in.</summary>
    /// <param name="ImportId">The import; follows from the file's digest and the regions.</param>
    /// <param name="Digest">SHA-256 of the file, lower-case hexadecimal.</param>
    /// <param name="Regions">Regions that the sender answers for; rows of other regions are rejected.</param>
    /// <param name="StartedOn">China date.</param>
    public sealed record RosterImportStarted(Guid ImportId, string Digest, IReadOnlyList<string> Regions, DateOnly StartedOn)
        : RosterImportEvent;

    /// <summary>Rows were dealt with. Those without a remark were accepted: each opened a ledger entry in the same transaction.</summary>
    /// <param name="ImportId">The import.</param>
    /// <param name="FromRow">First row; the header is row 1.</param>
    /// <param name="ToRow">Last row.</param>
    /// <param name="Remarks">The rows that were not accepted.</param>
    public sealed record RosterRowsRead(Guid ImportId, long FromRow, long ToRow, IReadOnlyList<RowRemark> Remarks) : RosterImportEvent;

    /// <summary>The file that was sent is not the one that was announced; its rows will be read again from the first.</summary>
    public sealed record RosterContentRefused(Guid ImportId) : RosterImportEvent;

    /// <summary>The last row of the file was dealt with, and the file is the one that was announced.</summary>
    public sealed record RosterImportCompleted(Guid ImportId, DateOnly CompletedOn) : RosterImportEvent;
}

/// <summary>Why a row was not accepted.</summary>
/// <param name="Row">Number of the row; the header is row 1.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Code">Stable code of the reason.</param>
internal sealed record RowRemark(long Row, RowStatus Status, string Code);

/// <summary>What became of a row.</summary>
internal enum RowStatus
{
    Accepted,
    DuplicateInFile,
    AlreadyKnown,
    Rejected,
}
