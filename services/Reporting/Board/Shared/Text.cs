using System.Globalization;
using Microsoft.AspNetCore.Components;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Reporting.Board.Shared;

/// <summary>How figures, dates and names are written on pages.</summary>
public static class Text
{
    /// <summary>A dash for what there is no figure of.</summary>
    public const string None = "—";

    private static readonly Dictionary<string, string> RoleNames = new(StringComparer.Ordinal)
    {
        [Roles.Clerk] = "经办",
        [Roles.Reviewer] = "复核",
        [Roles.Approver] = "审批",
        [Roles.Payer] = "拨付",
        [Roles.Education] = "教育部门",
        [Roles.ProvincialCommittee] = "团省委",
        [Roles.CollegeCommittee] = "高校团委",
        [Roles.Bureau] = "统计局",
        [Roles.Auditor] = "审计",
        [Roles.Ops] = "运维",
    };

    /// <summary>A figure with thousands separated and at most two decimals.</summary>
    public static string Number(decimal? value) => value?.ToString("#,##0.##", CultureInfo.InvariantCulture) ?? None;

    /// <summary>The same for a narrow cell: a line may end after a separator.</summary>
    public static MarkupString Breakable(decimal? value) => new(Number(value).Replace(",", ",<wbr>", StringComparison.Ordinal));

    /// <summary>A change, with its sign.</summary>
    public static string Change(decimal? value) => value?.ToString("+#,##0.##;−#,##0.##;0", CultureInfo.InvariantCulture) ?? None;

    /// <summary>A share of 1 in per cent.</summary>
    public static string Percent(decimal? share) => share?.ToString("0.0%", CultureInfo.InvariantCulture) ?? None;

    /// <summary>A figure of a target: a share in per cent, another figure as it is.</summary>
    public static string Measure(decimal? value, bool isShare) => isShare ? Percent(value) : Number(value);

    /// <summary>A date as the documents write it.</summary>
    public static string Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? None;

    /// <summary>A date for an input; null for none.</summary>
    public static string? Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An instant by the clock in China.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.ToOffset(ChinaDate.StartOf(DateOnly.MinValue.AddDays(1)).Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A month as officials write it.</summary>
    public static string Month(YearMonth month) => string.Create(CultureInfo.InvariantCulture, $"{month.Year}年{month.Month}月");

    /// <summary>A whole number without separators, for attributes.</summary>
    public static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Chinese name of a role.</summary>
    public static string Role(string role) => RoleNames.GetValueOrDefault(role, role);
}
