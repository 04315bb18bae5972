using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Exports;

/// <summary>What is printed below a form: when it is due, what its figures cover, which columns are closed or entered.</summary>
internal static class FormRemarks
{
    private const int ShortestMonth = 28;

    public static string Of(FormDefinition form)
    {
        string[] remarks = [Due(form), .. Spans(form), .. Closed(form), .. Entered(form)];
        return "说明：" + string.Concat(remarks.Select((remark, index) => $"{index + 1}.{remark}。"));
    }

    /// <summary>What the notes on figures say; null when there are none.</summary>
    public static string? Of(IEnumerable<PrintedCell> cells)
    {
        var notes = cells.Where(cell => cell.Note is not null).Select(cell => $"第{cell.Column.Number}栏{cell.Note}").ToList();
        return notes.Count == 0 ? null : $"备注：{string.Join("；", notes)}。";
    }

    public static string Chinese(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";

    public static string Chinese(YearMonth month) => $"{month.Year}年{month.Month}月";

    private static string Due(FormDefinition form)
    {
        var months = form.ReportedMonths.Count == 0 ? "每月" : $"每年{string.Join("、", form.ReportedMonths)}月";
        return $"{months}{form.DueDay}日前报送{(form.DueDay > ShortestMonth ? "（没有该日的月份为月末）" : string.Empty)}";
    }

    private static IEnumerable<string> Spans(FormDefinition form)
    {
        var spans = form.Columns.GroupBy(column => column.Span).ToList();
        return spans.Select(span =>
            $"{(spans.Count == 1 ? "数据" : $"第{Numbers(span)}栏")}为{span.Key switch
            {
                FormSpan.Year => "本年累计数",
                FormSpan.Month => "上月报送截止以后的新增数",
                _ => $"{Chinese(form.CountsFrom)}以来的累计数",
            }}");
    }

    private static IEnumerable<string> Closed(FormDefinition form) => form.Columns
        .Where(column => column.ClosesOn is not null)
        .GroupBy(column => column.ClosesOn!.Value)
        .Select(closed => $"第{Numbers(closed)}栏报送至{Chinese(closed.Key)}，此后不填");

    private static IEnumerable<string> Entered(FormDefinition form)
    {
        var entered = form.Columns.Where(column => column.Entered).ToList();
        return entered.Count == 0 ? [] : [$"第{Numbers(entered)}栏由填报单位填写"];
    }

    /// <summary>Numbers in order, three and more neighbours as "18至22".</summary>
    private static string Numbers(IEnumerable<FormColumn> columns)
    {
        var runs = columns.Select(column => column.Number).Order().Index().GroupBy(number => number.Item - number.Index, number => number.Item);
        return string.Join("、", runs.Select(run => run.Count() > 2 ? $"{run.First()}至{run.Last()}" : string.Join("、", run)));
    }
}
