using YouthPlatform.Policy;
using YouthPlatform.Reporting.Exports.Workbooks;

namespace YouthPlatform.Reporting.Exports;

/// <summary>
/// The heading of a form in three rows: groups, subgroups, columns. A heading without one below it goes down to the last row, and so does
/// a subgroup of one column. A column that is a part of the one before it ("其中") stands below that one's heading.
/// </summary>
internal static class HeadLayout
{
    public const int Rows = 3;

    private const string Part = "其中";

    /// <summary>The cells of the three rows; those of column 1 of the form stand in column 1 of the sheet.</summary>
    public static IReadOnlyList<SheetCell>[] Of(IReadOnlyList<FormColumn> columns)
    {
        List<SheetCell> groups = [], middle = [], last = [];
        foreach (var group in Runs(columns, column => column.Group))
        {
            groups.Add(Head(group[0].Number, group[0].Group) with { Columns = group.Count });
            foreach (var run in Runs(group, column => column.Subgroup ?? $"{column.Number}"))
            {
                if (run is [{ Subgroup: { } above } only])
                {
                    middle.Add(Head(only.Number, above + TextOf(only)) with { Rows = 2 });
                }
                else if (run[0].Subgroup is { } subgroup)
                {
                    middle.Add(Head(run[0].Number, subgroup) with { Columns = run.Count });
                    last.AddRange(run.Select(column => Head(column.Number, TextOf(column))));
                }
                else
                {
                    Single(run[0], group, middle, last);
                }
            }
        }

        return [groups, middle, last];
    }

    private static void Single(FormColumn column, List<FormColumn> group, List<SheetCell> middle, List<SheetCell> last)
    {
        if (IsPart(column))
        {
            last.Add(Head(column.Number, TextOf(column)));
            return;
        }

        var parts = group.SkipWhile(other => other.Number <= column.Number).TakeWhile(IsPart).Count();
        if (parts == 0)
        {
            middle.Add(Head(column.Number, TextOf(column)) with { Rows = 2 });
            return;
        }

        middle.Add(new SheetCell(column.Number, CellStyle.HeadOpenBelow) { Text = TextOf(column), Columns = 1 + parts });
        last.Add(new SheetCell(column.Number, CellStyle.HeadOpenAbove));
    }

    private static string TextOf(FormColumn column) => $"{column.Name}\n（{column.Unit}）";

    private static bool IsPart(FormColumn column) => column.Subgroup is null && column.Name.StartsWith(Part, StringComparison.Ordinal);

    private static SheetCell Head(int column, string text) => new(column, CellStyle.Head) { Text = text };

    private static List<List<FormColumn>> Runs(IEnumerable<FormColumn> columns, Func<FormColumn, string> key)
    {
        List<List<FormColumn>> runs = [];
        foreach (var column in columns)
        {
            if (runs.LastOrDefault() is { } run && key(run[0]) == key(column))
            {
                run.Add(column);
            }
            else
            {
                runs.Add([column]);
            }
        }

        return runs;
    }
}
