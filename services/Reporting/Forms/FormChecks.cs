using System.Globalization;
using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Forms;

/// <summary>Evaluates the checks of a form: the one place for whoever reads, submits or counts what is complete.</summary>
internal static class FormChecks
{
    /// <summary>What every check of the form says about its figures as of now.</summary>
    public static IReadOnlyList<CheckOutcome> Evaluate(FormSheet sheet) => [.. sheet.Form.Checks.Select(check => Evaluate(check, sheet))];

    /// <summary>Reported columns that have no figure: the one rule of completeness.</summary>
    /// <param name="form">The form.</param>
    /// <param name="month">Reported month.</param>
    /// <param name="hasFigure">Whether a column has a figure.</param>
    public static IReadOnlyList<int> Missing(FormDefinition form, YearMonth month, Func<int, bool> hasFigure) =>
        [.. form.Columns.Where(column => column.IsReportedIn(month) && !hasFigure(column.Number)).Select(column => column.Number)];

    private static CheckOutcome Evaluate(FormCheck check, FormSheet sheet)
    {
        var (facts, findings) = check.Kind switch
        {
            FormCheckKind.NeverFalls => NeverFalls(check, sheet),
            FormCheckKind.NotAbove => NotAbove(check, sheet),
            FormCheckKind.Closed => Closed(check, sheet),
            FormCheckKind.Jump => FormJumps.Find(check, sheet),
            _ => Complete(check, sheet),
        };
        return new(check.Id, check.Name, check.Severity, findings.All(finding => finding.Passed), check.Clause, facts, findings);
    }

    private static Found NeverFalls(FormCheck check, FormSheet sheet)
    {
        var explained = sheet.State.File.Corrections.Select(correction => correction.Column)
            .Concat(sheet.State.File.Withdrawals.Select(withdrawal => withdrawal.Column)).ToHashSet();
        List<CheckFinding> findings = [];
        foreach (var cell in Of(check, sheet).Where(cell => cell.Figure is not null))
        {
            var before = sheet.Earlier.LastOrDefault(form => Counts(form, cell.Column, sheet.Month));
            if (before?.Values[cell.Column.Number] is { } was && cell.Figure!.Value < was)
            {
                var passed = explained.Contains(cell.Column.Number);
                var (now, text) = (Text(cell.Figure.Value), passed ? "已说明理由" : "没有更正说明");
                findings.Add(new(
                    cell.Column.Number,
                    passed,
                    $"第 {cell.Column.Number} 栏由 {before.Month} 的 {Text(was)} 降为 {now}，{text}",
                    new Dictionary<string, string> { ["month"] = before.Month.ToString(), ["before"] = Text(was), ["now"] = now }));
            }
        }

        return new(Against(sheet), findings);
    }

    private static Found NotAbove(FormCheck check, FormSheet sheet)
    {
        var most = sheet.Cells[check.Than!.Value - 1].Figure?.Value;
        var findings = Of(check, sheet)
            .Where(cell => cell.Figure?.Value > most)
            .Select(cell => new CheckFinding(
                cell.Column.Number,
                false,
                $"第 {cell.Column.Number} 栏 {Text(cell.Figure!.Value)} 超过第 {check.Than} 栏 {Text(most!.Value)}",
                new Dictionary<string, string> { ["figure"] = Text(cell.Figure.Value), ["most"] = Text(most.Value) }));
        return new(new Dictionary<string, string> { ["than"] = Text(check.Than.Value) }, [.. findings]);
    }

    private static Found Closed(FormCheck check, FormSheet sheet)
    {
        var findings = Of(check, sheet)
            .Where(cell => cell.State == CellState.Closed && sheet.State.File.Entries.ContainsKey(cell.Column.Number))
            .Select(cell => new CheckFinding(
                cell.Column.Number,
                false,
                $"第 {cell.Column.Number} 栏报送至 {cell.Column.ClosesOn:yyyy-MM-dd}，本月不应有数字",
                new Dictionary<string, string>()));
        var closed = Of(check, sheet).Where(cell => cell.State == CellState.Closed).Select(cell => Text(cell.Column.Number));
        return new(new Dictionary<string, string> { ["closed"] = string.Join(',', closed) }, [.. findings]);
    }

    private static Found Complete(FormCheck check, FormSheet sheet)
    {
        var figures = Of(check, sheet).ToDictionary(cell => cell.Column.Number, cell => cell.Figure is not null);
        var findings = Missing(sheet.Form, sheet.Month, column => figures.GetValueOrDefault(column, true))
            .Select(column => new CheckFinding(column, false, $"第 {column} 栏尚未填报", new Dictionary<string, string>()));
        return new(new Dictionary<string, string> { ["figures"] = Text(figures.Count(figure => figure.Value)) }, [.. findings]);
    }

    internal static IEnumerable<LiveCell> Of(FormCheck check, FormSheet sheet) =>
        check.Columns.Count == 0 ? sheet.Cells : sheet.Cells.Where(cell => check.Columns.Contains(cell.Column.Number));

    /// <summary>Whether an earlier form has a figure that is part of the one of this month.</summary>
    internal static bool Counts(EarlierForm earlier, FormColumn column, YearMonth month) =>
        earlier.Values.ContainsKey(column.Number) && AddsUp.From(column, earlier.Month, month);

    internal static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Against(FormSheet sheet) => sheet.Earlier.Count == 0
        ? []
        : new() { ["month"] = sheet.Earlier[^1].Month.ToString(), ["version"] = Text(sheet.Earlier[^1].Version) };

    /// <summary>What a check looked at and found.</summary>
    internal sealed record Found(IReadOnlyDictionary<string, string> Facts, IReadOnlyList<CheckFinding> Findings);
}
