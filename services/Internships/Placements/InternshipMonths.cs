using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Placements;

/// <summary>A month of an internship, or what an end before its time leaves of one.</summary>
/// <param name="Number">1 for the first month.</param>
/// <param name="Month">The calendar month it belongs to: the one in which the full month ends, or would have ended.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="IsFull">Whether it was not cut off.</param>
internal sealed record InternshipMonth(int Number, YearMonth Month, DateOnly From, DateOnly To, bool IsFull)
{
    public int Days => To.DayNumber - From.DayNumber + 1;
}

/// <summary>
/// The months for which attendance and allowance are reported: those of <see cref="SubsidyMonths"/>, and the days left over at the end as a
/// cut-off month. No two of one internship belong to the same calendar month.
/// </summary>
internal static class InternshipMonths
{
    public static IReadOnlyList<InternshipMonth> Of(DateOnly startsOn, DateOnly lastDay) =>
    [
        .. SubsidyMonths.Of(startsOn, lastDay.AddMonths(2))
            .TakeWhile(month => month.From <= lastDay)
            .Select(month => new InternshipMonth(
                month.Number, month.Month, month.From, month.To <= lastDay ? month.To : lastDay, month.To <= lastDay)),
    ];

    /// <exception cref="RuleViolation">The internship has no month that belongs to this one.</exception>
    public static InternshipMonth Require(DateOnly startsOn, DateOnly lastDay, YearMonth month) =>
        Of(startsOn, lastDay).FirstOrDefault(m => m.Month == month)
        ?? throw new RuleViolation("placement.month_unknown", $"该见习没有归属 {month} 的见习月（见习月归属其截止日所在月份）。");
}
