using System.Globalization;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Board.Pages;
using YouthPlatform.Reporting.Board.Shared;
using YouthPlatform.Reporting.Forms;

namespace YouthPlatform.Reporting.Board;

/// <summary>Reads where forms of a month stand, of the units that the viewer answers for.</summary>
internal sealed class MonthReader(FormReader forms, DeadlineReader deadlines)
{
    /// <summary>The month of a form.</summary>
    public async Task<MonthView> ReadAsync(FormChoice choice, BoardRequest request)
    {
        var completeness = await deadlines.CompletenessAsync(choice.Form, choice.Month, request.Aborted);
        var byUnit = completeness.Units.ToDictionary(unit => unit.Unit.Region);
        return new MonthView(
            [.. choice.Units.Select(unit => LineOf(unit, byUnit[unit.Code.Value], request.Today))],
            choice.SeesAll ? await forms.ReadProvinceAsync(choice.Form, choice.Month, request.Aborted) : null,
            choice.SeesAll ? completeness.Rates : null);
    }

    /// <summary>The month in figures: due day and how many forms are in each state.</summary>
    public static IReadOnlyList<(string Name, string Value)> FactsOf(FormChoice choice, IReadOnlyList<StatusLine> lines) =>
    [
        ("应报日期", Text.Date(choice.Form.DueOn(choice.Month))),
        ("填报单位", Count(lines.Count)),
        .. lines.GroupBy(line => line.State).OrderBy(group => group.Key.Kind, StringComparer.Ordinal).Select(group => (group.Key.Name, Count(group.Count()))),
        ("逾期", Count(lines.Count(line => line.IsLate))),
    ];

    /// <summary>Shares of the units that submitted, in time, completely.</summary>
    public static IReadOnlyList<(string Name, string Value)> RatesOf(MonthView view) => view.Rates is { } rates
        ? [("报送率", Text.Percent(rates.SubmittedRate)), ("按时率", Text.Percent(rates.OnTimeRate)), ("完整率", Text.Percent(rates.CompleteRate))]
        : [];

    private static StatusLine LineOf(ReportingUnit unit, TimelinessView form, DateOnly today)
    {
        var left = form.DueOn.DayNumber - today.DayNumber;
        var timeliness = (form.SubmittedOn, form.DaysLate) switch
        {
            (null, > 0) => $"已逾期 {Text.Plain(form.DaysLate)} 天",
            (null, _) => $"距截止 {Text.Plain(left)} 天",
            (_, > 0) => $"逾期 {Text.Plain(form.DaysLate)} 天报送",
            _ => "按时报送",
        };
        var completeness = form.IsComplete ? "完整" : $"缺第 {string.Join('、', form.MissingColumns)} 栏";
        return new StatusLine(
            unit, StateLabel.Of(form.State), form.SubmittedOn, timeliness, completeness, form.SubmittedOn is null && form.DaysLate > 0);
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The forms of a month.</summary>
/// <param name="Lines">Where they stand.</param>
/// <param name="Province">All figures; null for who does not see all units.</param>
/// <param name="Rates">Shares of the units; null likewise.</param>
internal sealed record MonthView(IReadOnlyList<StatusLine> Lines, ProvinceView? Province, TimelinessRates? Rates);
