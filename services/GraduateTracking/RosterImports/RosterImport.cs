using YouthPlatform.EventStore;
using static YouthPlatform.GraduateTracking.RosterImports.RosterImportCommand;
using static YouthPlatform.GraduateTracking.RosterImports.RosterImportEvent;

namespace YouthPlatform.GraduateTracking.RosterImports;

/// <summary>How far the import of one file has come. Sending the file again goes on where it stopped.</summary>
internal sealed class RosterImport : IDecider<RosterImportState, RosterImportCommand, RosterImportEvent>
{
    public static RosterImportState Initial { get; } = new RosterImportState.NotStarted();

    public static string StreamOf(Guid importId) => $"roster_import-{importId}";

    public static RosterImportState Evolve(RosterImportState state, RosterImportEvent recorded) => (state, recorded) switch
    {
        (_, RosterImportStarted started) => new RosterImportState.Running(started.ImportId, RosterImportState.HeaderRow),
        (RosterImportState.Running running, RosterRowsRead read) => running with { LastRow = read.ToRow },
        (RosterImportState.Running running, RosterContentRefused) => running with { LastRow = RosterImportState.HeaderRow },
        (RosterImportState.Running running, RosterImportCompleted) => new RosterImportState.Completed(running.ImportId, running.LastRow),
        _ => state,
    };

    public static IReadOnlyList<RosterImportEvent> Decide(RosterImportCommand command, RosterImportState state) => (command, state) switch
    {
        (StartRosterImport start, RosterImportState.NotStarted) =>
            [new RosterImportStarted(start.ImportId, start.Digest, start.Regions, start.Today)],
        (StartRosterImport, _) => [],
        (ReadRosterRows read, RosterImportState.Running running) => Read(read, running),
        (RefuseRosterContent, RosterImportState.Running running) => [new RosterContentRefused(running.ImportId)],
        (CompleteRosterImport complete, RosterImportState.Running running) => [new RosterImportCompleted(running.ImportId, complete.Today)],
        (CompleteRosterImport, RosterImportState.Completed) => [],
        (_, RosterImportState.Completed) => throw new RuleViolation("roster_import.completed", "该名单已导入完毕。"),
        _ => throw new RuleViolation("roster_import.not_started", "该名单尚未开始导入。"),
    };

    private static IReadOnlyList<RosterImportEvent> Read(ReadRosterRows read, RosterImportState.Running running)
    {
        if (read.ToRow <= running.LastRow)
        {
            return [];
        }

        return read.FromRow == running.LastRow + 1
            ? [new RosterRowsRead(running.ImportId, read.FromRow, read.ToRow, read.Remarks)]
            : throw new RuleViolation("roster_import.row_gap", "名单的行必须依次导入，不得遗漏或重叠。");
    }
}

/// <summary>Commands of a roster import.</summary>
internal abstract record RosterImportCommand
{
    private RosterImportCommand()
    {
    }

    public sealed record StartRosterImport(Guid ImportId, string Digest, IReadOnlyList<string> Regions, DateOnly Today) : RosterImportCommand;

    public sealed record ReadRosterRows(long FromRow, long ToRow, IReadOnlyList<RowRemark> Remarks) : RosterImportCommand;

    public sealed record RefuseRosterContent : RosterImportCommand;

    public sealed record CompleteRosterImport(DateOnly Today) : RosterImportCommand;
}

/// <summary>States of a roster import.</summary>
internal abstract record RosterImportState
{
    public const long HeaderRow = 1;

    private RosterImportState()
    {
    }

    public sealed record NotStarted : RosterImportState;

    /// <param name="ImportId">The import.</param>
    /// <param name="LastRow">Last row dealt with; the header's when there is none.</param>
    public sealed record Running(Guid ImportId, long LastRow) : RosterImportState;

    /// <param name="ImportId">The import.</param>
    /// <param name="LastRow">Last row of the file.</param>
    public sealed record Completed(Guid ImportId, long LastRow) : RosterImportState;
}
