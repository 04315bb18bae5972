using System.Collections.Immutable;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Placements;

/// <summary>Days present, beside the days that the calendar of working days has in that month of the internship.</summary>
internal sealed record Attendance(int DaysPresent, int WorkingDays);

/// <summary>A payment of the living allowance to the intern (H9 §三(一)).</summary>
/// <param name="Reference">The unit's bank reference, once in a placement.</param>
/// <param name="Amount">Yuan.</param>
/// <param name="Channel">Code of the channel: bank card or social-security card.</param>
/// <param name="PaidOn">China date of the payment.</param>
internal sealed record AllowancePayment(string Reference, Money Amount, string Channel, DateOnly PaidOn);

/// <summary>What was reported for a month of an internship.</summary>
internal sealed record MonthRecord(Attendance? Attendance, ImmutableList<AllowancePayment> Payments)
{
    public static MonthRecord Empty { get; } = new(null, []);

    public Money AllowancePaid => Payments.Aggregate(Money.Zero, (sum, payment) => sum + payment.Amount);
}

/// <summary>The records of an internship by month; months of which nothing was reported are not in it.</summary>
internal sealed record MonthRecords(ImmutableSortedDictionary<YearMonth, MonthRecord> ByMonth)
{
    public static MonthRecords None { get; } = new(ImmutableSortedDictionary<YearMonth, MonthRecord>.Empty);

    public MonthRecord Of(YearMonth month) => ByMonth.GetValueOrDefault(month, MonthRecord.Empty);

    public MonthRecords With(YearMonth month, Attendance attendance) =>
        new(ByMonth.SetItem(month, Of(month) with { Attendance = attendance }));

    public MonthRecords With(YearMonth month, AllowancePayment payment) =>
        new(ByMonth.SetItem(month, Of(month) with { Payments = Of(month).Payments.Add(payment) }));
}
