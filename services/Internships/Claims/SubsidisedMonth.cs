using YouthPlatform.Internships.Placements;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Claims;

/// <summary>A month that a placement is subsidised for.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Days">Days that are paid.</param>
/// <param name="FullDays">Days of the full month.</param>
/// <param name="FollowsHire">Whether it lies after an early hire, as if the internship ran on (H9 §三(一)).</param>
internal sealed record SubsidisedMonth(DateOnly From, DateOnly To, int Days, int FullDays, bool FollowsHire)
{
    /// <summary>The part of the rate that is paid, rounded to fen.</summary>
    public Money Of(Money rate) => Days == FullDays ? rate : rate.Multiply((decimal)Days / FullDays, MoneyRounding.HalfUpToFen);

    /// <summary>The month of a placement that belongs to a calendar month, if it has one.</summary>
    /// <param name="placement">The placement.</param>
    /// <param name="month">The calendar month.</param>
    /// <param name="partMonth">Whether part months are paid: <c>none</c> or <c>prorata</c>.</param>
    public static SubsidisedMonth? Find(PlacementState placement, YearMonth month, string partMonth)
    {
        var agreement = PlacementView.ArrangementOf(placement).Agreement;
        var lastDay = placement is PlacementState.Begun begun ? begun.LastDay : agreement.EndsOn;
        if (Full(agreement.StartsOn, lastDay, month) is { } full)
        {
            return full;
        }

        return placement is PlacementState.HiredEarly
            ? Full(agreement.StartsOn, agreement.EndsOn, month) is { } later ? later with { FollowsHire = true } : null
            : partMonth == "prorata" ? Part(agreement.StartsOn, lastDay, month) : null;
    }

    private static SubsidisedMonth? Full(DateOnly start, DateOnly end, YearMonth month) =>
        SubsidyMonths.Of(start, end).FirstOrDefault(m => m.Month == month) is { } full ? Over(full.From, full.To, full.To) : null;

    private static SubsidisedMonth? Part(DateOnly start, DateOnly end, YearMonth month)
    {
        if (SubsidyMonths.Remainder(start, end) is not { } part)
        {
            return null;
        }

        var fullEnd = part.From.AddDays(part.FullMonthDays - 1);
        return YearMonth.Of(fullEnd) == month ? Over(part.From, part.To, fullEnd) : null;
    }

    private static SubsidisedMonth Over(DateOnly from, DateOnly to, DateOnly fullEnd) =>
        new(from, to, DaysOf(from, to), DaysOf(from, fullEnd), FollowsHire: false);

    private static int DaysOf(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber + 1;
}
