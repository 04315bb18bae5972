using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Targets;

/// <summary>Whether a target will be reached: measured by the share of the year that has passed, and by the rate of the last whole month.</summary>
/// <param name="Verdict">What both say together.</param>
/// <param name="CalendarShare">Share of the year's days that have passed, four decimals.</param>
/// <param name="ExpectedByNow">Figure that the same share of the target would be; null for a share, which is not reached day by day.</param>
/// <param name="LastMonth">What the last whole month added to the figure, or to the share; null where there is no such month.</param>
/// <param name="ProjectedAtEnd">Where the figure, or the share, ends if every further day adds what a day of that month did; null without such a month.</param>
/// <param name="NeededPerMonth">What each further month must add to reach the target; null when it is reached or the year is over.</param>
internal sealed record TargetPace(
    PaceVerdict Verdict,
    decimal CalendarShare,
    decimal? ExpectedByNow,
    decimal? LastMonth,
    decimal? ProjectedAtEnd,
    decimal? NeededPerMonth)
{
    private const int Digits = 4;

    /// <summary>The pace of a target on a day.</summary>
    /// <param name="target">The target.</param>
    /// <param name="asOf">The day, within the target's year.</param>
    /// <param name="figures">Its region's figures up to that day.</param>
    public static TargetPace Of(MeasuredTarget target, DateOnly asOf, MonthlyFigures figures)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(figures);
        var now = Standing.Of(target, target.Region.Code, figures);
        var calendarShare = (decimal)(asOf.DayNumber - target.StartsOn.DayNumber + 1) / target.Days;
        var left = target.EndsOn.DayNumber - asOf.DayNumber;
        var month = LastWholeMonth(target, asOf);
        decimal? added = month is { } whole ? AddedIn(target, whole, figures) : null;
        var projected = Projected(target, now, added, month, left);
        decimal? expected = target.Whole is null ? Round(target.Goal.Value * calendarShare) : null;
        var missing = target.Goal.Value - (now.Value ?? 0);
        return new TargetPace(
            VerdictOf(target, now, left, expected, projected),
            Round(calendarShare),
            expected,
            added is { } a ? Round(a) : null,
            projected is { } p ? Round(p) : null,
            now.Meets(target) || left == 0 ? null : Round(missing / left * target.Days / 12));
    }

    private static YearMonth? LastWholeMonth(MeasuredTarget target, DateOnly asOf)
    {
        var month = YearMonth.Of(asOf.AddDays(1)).AddMonths(-1);
        return month.FirstDay >= target.StartsOn ? month : null;
    }

    private static decimal? AddedIn(MeasuredTarget target, YearMonth month, MonthlyFigures figures)
    {
        if (target.Whole is null)
        {
            return figures.Added(target.Count, target.Region.Code, month);
        }

        var end = Standing.Of(target, target.Region.Code, figures, month).Value;
        return end - (Standing.Of(target, target.Region.Code, figures, month.AddMonths(-1)).Value ?? 0);
    }

    private static decimal? Projected(MeasuredTarget target, Standing now, decimal? added, YearMonth? month, int left)
    {
        if (added is null || now.Value is null || month is not { } last)
        {
            return null;
        }

        var end = now.Value.Value + (added.Value / last.LastDay.Day * left);
        return target.Whole is null ? end : Math.Clamp(end, 0, 1);
    }

    private static PaceVerdict VerdictOf(MeasuredTarget target, Standing now, int left, decimal? expected, decimal? projected)
    {
        if (now.Value is null)
        {
            return PaceVerdict.NothingToMeasure;
        }

        if (now.Meets(target))
        {
            return PaceVerdict.Met;
        }

        if (left == 0)
        {
            return PaceVerdict.Missed;
        }

        var byCalendar = expected is not null && now.Value >= expected;
        var byRate = projected is { } end && target.Goal.IsMet(end);
        return byRate && (byCalendar || expected is null) ? PaceVerdict.OnTrack
            : byCalendar || byRate ? PaceVerdict.AtRisk
            : PaceVerdict.Behind;
    }

    private static decimal Round(decimal value) => decimal.Round(value, Digits, MidpointRounding.ToZero);
}

/// <summary>Where a target stands.</summary>
internal enum PaceVerdict
{
    /// <summary>Reached.</summary>
    Met,

    /// <summary>Ahead of the calendar, and the last month's rate suffices.</summary>
    OnTrack,

    /// <summary>One of the two says that it is not reached.</summary>
    AtRisk,

    /// <summary>Both say that it is not reached.</summary>
    Behind,

    /// <summary>The year is over and it was not reached.</summary>
    Missed,

    /// <summary>A share of nothing.</summary>
    NothingToMeasure,
}
