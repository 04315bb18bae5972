using YouthPlatform.Policy;
using YouthPlatform.Reporting.Forms;
using static YouthPlatform.Reporting.Tests.Forms.SheetSamples;

namespace YouthPlatform.Reporting.Tests.Forms;

/// <summary>The checks of a form, each at its edge.</summary>
public sealed class FormCheckTests
{
    private static readonly FormEvent Entry = Entered("2023-11", 5, 1);

    [Theory]
    [InlineData(7, true)]
    [InlineData(6, false)]
    public void AFigureThatAddsUpNeverFalls(int now, bool passes) =>
        Outcome("never_falls", Sheet("2023-11", State(Entry), [now, 0, 0], Earlier("2023-09", 9), Earlier("2023-10", 7))).Passed.ShouldBe(passes);

    [Fact]
    public void AFallIsNamedWithItsFiguresAndPassesWithACorrectionOfThatColumn()
    {
        var finding = Outcome("never_falls", Sheet("2023-11", State(Entry), [6, 0, 0], Earlier("2023-10", 7))).Findings.Single();
        (finding.Column, finding.Passed, finding.Facts["before"], finding.Facts["now"], finding.Facts["month"]).ShouldBe((1, false, "7", "6", "2023-10"));

        var explained = Outcome("never_falls", Sheet("2023-11", State(Entry, Corrected("2023-11", 1, 0)), [6, 0, 0], Earlier("2023-10", 7)));
        (explained.Passed, explained.Findings.Single().Passed).ShouldBe((true, true));
        Outcome("never_falls", Sheet("2023-11", State(Entry, Corrected("2023-11", 2, 0)), [6, 0, 0], Earlier("2023-10", 7))).Passed.ShouldBeFalse();
    }

    /// <summary>H32 annex 2: of those of column 23 those of column 24, of those of 25 those of 26.</summary>
    [Theory]
    [InlineData(4, 4, true)]
    [InlineData(4, 5, false)]
    public void APartIsNotAboveItsWhole(int whole, int part, bool passes) =>
        Outcome("not_above", Sheet("2023-11", State(Entry), [0, whole, part])).Passed.ShouldBe(passes);

    [Theory]
    [InlineData("2023-07", true)]
    [InlineData("2023-08", false)]
    public void AClosedColumnHasNoFigure(string month, bool passes)
    {
        var outcome = Outcome("closed", Sheet(month, State(Entered(month, 4, 3)), [0, 0, 0]));

        outcome.Passed.ShouldBe(passes);
    }

    [Fact]
    public void EveryReportedColumnHasAFigure()
    {
        Outcome("complete", Sheet("2023-11", State(), [0, 0, 0])).Findings.Select(finding => finding.Column).ShouldBe([5]);
        Outcome("complete", Sheet("2023-11", State(Entry), [0, 0, 0])).Passed.ShouldBeTrue();
        FormChecks.Missing(Definition, YearMonth.Parse("2023-11"), _ => false).ShouldBe([1, 2, 3, 5]);
    }

    /// <summary>The unit's own growth was 4 a month; five times that is 20.</summary>
    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void AJumpIsMeasuredByTheUnitsOwnGrowth(int now, bool passes) => Jump(now, Earlier("2023-08", 4), Earlier("2023-09", 8), Earlier("2023-10", 12))
        .Passed.ShouldBe(passes);

    [Fact]
    public void NoJumpIsSeenBelowTheFloorOrWithoutEnoughHistory()
    {
        Jump(10, Earlier("2023-08", 0), Earlier("2023-09", 0), Earlier("2023-10", 0)).Passed.ShouldBeTrue();
        Jump(11, Earlier("2023-08", 0), Earlier("2023-09", 0), Earlier("2023-10", 0)).Passed.ShouldBeFalse();
        Jump(1000, Earlier("2023-09", 4), Earlier("2023-10", 8)).Passed.ShouldBeTrue();
    }

    [Fact]
    public void TheFormOfTheProvinceHasItsChecksAsData()
    {
        var form = FormSamples.Definition;

        form.Checks.Select(check => check.Kind).Distinct().Count().ShouldBe(Enum.GetValues<FormCheckKind>().Length);
        form.Checks.Where(check => check.Kind == FormCheckKind.NotAbove).Select(check => (check.Columns.Single(), check.Than)).ShouldBe([(24, 23), (26, 25)]);
        form.Checks.Single(check => check.Kind == FormCheckKind.Closed).Columns.ShouldBe([18, 19, 20, 21, 22]);
        form.Checks.Where(check => check.Severity == FormCheckSeverity.Warns).Select(check => check.Id).ShouldBe(["jump"]);
    }

    private static CheckOutcome Jump(decimal now, params EarlierForm[] earlier) => Outcome("jump", Sheet("2023-11", State(Entry), [now, 0, 0], earlier));

    private static CheckOutcome Outcome(string id, FormSheet sheet) => FormChecks.Evaluate(sheet).Single(outcome => outcome.Check == id);
}
