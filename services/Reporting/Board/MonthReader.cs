using System.Globalization;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Board.Pages;
using YouthPlatform.Reporting.Board.Shared;
using YouthPlatform.Reporting.Forms;

namespace YouthPlatform.Reporting.Board;

/// <summary>Reads where forms of a month stand, of the units that the viewer answers for.</summary>
internal sealed class MonthReader(FormReader forms)
{
    /// <summary>The month of a form.</summary>
    public async Task<MonthView> ReadAsync(FormChoice choice, BoardRequest request)
    {
        var due = choice.Form.DueOn(choice.Month);
        if (choice.SeesAll)
        {
            var province = await forms.ReadProvinceAsync(choice.Form, choice.Month, request.Aborted);
            var lines = choice.Units.Zip(province.Units, (unit, row) => LineOf(unit, row.State, row.Submission, due, request.Today));
            return new MonthView([.. lines], province);
        }

        var own = new List<StatusLine>();
        foreach (var unit in choice.Units)
        {
            var form = await forms.ReadAsync(choice.Form, unit, choice.Month, request.Aborted);
            own.Add(LineOf(unit, form.State, form.Submission, due, request.Today));
        }

        return new MonthView(own, null);
    }

    /// <summary>The month in figures: due day and how many forms are in each state.</summary>
    public static IReadOnlyList<(string Name, string Value)> FactsOf(FormChoice choice, IReadOnlyList<StatusLine> lines) =>
    [
        ("应报日期", Text.Date(choice.Form.DueOn(choice.Month))),
        ("填报单位", Count(lines.Count)),
        .. lines.GroupBy(line => line.State).OrderBy(group => group.Key.Kind, StringComparer.Ordinal).Select(group => (group.Key.Name, Count(group.Count()))),
        ("逾期", Count(lines.Count(line => line.IsLate))),
    ];

    private static StatusLine LineOf(Region unit, FormProgress state, SubmissionView? submission, DateOnly due, DateOnly today)
    {
        var days = today.DayNumber - due.DayNumber;
        var timeliness = submission switch
        {
            { IsLate: true } => "逾期报送",
            { IsLate: false } => "按时报送",
            null when days > 0 => string.Create(CultureInfo.InvariantCulture, $"已逾期 {days} 天"),
            null => string.Create(CultureInfo.InvariantCulture, $"距截止 {-days} 天"),
        };
        return new StatusLine(unit, StateLabel.Of(state), submission?.SubmittedOn, timeliness, submission is null && days > 0);
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The forms of a month.</summary>
/// <param name="Lines">Where they stand.</param>
/// <param name="Province">All figures; null for who does not see all units.</param>
internal sealed record MonthView(IReadOnlyList<StatusLine> Lines, ProvinceView? Province);
