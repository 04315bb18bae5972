using System.Globalization;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Imports.Files;

/// <summary>
/// Typed fields of a row. What cannot be read is a <see cref="RuleViolation"/> that names the column and never repeats the field.
/// </summary>
public static class RowFields
{
    private static readonly string[] Dates = ["yyyy-MM-dd", "yyyyMMdd", "yyyy/M/d", "yyyy年M月d日"];
    private static readonly string[] Months = ["yyyy-MM", "yyyyMM", "yyyy/M", "yyyy年M月"];

    /// <summary>The text of a column that a row may not leave empty.</summary>
    /// <exception cref="RuleViolation">It is empty.</exception>
    public static string Text(this ImportRow row, ImportColumn column)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(column);
        return row[column.Name] is { Length: > 0 } text ? text : throw new RuleViolation("import.field_missing", $"缺少“{column.Headers[0]}”。");
    }

    /// <summary>Whether the row has something in a column.</summary>
    public static bool Has(this ImportRow row, ImportColumn column)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(column);
        return row[column.Name].Length > 0;
    }

    /// <summary>An id.</summary>
    /// <exception cref="RuleViolation">It is empty or no id.</exception>
    public static Guid Id(this ImportRow row, ImportColumn column) =>
        Guid.TryParse(row.Text(column), out var id) ? id : throw Invalid(column, "平台编号");

    /// <summary>The ids that rows have in a column, each once; what is no id is left out.</summary>
    public static IReadOnlyList<Guid> Ids(this IEnumerable<ImportRow> rows, ImportColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return [.. rows.Select(row => Guid.TryParse(row[column.Name], out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()];
    }

    /// <summary>A date: <c>2023-06-30</c>, <c>20230630</c>, <c>2023/6/30</c> or <c>2023年6月30日</c>.</summary>
    /// <exception cref="RuleViolation">It is empty or no date.</exception>
    public static DateOnly Date(this ImportRow row, ImportColumn column) =>
        DateOnly.TryParseExact(row.Text(column), Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Invalid(column, "2023-06-30 这样的日期");

    /// <summary>A month: <c>2023-06</c>, <c>202306</c>, <c>2023/6</c> or <c>2023年6月</c>.</summary>
    /// <exception cref="RuleViolation">It is empty or no month.</exception>
    public static YearMonth Month(this ImportRow row, ImportColumn column) =>
        DateOnly.TryParseExact(row.Text(column), Months, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? YearMonth.Of(first)
            : throw Invalid(column, "2023-06 这样的月份");

    /// <summary>A whole number, not negative.</summary>
    /// <exception cref="RuleViolation">It is empty or no such number.</exception>
    public static int Number(this ImportRow row, ImportColumn column) =>
        int.TryParse(row.Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Invalid(column, "整数");

    /// <summary>An amount of yuan with at most two decimals, such as <c>1800</c> or <c>1,800.00</c>.</summary>
    /// <exception cref="RuleViolation">It is empty or no such amount.</exception>
    public static Money Amount(this ImportRow row, ImportColumn column) =>
        decimal.TryParse(
            row.Text(column), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount)
        && decimal.Round(amount, 2) == amount
            ? Money.Of(amount)
            : throw Invalid(column, "金额（元，最多两位小数）");

    /// <summary>The code of a category of a list, from the code or its Chinese name.</summary>
    /// <exception cref="RuleViolation">It is empty or not on the list.</exception>
    public static string CodeIn(this ImportRow row, ImportColumn column, CategoryList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var text = row.Text(column);
        return list.Items.FirstOrDefault(item => item.Name == text || item.Code.Equals(text, StringComparison.OrdinalIgnoreCase))?.Code
            ?? throw Invalid(column, string.Join('、', list.Items.Select(item => item.Name)));
    }

    private static RuleViolation Invalid(ImportColumn column, string expected) =>
        new("import.field_invalid", $"“{column.Headers[0]}”应为{expected}。");
}
