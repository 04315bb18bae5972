using YouthPlatform.GraduateTracking.RosterImports;
using static YouthPlatform.GraduateTracking.RosterImports.RosterImportCommand;
using static YouthPlatform.GraduateTracking.RosterImports.RosterImportEvent;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.GraduateTracking.RosterImports.RosterImport,
    YouthPlatform.GraduateTracking.RosterImports.RosterImportState,
    YouthPlatform.GraduateTracking.RosterImports.RosterImportCommand,
    YouthPlatform.GraduateTracking.RosterImports.RosterImportEvent>;

namespace YouthPlatform.GraduateTracking.Tests.RosterImports;

public sealed class RosterImportTests
{
    private static readonly Guid ImportId = Guid.Parse("0189d3f0-0000-5000-8000-000000000001");
    private static readonly DateOnly July20 = new(2023, 7, 20);
    private static readonly RosterImportStarted Started = new(ImportId, "ab", ["430000"], July20);
    private static readonly RosterRowsRead Rows2To501 = new(ImportId, 2, 501, [new(7, RowStatus.Rejected, "roster.name_missing")]);
    private static readonly RosterImportCompleted Completed = new(ImportId, July20);

    public static TheoryData<string, string, string> Table => new()
    {
        { nameof(StartRosterImport), "not started", nameof(RosterImportStarted) },
        { nameof(StartRosterImport), "running", "" },
        { nameof(StartRosterImport), "completed", "" },
        { nameof(ReadRosterRows), "not started", "roster_import.not_started" },
        { nameof(ReadRosterRows), "running", nameof(RosterRowsRead) },
        { nameof(ReadRosterRows), "completed", "roster_import.completed" },
        { nameof(RefuseRosterContent), "not started", "roster_import.not_started" },
        { nameof(RefuseRosterContent), "running", nameof(RosterContentRefused) },
        { nameof(RefuseRosterContent), "completed", "roster_import.completed" },
        { nameof(CompleteRosterImport), "not started", "roster_import.not_started" },
        { nameof(CompleteRosterImport), "running", nameof(RosterImportCompleted) },
        { nameof(CompleteRosterImport), "completed", "" },
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
        Table.Count.ShouldBe(typeof(RosterImportCommand).GetNestedTypes().Length * typeof(RosterImportState).GetNestedTypes().Length);

    [Fact]
    public void GivenRowsRead_WhenTheNextFollow_ThenRead() =>
        Spec.Given(Started, Rows2To501).When(new ReadRosterRows(502, 600, [])).Then(new RosterRowsRead(ImportId, 502, 600, []));

    [Fact]
    public void GivenRowsRead_WhenReadAgain_ThenNothing() =>
        Spec.Given(Started, Rows2To501).When(new ReadRosterRows(2, 501, [])).ThenNothing();

    [Theory]
    [InlineData(503, 600)]
    [InlineData(501, 600)]
    public void GivenRowsRead_WhenRowsAreMissingOrOverlap_ThenRejected(long from, long to) =>
        Spec.Given(Started, Rows2To501).When(new ReadRosterRows(from, to, [])).ThenRejected("roster_import.row_gap");

    [Fact]
    public void GivenContentRefused_WhenSentAgain_ThenReadFromTheFirstRow() =>
        Spec.Given(Started, Rows2To501, new RosterContentRefused(ImportId)).When(new ReadRosterRows(2, 501, [])).Then(Rows2To501 with { Remarks = [] });

    private static RosterImportEvent[] HistoryOf(string state) => state switch
    {
        "running" => [Started],
        "completed" => [Started, Rows2To501, Completed],
        _ => [],
    };

    private static RosterImportCommand CommandOf(string name) => name switch
    {
        nameof(StartRosterImport) => new StartRosterImport(ImportId, "ab", ["430000"], July20),
        nameof(ReadRosterRows) => new ReadRosterRows(2, 501, []),
        nameof(RefuseRosterContent) => new RefuseRosterContent(),
        nameof(CompleteRosterImport) => new CompleteRosterImport(July20),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such command."),
    };
}
