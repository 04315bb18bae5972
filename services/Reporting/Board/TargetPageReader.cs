using System.Globalization;
using YouthPlatform.Reporting.Board.Pages;
using YouthPlatform.Reporting.Board.Shared;
using YouthPlatform.Reporting.Targets;

namespace YouthPlatform.Reporting.Board;

/// <summary>Puts targets into words.</summary>
internal sealed class TargetPageReader(TargetBook book, TargetReader reader)
{
    /// <summary>Years that have targets which concern the caller.</summary>
    public IReadOnlyList<int> YearsOf(BoardRequest request) =>
        [.. book.Targets.Select(target => target.Year).Distinct().Where(year => book.ConcerningOf(request.Caller, year).Count > 0).OrderDescending()];

    /// <summary>The targets of a year that concern the caller.</summary>
    public async Task<IReadOnlyList<TargetLine>> ListAsync(int year, BoardRequest request) =>
        [.. (await reader.ReadAsync(book.ConcerningOf(request.Caller, year), request.Today, request.Aborted)).Select(LineOf)];

    /// <summary>A target by month and region.</summary>
    public async Task<TargetModel> ReadAsync(MeasuredTarget target, BoardRequest request)
    {
        var detail = await reader.ReadDetailAsync(target, request.Today, part => request.Caller.Covers(part.Code), request.Aborted);
        var league = await reader.ReadLeagueAsync(target, request.Today, request.Aborted);
        var note = string.Create(
            CultureInfo.InvariantCulture,
            $"比例按威尔逊区间（{league.Basis.StandardDeviations} 倍标准差）给出可能位次；分母不足 {league.Basis.MinimumWhole} 的不排名。");
        return new TargetModel(
            request.Viewer,
            LineOf(detail.Target),
            [.. detail.ByMonth.Select(month => MonthOf(target, month))],
            league.Rows.Count > 1 ? [.. league.Rows.Select(RowOf)] : [],
            target.Whole is null ? null : note);
    }

    /// <summary>The regions of the first count that the jurisdiction of a form owes, for the overview.</summary>
    public async Task<(TargetLine Target, IReadOnlyList<LeagueLine> League)?> FirstLeagueAsync(FormChoice choice, BoardRequest request)
    {
        var target = book.ConcerningOf(request.Caller, choice.Month.Year)
            .FirstOrDefault(target => target.Region.Code == choice.Form.Jurisdiction && target.Whole is null);
        if (target is null)
        {
            return null;
        }

        var league = await reader.ReadLeagueAsync(target, request.Today, request.Aborted);
        return (LineOf(league.Target), [.. league.Rows.Select(RowOf)]);
    }

    private static TargetLine LineOf(TargetView view)
    {
        var isShare = view.Whole is not null;
        var goal = $"{Sign(view.Goal)}{Text.Measure(view.Target, isShare)}{(isShare ? null : Unit(view.Unit))}";
        return new TargetLine(
            view.Id,
            view.Year,
            view.Region,
            view.RegionName,
            view.Name,
            view.Definition,
            view.Clause,
            isShare,
            goal,
            view.Target,
            view.Actual,
            isShare && view.Target > 0 ? view.Share / view.Target : view.Share,
            isShare ? string.Empty : Unit(view.Unit),
            VerdictOf(view.Pace.Verdict),
            PaceOf(view.Pace, isShare),
            view.AsOf);
    }

    private static List<(string, string)> PaceOf(TargetPace pace, bool isShare) =>
    [
        ("全年已过", Text.Percent(pace.CalendarShare)),
        .. Facts(("时间进度应达", pace.ExpectedByNow), ("上月新增", pace.LastMonth), ("按上月速度年底可达", pace.ProjectedAtEnd), ("此后每月需", pace.NeededPerMonth))
            .Select(fact => (fact.Name, Text.Measure(isShare ? fact.Value : decimal.Round(fact.Value!.Value), isShare))),
    ];

    private static IEnumerable<(string Name, decimal? Value)> Facts(params (string Name, decimal? Value)[] facts) =>
        facts.Where(fact => fact.Value is not null);

    private static MonthLine MonthOf(MeasuredTarget target, MonthActual month)
    {
        decimal? reached = month.Whole switch
        {
            null => month.Count,
            0 => null,
            _ => month.Count / month.Whole,
        };
        decimal? expected = target.Whole is null
            ? decimal.Round(target.Goal.Value * (month.Month.LastDay.DayNumber - target.StartsOn.DayNumber + 1) / target.Days)
            : null;
        return new MonthLine(month.Month, month.Added, reached, expected);
    }

    private static LeagueLine RowOf(LeagueRow row) => new(
        row.Rank is { } rank ? string.Create(CultureInfo.InvariantCulture, $"{rank}{(row.IsTied ? "（并列）" : null)}") : Text.None,
        row.Name,
        row.Value,
        row.Whole is { } whole ? $"{Text.Number(row.Count)}/{Text.Number(whole)}" : Text.Percent(row.Contribution),
        row.Reason ?? (row.RankFrom is { } from && row.RankTo is { } to && from != to
            ? string.Create(CultureInfo.InvariantCulture, $"位次可能在第 {from} 至 {to}")
            : null));

    private static StateLabel VerdictOf(PaceVerdict verdict) => verdict switch
    {
        PaceVerdict.Met => new("已完成", "good"),
        PaceVerdict.OnTrack => new("正常", "good"),
        PaceVerdict.AtRisk => new("有风险", "warn"),
        PaceVerdict.Behind => new("滞后", "bad"),
        PaceVerdict.Missed => new("未完成", "bad"),
        PaceVerdict.NothingToMeasure => new("暂无数据", "open"),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
    };

    private static string Sign(string goal) => goal.Split(' ')[0] switch
    {
        ">=" => "≥ ",
        ">" => "＞ ",
        "<=" => "≤ ",
        "<" => "＜ ",
        _ => string.Empty,
    };

    private static string Unit(string unit) => unit switch
    {
        "persons" or "students" => " 人",
        "posts" or "projects" or "bases" or "jobs" => " 个",
        "fairs" or "events" => " 场",
        "loans" => " 笔",
        _ => string.Empty,
    };
}
