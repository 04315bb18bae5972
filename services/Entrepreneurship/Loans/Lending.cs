using System.Globalization;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Loans;

/// <summary>From the application to the drawdown.</summary>
internal static class Lending
{
    public static IReadOnlyList<LoanEvent> Apply(ApplyForLoan command)
    {
        var (file, rules) = (command.File, command.Rules);
        NamedCheck[] checks =
        [
            new(
                "loan.amount_within_limit",
                file.Amount > Money.Zero && file.Amount <= rules.Most.Value,
                Facts(("amount", file.Amount.ToString()), ("most", rules.Most.Value.ToString())),
                rules.Most.Version),
            new(
                "loan.months_within_limit",
                rules.Months.Value.Contains(file.Months),
                Facts(("months", Text(file.Months)), ("least", Text(rules.Months.Value.Min)), ("most", Text(rules.Months.Value.Max))),
                rules.Months.Version),
        ];
        return Array.TrueForAll(checks, check => check.Passed)
            ? [new LoanAppliedFor(file with { Purpose = Reasons.Require(file.Purpose) }, checks, command.Actor, command.Today)]
            : throw new RuleViolation("loan.not_eligible", $"不符合贷款条件，未通过：{string.Join('、', checks.Where(check => !check.Passed).Select(check => check.Name))}。");
    }

    /// <summary>Up to a limit no counter-guarantee may be asked for; above, there has to be one (H32 §二(三)7).</summary>
    public static IReadOnlyList<LoanEvent> Guarantee(GuaranteeLoan command, LoanState.Applied applied)
    {
        FourEyes.Require(command.Actor, applied.AppliedBy);
        var limit = command.Rules.FreeUpTo;
        var isFree = applied.File.Amount <= limit.Value;
        var given = string.IsNullOrWhiteSpace(command.CounterGuarantee) ? null : command.CounterGuarantee.Trim();
        if (isFree && given is not null)
        {
            throw new RuleViolation("loan.counter_guarantee_waived", $"{limit.Value} 元以下（含）的贷款免除反担保。");
        }

        if (!isFree && given is null)
        {
            throw new RuleViolation("loan.counter_guarantee_missing", $"超过 {limit.Value} 元的贷款应当提供反担保。");
        }

        var check = new NamedCheck(
            "loan.counter_guarantee",
            true,
            Facts(("amount", applied.File.Amount.ToString()), ("freeUpTo", limit.Value.ToString()), ("given", given is null ? "no" : "yes")),
            limit.Version);
        return [new LoanGuaranteed(applied.File.LoanId, given, check, command.Actor, command.Today)];
    }

    public static IReadOnlyList<LoanEvent> Approve(ApproveByBank command, LoanFile file)
    {
        RequireNotInFuture(command.On, command.Today);
        return command.Rate > 0 && command.Rate <= command.Rules.MostRate.Value
            ? [new LoanApprovedByBank(file.LoanId, command.Rate, command.Actor, command.On)]
            : throw new RuleViolation("loan.rate_too_high", $"年利率不得超过 {command.Rules.MostRate.Value:P2}。");
    }

    public static IReadOnlyList<LoanEvent> Draw(DrawLoan command, LoanState.ApprovedByBank approved)
    {
        RequireNotInFuture(command.On, command.Today);
        if (command.Amount <= Money.Zero || command.Amount > approved.File.Amount)
        {
            throw new RuleViolation("loan.amount_exceeded", "发放金额应大于零，且不超过申请金额。");
        }

        var rules = command.Rules;
        var count = rules.DayCount.Value == "actual_360" ? DayCount.Actual360 : DayCount.Monthly;
        var terms = new LoanTerms(command.Amount, approved.Rate, approved.File.Months, count, rules.SubsidisedShare.Value, command.On);
        return [new LoanDrawn(approved.File, terms, [rules.SubsidisedShare.Version, rules.DayCount.Version], Reasons.Require(command.Reference))];
    }

    public static void RequireNotInFuture(DateOnly on, DateOnly today)
    {
        if (on > today)
        {
            throw new RuleViolation("loan.in_future", "日期晚于今日。");
        }
    }

    private static Dictionary<string, string> Facts(params (string Name, string Value)[] facts) => facts.ToDictionary(fact => fact.Name, fact => fact.Value);

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Repayment, default and what the guarantor pays.</summary>
internal static class Collecting
{
    public static IReadOnlyList<LoanEvent> Repay(RecordRepayment command, LoanState.Drawn loan)
    {
        var repayment = command.Repayment;
        if (loan.Repayments.Exists(known => known.Reference == repayment.Reference))
        {
            return [];
        }

        Lending.RequireNotInFuture(repayment.On, command.Today);
        return repayment.Principal > Money.Zero && repayment.Principal <= loan.Outstanding && repayment.On >= loan.Terms.DrawnOn
            ? [new LoanRepaid(loan.File.LoanId, repayment, repayment.Principal == loan.Outstanding)]
            : throw new RuleViolation("loan.repayment_invalid", $"还款本金应大于零，且不超过尚欠本金 {loan.Outstanding} 元；还款日不得早于发放日。");
    }

    public static IReadOnlyList<LoanEvent> Default(DeclareDefault command, LoanState.Drawn loan)
    {
        Lending.RequireNotInFuture(command.On, command.Today);
        return loan.Status switch
        {
            "defaulted" or "compensated" => [],
            "repaid" => throw new RuleViolation("loan.repaid", "该贷款已还清。"),
            _ => [new LoanDefaulted(loan.File.LoanId, loan.File.Region, loan.Outstanding, command.On)],
        };
    }

    public static IReadOnlyList<LoanEvent> Compensate(Compensate command, LoanState.Drawn loan) => loan.Status switch
    {
        "compensated" => [],
        "defaulted" => command.Amount > Money.Zero && command.Amount <= loan.Outstanding
            ? [new LoanCompensated(loan.File.LoanId, loan.File.Region, command.Amount, command.Actor, command.Today)]
            : throw new RuleViolation("loan.compensation_invalid", $"代偿金额应大于零，且不超过尚欠本金 {loan.Outstanding} 元。"),
        _ => throw new RuleViolation("loan.not_defaulted", "该贷款未逾期违约，不能代偿。"),
    };
}

/// <summary>The interest subsidy, a calendar quarter at a time, proposed and approved by two people.</summary>
internal static class Subsidising
{
    private const int MonthsOfAQuarter = 3;

    public static IReadOnlyList<LoanEvent> Propose(ProposeSubsidy command, LoanState.Drawn loan)
    {
        var end = command.QuarterEnd;
        if (end.Month % MonthsOfAQuarter != 0 || command.Today <= LastDay(end))
        {
            throw new RuleViolation("subsidy.quarter_not_over", "请填写已结束季度的最后一个月，如 2023-09。");
        }

        if (loan.Subsidies.ContainsKey(end.ToString()))
        {
            return [];
        }

        var from = new DateOnly(end.Year, end.Month, 1).AddMonths(1 - MonthsOfAQuarter);
        var amount = InterestSchedule.Subsidy(loan.Terms, loan.Schedule(), loan.Repayments, from, LastDay(end), loan.OverSince);
        return amount > Money.Zero
            ? [new InterestSubsidyProposed(loan.File.LoanId, end, amount, command.Actor, command.Today)]
            : throw new RuleViolation("subsidy.nothing_due", "该季度没有可以贴息的利息。");
    }

    public static IReadOnlyList<LoanEvent> Approve(ApproveSubsidy command, LoanState.Drawn loan)
    {
        if (!loan.Subsidies.TryGetValue(command.QuarterEnd.ToString(), out var subsidy))
        {
            throw new RuleViolation("subsidy.not_proposed", "该季度的贴息尚未提出。");
        }

        if (subsidy.IsApproved)
        {
            return [];
        }

        FourEyes.Require(command.Actor, subsidy.ProposedBy);
        return [new InterestSubsidyApproved(loan.File, command.QuarterEnd, subsidy.Amount, command.Actor, command.Today)];
    }

    private static DateOnly LastDay(YearMonth month) => new DateOnly(month.Year, month.Month, 1).AddMonths(1).AddDays(-1);
}
