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
/// <param name="Attendance">Attendance, once it was reported.</param>
/// <param name="Payments">Payments of the allowance, those that came back among them.</param>
/// <param name="Returned">References of payments that the bank returned.</param>
internal sealed record MonthRecord(Attendance? Attendance, ImmutableList<AllowancePayment> Payments, ImmutableSortedSet<string> Returned)
{
    public static MonthRecord Empty { get; } = new(null, [], ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    /// <summary>What the intern has received and kept.</summary>
    public Money AllowancePaid => Payments.Where(payment => !Returned.Contains(payment.Reference)).Select(payment => payment.Amount).Sum();
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

    public MonthRecords Without(YearMonth month, AllowancePayment payment) =>
        new(ByMonth.SetItem(month, Of(month) with { Returned = Of(month).Returned.Add(payment.Reference) }));

    /// <summary>A payment by its bank reference, and the month that it was for.</summary>
    public (YearMonth Month, AllowancePayment Payment)? Find(string reference) =>
        ByMonth.SelectMany(record => record.Value.Payments.Select(payment => (record.Key, Payment: payment)))
            .Where(paid => paid.Payment.Reference == reference)
            .Select(paid => ((YearMonth, AllowancePayment)?)paid)
            .FirstOrDefault();
}
