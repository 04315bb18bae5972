using YouthPlatform.EventStore;
using YouthPlatform.Imports.Files;
using static YouthPlatform.Imports.Progress.ImportCommand;
using static YouthPlatform.Imports.Progress.ImportEvent;

namespace YouthPlatform.Imports.Progress;

/// <summary>How far the import of one file has come. Each row is dealt with once, in order, whatever stops in between.</summary>
public sealed class BulkImport : IDecider<ImportState, ImportCommand, ImportEvent>
{
    /// <inheritdoc />
    public static ImportState Initial { get; } = new ImportState.NotStarted();

    /// <summary>Stream of an import.</summary>
    public static string StreamOf(Guid importId) => $"import-{importId}";

    /// <inheritdoc />
    public static ImportState Evolve(ImportState state, ImportEvent recorded) => (state, recorded) switch
    {
        (_, ImportStarted started) => new ImportState.Running(started, FileFormats.FirstRowOf(started.File.Format), 1),
        (ImportState.Running running, ImportRowsRead read) => running with { NextRow = read.ToRow + 1 },
        (ImportState.Running running, ImportContentRefused) =>
            running with { NextRow = FileFormats.FirstRowOf(running.Started.File.Format), Reading = running.Reading + 1 },
        (ImportState.Running running, ImportCompleted) => new ImportState.Completed(running.Started),
        _ => state,
    };

    /// <inheritdoc />
    public static IReadOnlyList<ImportEvent> Decide(ImportCommand command, ImportState state) => (command, state) switch
    {
        (StartImport start, ImportState.NotStarted) => [start.Started],
        (StartImport, _) => [],
        (ReadRows read, ImportState.Running running) => Read(read, running),
        (RefuseContent, ImportState.Running running) => [new ImportContentRefused(running.Started.ImportId)],
        (CompleteImport complete, ImportState.Running running) => [new ImportCompleted(running.Started.ImportId, complete.Today)],
        (CompleteImport, ImportState.Completed) => [],
        (_, ImportState.Completed) => throw new RuleViolation("import.completed", "该文件已导入完毕。"),
        _ => throw new RuleViolation("import.not_started", "该文件尚未开始导入。"),
    };

    private static IReadOnlyList<ImportEvent> Read(ReadRows read, ImportState.Running running)
    {
        if (read.ToRow < running.NextRow)
        {
            return [];
        }

        return read.FromRow == running.NextRow
            ? [new ImportRowsRead(running.Started.ImportId, running.Reading, read.FromRow, read.ToRow, read.Remarks)]
            : throw new RuleViolation("import.row_gap", "文件的行必须依次导入，不得遗漏或重叠。");
    }
}

/// <summary>Commands of an import.</summary>
public abstract record ImportCommand
{
    private ImportCommand()
    {
    }

    /// <summary>Begins the import; does nothing when it has begun.</summary>
    /// <param name="Started">What is recorded then.</param>
    public sealed record StartImport(ImportStarted Started) : ImportCommand;

    /// <summary>Deals with rows that follow those dealt with.</summary>
    /// <param name="FromRow">First row.</param>
    /// <param name="ToRow">Last row.</param>
    /// <param name="Remarks">The rows that are not accepted.</param>
    public sealed record ReadRows(long FromRow, long ToRow, IReadOnlyList<RowRemark> Remarks) : ImportCommand;

    /// <summary>Goes back to the first row, since the file was not the announced one.</summary>
    public sealed record RefuseContent : ImportCommand;

    /// <summary>Ends the import.</summary>
    /// <param name="Today">China date.</param>
    public sealed record CompleteImport(DateOnly Today) : ImportCommand;
}

/// <summary>States of an import.</summary>
public abstract record ImportState
{
    private ImportState()
    {
    }

    /// <summary>The file is not known.</summary>
    public sealed record NotStarted : ImportState;

    /// <summary>Rows are being dealt with, or will be when the file is sent again.</summary>
    /// <param name="Started">How it began.</param>
    /// <param name="NextRow">First row that was not dealt with.</param>
    /// <param name="Reading">Which reading of the file this is, from 1.</param>
    public sealed record Running(ImportStarted Started, long NextRow, int Reading) : ImportState;

    /// <summary>All rows were dealt with.</summary>
    /// <param name="Started">How it began.</param>
    public sealed record Completed(ImportStarted Started) : ImportState;
}
