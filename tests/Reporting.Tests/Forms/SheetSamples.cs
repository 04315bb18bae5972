using YouthPlatform.Policy;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.Reporting.Indicators;

namespace YouthPlatform.Reporting.Tests.Forms;

/// <summary>Sheets of a small form: 1 to 3 are counted, 3 among 2, 4 is closed after July, 5 is entered.</summary>
internal static class SheetSamples
{
    public static readonly FormDefinition Definition = new(
        "sample", "样表", "样表一", RegionCode.Parse("430000"), new DateOnly(2023, 5, 18), YearMonth.Parse("2023-05"), YearMonth.Parse("2023-12"), 30,
        [Column(1), Column(2), Column(3), Column(4) with { ClosesOn = new DateOnly(2023, 7, 30) }, Column(5) with { Entered = true, Measure = null }])
    {
        Checks =
        [
            new("complete", "应报各栏均已填报", FormCheckKind.Complete, FormCheckSeverity.Blocks),
            new("never_falls", "累计数不下降", FormCheckKind.NeverFalls, FormCheckSeverity.Blocks),
            new("not_above", "第3栏不超过第2栏", FormCheckKind.NotAbove, FormCheckSeverity.Blocks) { Columns = [3], Than = 2 },
            new("closed", "第4栏不填", FormCheckKind.Closed, FormCheckSeverity.Blocks),
            new("jump", "增幅无异常", FormCheckKind.Jump, FormCheckSeverity.Warns) { Times = 5, Months = 2, Floor = 10 },
        ],
    };

    public static readonly ReportingUnit Changsha = ReportingUnit.Of(new(RegionCode.Parse("430100"), "长沙市"));

    /// <summary>A sheet with computed figures of columns 1 to 3.</summary>
    public static FormSheet Sheet(string month, FormState state, decimal[] computed, params EarlierForm[] earlier) => new(
        Definition,
        Changsha,
        YearMonth.Parse(month),
        state,
        computed.Index().ToDictionary(pair => pair.Index + 1, pair => new Figure(pair.Item, 1)),
        [],
        earlier);

    /// <summary>What stands of an earlier month.</summary>
    public static EarlierForm Earlier(string month, params decimal[] values) =>
        new(YearMonth.Parse(month), 1, values.Index().ToDictionary(pair => pair.Index + 1, pair => pair.Item));

    /// <summary>The state after events of a month.</summary>
    public static FormState State(params FormEvent[] events) => events.Aggregate(Form.Initial, Form.Evolve);

    public static FormEvent Entered(string month, int column, decimal value) =>
        new FigureEntered("sample", Changsha.Code, YearMonth.Parse(month), YearMonth.Parse(month).FirstDay, "clerk-1", column, value, "来自台账");

    public static FormEvent Corrected(string month, int column, decimal difference) => new CellCorrected(
        "sample", Changsha.Code, YearMonth.Parse(month), YearMonth.Parse(month).FirstDay, "clerk-1", Hosting.Samples.Id(column), column, difference, "更正", null);

    private static FormColumn Column(int number) => new(number, "组", null, $"第{number}栏", "人", "定义")
    {
        Measure = new FormMeasure(FormMeasureKind.Count),
        EventTypes = ["youthplatform.internships.subsidy_paid.v1"],
        DateField = "paidOn",
    };
}
