using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Forms;

/// <summary>Finds figures that grow by many times what the unit's own figures grew before.</summary>
internal static class FormJumps
{
    public static FormChecks.Found Find(FormCheck check, FormSheet sheet)
    {
        var (times, months, floor) = (check.Times!.Value, check.Months!.Value, check.Floor!.Value);
        var facts = new Dictionary<string, string>
        {
            ["times"] = FormChecks.Text(times),
            ["months"] = FormChecks.Text(months),
            ["floor"] = FormChecks.Text(floor),
        };
        List<CheckFinding> findings = [];
        foreach (var cell in FormChecks.Of(check, sheet))
        {
            if (cell.Figure is not { } figure || FiguresOf(cell.Column, sheet) is not { } earlier || earlier.Count <= months)
            {
                continue;
            }

            var growth = figure.Value - earlier[^1];
            var mean = earlier.Zip(earlier.Skip(1), (before, after) => after - before).TakeLast(months).Average();
            if (growth > floor && growth > times * mean)
            {
                findings.Add(new(
                    cell.Column.Number,
                    false,
                    $"第 {cell.Column.Number} 栏本月增加 {FormChecks.Text(growth)}，此前 {months} 次平均增加 {FormChecks.Text(mean)}",
                    new Dictionary<string, string> { ["growth"] = FormChecks.Text(growth), ["mean"] = FormChecks.Text(mean) }));
            }
        }

        return new(facts, findings);
    }

    /// <summary>The unit's earlier figures of the same sum, in the order of their months.</summary>
    private static List<decimal> FiguresOf(FormColumn column, FormSheet sheet) =>
        [.. sheet.Earlier.Where(form => FormChecks.Counts(form, column, sheet.Month)).Select(form => form.Values[column.Number])];
}
