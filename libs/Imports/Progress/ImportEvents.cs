using YouthPlatform.EventStore;
using YouthPlatform.Imports.Files;

namespace YouthPlatform.Imports.Progress;

/// <summary>Events of <c>import-{importId}</c>. Rows are numbers: what stood in them is in the events that they led to.</summary>
public abstract record ImportEvent
{
    private ImportEvent()
    {
    }

    /// <summary>A file was taken in.</summary>
    /// <param name="ImportId">The import; follows from the kind, the file's digest and the scope.</param>
    /// <param name="Kind">Kind of file.</param>
    /// <param name="Digest">SHA-256 of the file, lower-case hexadecimal.</param>
    /// <param name="File">How the file is to be read.</param>
    /// <param name="Rows">How many rows it has; null when they are dealt with as they arrive.</param>
    /// <param name="Scope">What the sender answers for.</param>
    /// <param name="SentBy">Account of the sender.</param>
    /// <param name="StartedOn">China date.</param>
    public sealed record ImportStarted(
        Guid ImportId, string Kind, string Digest, ImportFile File, long? Rows, ImportScope Scope, string SentBy, DateOnly StartedOn) : ImportEvent;

    /// <summary>Rows were dealt with, and what they led to committed with this event. Those without a remark were accepted.</summary>
    /// <param name="ImportId">The import.</param>
    /// <param name="Reading">Which reading of the file this is; 1 unless its content was refused before.</param>
    /// <param name="FromRow">First row; a CSV file's header is row 1.</param>
    /// <param name="ToRow">Last row.</param>
    /// <param name="Remarks">The rows that were not accepted.</param>
    public sealed record ImportRowsRead(Guid ImportId, int Reading, long FromRow, long ToRow, IReadOnlyList<RowRemark> Remarks) : ImportEvent;

    /// <summary>The file that arrived is not the one that was announced; it will be read again from its first row.</summary>
    /// <param name="ImportId">The import.</param>
    public sealed record ImportContentRefused(Guid ImportId) : ImportEvent;

    /// <summary>The last row of the file was dealt with.</summary>
    /// <param name="ImportId">The import.</param>
    /// <param name="CompletedOn">China date.</param>
    public sealed record ImportCompleted(Guid ImportId, DateOnly CompletedOn) : ImportEvent;
}

/// <summary>Why a row was not accepted.</summary>
/// <param name="Row">Number of the row.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Code">Stable code of the reason.</param>
/// <param name="Detail">The reason in Chinese where it is not the kind's text for the code. Never repeats the row.</param>
public sealed record RowRemark(long Row, RowStatus Status, string Code, string? Detail = null)
{
    /// <summary>A row that a rule refuses.</summary>
    /// <param name="row">Number of the row.</param>
    /// <param name="violation">The rule.</param>
    public static RowRemark Rejected(long row, RuleViolation violation)
    {
        ArgumentNullException.ThrowIfNull(violation);
        return new(row, RowStatus.Rejected, violation.Code, violation.Detail);
    }
}

/// <summary>What became of a row.</summary>
public enum RowStatus
{
    /// <summary>It took effect.</summary>
    Accepted,

    /// <summary>It says the same as an earlier row of the file.</summary>
    DuplicateInFile,

    /// <summary>What it says was on file already.</summary>
    AlreadyKnown,

    /// <summary>Something is wrong with it.</summary>
    Rejected,
}

/// <summary>What the sender of a file answers for; rows beyond it are rejected.</summary>
/// <param name="Regions">Codes of regions, in order.</param>
/// <param name="Unit">Unified social credit code of the unit that sent it, if one did.</param>
public sealed record ImportScope(IReadOnlyList<string> Regions, string? Unit = null);

/// <summary>Stored names of the events of imports.</summary>
public static class ImportEventTypes
{
    /// <summary>Registers the events under the service's name.</summary>
    /// <param name="types">The service's events.</param>
    /// <param name="service">Lower-case name of the service.</param>
    public static EventTypes AddImports(this EventTypes types, string service)
    {
        ArgumentNullException.ThrowIfNull(types);
        return types
            .Add<ImportEvent.ImportStarted>($"{service}.import_started.v1")
            .Add<ImportEvent.ImportRowsRead>($"{service}.import_rows_read.v1")
            .Add<ImportEvent.ImportContentRefused>($"{service}.import_content_refused.v1")
            .Add<ImportEvent.ImportCompleted>($"{service}.import_completed.v1");
    }
}
