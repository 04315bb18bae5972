namespace YouthPlatform.Policy;

/// <summary>A subsidised month of an internship.</summary>
/// <param name="Number">1 for the first month of the internship.</param>
/// <param name="Month">The calendar month that it belongs to: the one in which it ends.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record SubsidyMonth(int Number, YearMonth Month, DateOnly From, DateOnly To);

/// <summary>The days left over after the last full month.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Days">Number of days.</param>
/// <param name="FullMonthDays">Days that the month would have had.</param>
public sealed record PartMonth(DateOnly From, DateOnly To, int Days, int FullMonthDays);

/// <summary>
/// Full months of an internship: from the start to the day before the same day of the next month, or to that month's last day where it
/// has no such day; the next one follows without a gap.
/// </summary>
public static class SubsidyMonths
{
    /// <summary>The full months from a first to a last day, in order; none for less than a month.</summary>
    public static IReadOnlyList<SubsidyMonth> Of(DateOnly start, DateOnly end)
    {
        var months = new List<SubsidyMonth>();
        var from = start;
        for (var to = EndOf(start, 1); to <= end; to = EndOf(start, months.Count + 1))
        {
            months.Add(new SubsidyMonth(months.Count + 1, YearMonth.Of(to), from, to));
            from = to.AddDays(1);
        }

        return months;
    }

    /// <summary>The days after the last full month; null when there are none.</summary>
    public static PartMonth? Remainder(DateOnly start, DateOnly end)
    {
        var full = Of(start, end);
        var from = full.Count == 0 ? start : full[^1].To.AddDays(1);
        var monthEnd = EndOf(start, full.Count + 1);
        return from > end ? null : new PartMonth(from, end, DaysFrom(from, end), DaysFrom(from, monthEnd));
    }

    private static int DaysFrom(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber + 1;

    private static DateOnly EndOf(DateOnly start, int number)
    {
        var month = YearMonth.Of(start).AddMonths(number);
        return start.Day <= month.LastDay.Day ? month.DayOrLast(start.Day).AddDays(-1) : month.LastDay;
    }
}
