using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Loans;

/// <summary>How days are counted.</summary>
internal enum DayCount
{
    /// <summary>Days as they are, a year of 360: the banks' way of counting by balance and day.</summary>
    Actual360,

    /// <summary>A month is a twelfth of a year.</summary>
    Monthly,
}

/// <summary>A period of a loan.</summary>
/// <param name="Number">Number, from 1.</param>
/// <param name="From">First day on which the balance is owed.</param>
/// <param name="To">Day of payment.</param>
/// <param name="Balance">What is owed during it.</param>
/// <param name="Principal">What is paid back at its end.</param>
/// <param name="Interest">Interest of it, to the fen.</param>
internal sealed record LoanPeriod(int Number, DateOnly From, DateOnly To, Money Balance, Money Principal, Money Interest);

/// <summary>
/// The schedule of a loan with equal principal: interest on the declining balance, each period's rounded to the fen once, half away from
/// zero; the last period pays what is left.
/// </summary>
internal static class InterestSchedule
{
    private const int DaysOfAYear = 360;
    private const int MonthsOfAYear = 12;

    public static IReadOnlyList<LoanPeriod> Of(Money amount, decimal yearlyRate, DateOnly drawnOn, int months, DayCount count)
    {
        List<LoanPeriod> periods = [];
        var balance = amount;
        var part = Money.Round(amount.Amount / months, MoneyRounding.DownToFen);
        for (var number = 1; number <= months; number++)
        {
            var (from, to) = (drawnOn.AddMonths(number - 1), drawnOn.AddMonths(number));
            var principal = number == months ? balance : part;
            periods.Add(new(number, from, to, balance, principal, Interest(balance, yearlyRate, from, to, count)));
            balance -= principal;
        }

        return periods;
    }

    /// <summary>Interest on a balance for one period.</summary>
    public static Money Interest(Money balance, decimal yearlyRate, DateOnly from, DateOnly to, DayCount count) => Money.Round(
        count == DayCount.Monthly
            ? balance.Amount * yearlyRate / MonthsOfAYear
            : balance.Amount * yearlyRate * (to.DayNumber - from.DayNumber) / DaysOfAYear,
        MoneyRounding.HalfUpToFen);

    /// <summary>
    /// What of the interest of the periods that end within a quarter is subsidised: on what is owed by the schedule or in truth, whichever is
    /// less, and for no period that ends after the loan was repaid or had defaulted.
    /// </summary>
    public static Money Subsidy(LoanTerms terms, IEnumerable<LoanPeriod> periods, IReadOnlyList<Repayment> repayments, DateOnly from, DateOnly to, DateOnly? overSince) => periods
        .Where(period => from <= period.To && period.To <= to && (overSince is null || period.To <= overSince))
        .Select(period =>
        {
            var repaid = repayments.Where(repayment => repayment.On <= period.From).Select(repayment => repayment.Principal).Sum();
            var owed = Money.Max(Money.Zero, Money.Min(period.Balance, terms.Amount - repaid));
            return Interest(owed, terms.Rate, period.From, period.To, terms.DayCount).Multiply(terms.SubsidisedShare, MoneyRounding.HalfUpToFen);
        })
        .Sum();
}

/// <summary>A repayment that the bank reported.</summary>
internal sealed record Repayment(Money Principal, DateOnly On, string Reference);

/// <summary>What a drawn loan is subject to.</summary>
/// <param name="Amount">What was drawn.</param>
/// <param name="Rate">Yearly rate, such as 0.0365.</param>
/// <param name="Months">Months to repay in.</param>
/// <param name="DayCount">How days are counted.</param>
/// <param name="SubsidisedShare">Share of the interest that is subsidised.</param>
/// <param name="DrawnOn">China date.</param>
internal sealed record LoanTerms(Money Amount, decimal Rate, int Months, DayCount DayCount, decimal SubsidisedShare, DateOnly DrawnOn);
