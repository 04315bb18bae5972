using YouthPlatform.EventStore;
using YouthPlatform.Imports.Files;
using YouthPlatform.Imports.Progress;
using Import = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Imports.Progress.BulkImport,
    YouthPlatform.Imports.Progress.ImportState,
    YouthPlatform.Imports.Progress.ImportCommand,
    YouthPlatform.Imports.Progress.ImportEvent>;

namespace YouthPlatform.Imports.Running;

/// <summary>Where a run stands in its import.</summary>
internal sealed class ImportProgress(Import import, ImportEvent.ImportStarted start)
{
    /// <summary>The import after the last commit.</summary>
    public Import Import { get; private set; } = import;

    public Guid ImportId => start.ImportId;

    public ImportScope Scope => start.Scope;

    public string SentBy => start.SentBy;

    /// <summary>First row that was not dealt with.</summary>
    public long NextRow => Import.State is ImportState.Running running ? running.NextRow : FileFormats.FirstRowOf(start.File.Format);

    /// <summary>The step over rows.</summary>
    public Step Read(IReadOnlyList<ImportRow> rows, IReadOnlyList<RowRemark> remarks) =>
        Decide([new ImportCommand.ReadRows(rows[0].Number, rows[^1].Number, remarks)]);

    /// <summary>Commands on the import, after its start if that is not written yet.</summary>
    public Step Decide(IReadOnlyList<ImportCommand> commands)
    {
        var after = Import;
        List<object> events = [];
        foreach (var command in commands.Prepend(new ImportCommand.StartImport(start)))
        {
            var decision = after.Decide(command);
            events.AddRange(decision.Append.Events);
            after = after with { State = decision.State, Version = decision.Version };
        }

        return new Step(new StreamAppend(Import.Stream, Import.Version, events), after);
    }

    /// <summary>Goes on after a step that was committed.</summary>
    public void Advance(Step step) => Import = step.After;

    /// <param name="Append">Events of the import.</param>
    /// <param name="After">The import after them.</param>
    internal sealed record Step(StreamAppend Append, Import After);
}
