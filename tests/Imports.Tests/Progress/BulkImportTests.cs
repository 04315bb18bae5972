using YouthPlatform.Imports.Files;
using YouthPlatform.Imports.Progress;
using static YouthPlatform.Imports.Progress.ImportCommand;
using static YouthPlatform.Imports.Progress.ImportEvent;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Imports.Progress.BulkImport,
    YouthPlatform.Imports.Progress.ImportState,
    YouthPlatform.Imports.Progress.ImportCommand,
    YouthPlatform.Imports.Progress.ImportEvent>;

namespace YouthPlatform.Imports.Tests.Progress;

public sealed class BulkImportTests
{
    private static readonly Guid ImportId = Guid.Parse("0189d3f0-0000-5000-8000-000000000001");
    private static readonly DateOnly July20 = new(2023, 7, 20);
    private static readonly ImportStarted Started = new(
        ImportId, "things", "ab", new ImportFile(FileFormat.Csv, "utf-8"), null, new ImportScope(["430000"]), "clerk-1", July20);

    private static readonly ImportRowsRead Rows2To501 = new(ImportId, 1, 2, 501, [new(7, RowStatus.Rejected, "thing.name_missing")]);
    private static readonly ImportCompleted Completed = new(ImportId, July20);

    public static TheoryData<string, string, string> Table => new()
    {
        { nameof(StartImport), "not started", nameof(ImportStarted) },
        { nameof(StartImport), "running", "" },
        { nameof(StartImport), "completed", "" },
        { nameof(ReadRows), "not started", "import.not_started" },
        { nameof(ReadRows), "running", nameof(ImportRowsRead) },
        { nameof(ReadRows), "completed", "import.completed" },
        { nameof(RefuseContent), "not started", "import.not_started" },
        { nameof(RefuseContent), "running", nameof(ImportContentRefused) },
        { nameof(RefuseContent), "completed", "import.completed" },
        { nameof(CompleteImport), "not started", "import.not_started" },
        { nameof(CompleteImport), "running", nameof(ImportCompleted) },
        { nameof(CompleteImport), "completed", "" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_command_in_every_state(string command, string state, string expected)
    {
        var outcome = Spec.Given(HistoryOf(state)).When(CommandOf(command));
        if (expected.Contains('.', StringComparison.Ordinal))
        {
            outcome.ThenRejected(expected);
        }
        else
        {
            string.Join(",", outcome.Events.Select(e => e.GetType().Name)).ShouldBe(expected);
        }
    }

    [Fact]
    public void The_table_covers_every_command_and_state() =>
        Table.Count.ShouldBe(typeof(ImportCommand).GetNestedTypes().Length * typeof(ImportState).GetNestedTypes().Length);

    [Fact]
    public void GivenRowsRead_WhenTheNextFollow_ThenRead() =>
        Spec.Given(Started, Rows2To501).When(new ReadRows(502, 600, [])).Then(new ImportRowsRead(ImportId, 1, 502, 600, []));

    [Fact]
    public void GivenJsonLines_WhenRead_ThenTheFirstRowIs1() =>
        Spec.Given(Started with { File = new ImportFile(FileFormat.JsonLines, "utf-8") })
            .When(new ReadRows(1, 500, [])).Then(new ImportRowsRead(ImportId, 1, 1, 500, []));

    [Fact]
    public void GivenRowsRead_WhenReadAgain_ThenNothing() =>
        Spec.Given(Started, Rows2To501).When(new ReadRows(2, 501, [])).ThenNothing();

    [Theory]
    [InlineData(503, 600)]
    [InlineData(501, 600)]
    public void GivenRowsRead_WhenRowsAreMissingOrOverlap_ThenRejected(long from, long to) =>
        Spec.Given(Started, Rows2To501).When(new ReadRows(from, to, [])).ThenRejected("import.row_gap");

    [Fact]
    public void GivenContentRefused_WhenSentAgain_ThenReadFromTheFirstRowAsANewReading() =>
        Spec.Given(Started, Rows2To501, new ImportContentRefused(ImportId))
            .When(new ReadRows(2, 501, [])).Then(Rows2To501 with { Reading = 2, Remarks = [] });

    private static ImportEvent[] HistoryOf(string state) => state switch
    {
        "running" => [Started],
        "completed" => [Started, Rows2To501, Completed],
        _ => [],
    };

    private static ImportCommand CommandOf(string name) => name switch
    {
        nameof(StartImport) => new StartImport(Started),
        nameof(ReadRows) => new ReadRows(2, 501, []),
        nameof(RefuseContent) => new RefuseContent(),
        nameof(CompleteImport) => new CompleteImport(July20),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such command."),
    };
}
