using FsCheck;
using FsCheck.Fluent;
using YouthPlatform.Entrepreneurship.Loans;
using YouthPlatform.Policy;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.Entrepreneurship.Tests.LoanSamples;
using static YouthPlatform.Entrepreneurship.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Entrepreneurship.Loans.Loan,
    YouthPlatform.Entrepreneurship.Loans.LoanState,
    YouthPlatform.Entrepreneurship.Loans.LoanCommand,
    YouthPlatform.Entrepreneurship.Loans.LoanEvent>;

namespace YouthPlatform.Entrepreneurship.Tests.Services;

public sealed class LoanTests
{
    private static readonly LoanEvent Applied = new LoanAppliedFor(LoanSamples.File, [Passed], Leader, Later);
    private static readonly LoanEvent Guaranteed = new LoanGuaranteed(Id(31), null, Passed, "reviewer-1", Later);
    private static readonly LoanEvent ByBank = new LoanApprovedByBank(Id(31), 0.0365m, "bank-1", Later);
    private static readonly LoanEvent Drawn = new LoanDrawn(LoanSamples.File, LoanSamples.Terms, [Rule], "D-1");
    private static readonly LoanEvent Defaulted = new LoanDefaulted(Id(31), Changsha, Money.Of(100_000), Later.AddDays(90));
    private static readonly LoanCommand Propose = new ProposeSubsidy(new(2023, 9), "clerk-1", new(2023, 10, 9));

    private static LoanEvent[] Lent => [Applied, Guaranteed, ByBank, Drawn];

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBeKept<Loan, LoanState, LoanCommand, LoanEvent>(
        "loan",
        [
            new ApplyForLoan(LoanSamples.File, LoanSamples.Rules, Leader, Later),
            new GuaranteeLoan(null, LoanSamples.Rules, "reviewer-1", Later),
            new RefuseLoan("无还款来源", "reviewer-1", Later),
            new ApproveByBank(0.0365m, LoanSamples.Rules, "bank-1", Later, Later),
            new DrawLoan(Money.Of(100_000), LoanSamples.Rules, "D-1", Later, Later),
            new RecordRepayment(new(Money.Of(5_000), Later, "R-1"), Later),
            new DeclareDefault(Later, Later),
            new Compensate(Money.Of(80_000), Approver, Later),
            Propose,
            new ApproveSubsidy(new(2023, 9), Approver, new(2023, 10, 9)),
        ],
        new Dictionary<string, IReadOnlyList<LoanEvent>>
        {
            ["none"] = [],
            ["applied"] = [Applied],
            ["guaranteed"] = [Applied, Guaranteed],
            ["approved"] = [Applied, Guaranteed, ByBank],
            ["drawn"] = Lent,
            ["subsidy proposed"] = [.. Lent, new InterestSubsidyProposed(Id(31), new(2023, 9), Money.Of(400), "clerk-1", Later)],
            ["repaid"] = [.. Lent, new LoanRepaid(Id(31), new(Money.Of(100_000), Later, "R-0"), true)],
            ["defaulted"] = [.. Lent, Defaulted],
            ["compensated"] = [.. Lent, Defaulted, new LoanCompensated(Id(31), Changsha, Money.Of(80_000), Approver, Later)],
            ["refused"] = [Applied, new LoanRefused(Id(31), "x", "reviewer-1", Later)],
        });

    /// <summary>H32 §二(三)7: up to 100,000 yuan no counter-guarantee, above it one.</summary>
    [Theory]
    [InlineData("100000.00", null, null)]
    [InlineData("100000.00", "房产抵押", "loan.counter_guarantee_waived")]
    [InlineData("100000.01", null, "loan.counter_guarantee_missing")]
    [InlineData("100000.01", "房产抵押", null)]
    public void CounterGuaranteesAreAskedForOnlyAboveTheLimit(string amount, string? given, string? code)
    {
        var applied = new LoanAppliedFor(LoanSamples.File with { Amount = Money.Parse(amount) }, [Passed], Leader, Later);
        var outcome = Spec.Given(applied).When(new GuaranteeLoan(given, LoanSamples.Rules, "reviewer-1", Later));
        if (code is null)
        {
            outcome.Events.ShouldHaveSingleItem().ShouldBeOfType<LoanGuaranteed>().Check.Rule.Clause.ShouldBe("H32 §二(三)7");
        }
        else
        {
            outcome.ThenRejected(code);
        }
    }

    [Theory]
    [InlineData("300000.00", 36, null)]
    [InlineData("300000.01", 36, "loan.amount_within_limit")]
    [InlineData("300000.00", 37, "loan.months_within_limit")]
    [InlineData("0.00", 12, "loan.amount_within_limit")]
    public void LoansAreHeldToAmountAndMonths(string amount, int months, string? failed)
    {
        var outcome = Spec.Given().When(new ApplyForLoan(LoanSamples.File with { Amount = Money.Parse(amount), Months = months }, LoanSamples.Rules, Leader, Later));
        if (failed is null)
        {
            outcome.Events.ShouldHaveSingleItem();
        }
        else
        {
            outcome.Violation.Detail.ShouldContain(failed);
        }
    }

    /// <summary>
    /// Equal principal by its closed formula, principal x monthly rate x (months + 1) / 2: 120,000 yuan at 4.86 % over ten years, 1,000 of principal and 486 of interest
    /// in the first month, 149,403.00 in all, 29,403.00 of it interest.
    /// </summary>
    [Fact]
    public void ThePublishedExampleOfEqualPrincipalIsMetToTheFen()
    {
        var periods = InterestSchedule.Of(Money.Of(120_000), 0.0486m, new(2003, 1, 1), 120, DayCount.Monthly);
        (periods[0].Principal, periods[0].Interest).ShouldBe((Money.Of(1_000), Money.Of(486)));
        (periods[1].Principal + periods[1].Interest).ShouldBe(Money.Of(1_481.95m));
        periods.Select(period => period.Interest).Sum().ShouldBe(Money.Of(29_403));
        (periods.Select(period => period.Principal).Sum() + Money.Of(29_403)).ShouldBe(Money.Of(149_403));
    }

    /// <summary>
    /// The first 16 months of equal principal as a public mortgage calculator prints them for 1,330,000 yuan at 2.15 % over 144 months (mz51.vip, FangDaiJiSuanQi,
    /// Interest=0.0215, Number=12, Present=133): 9,236.11 of principal each, and this interest.
    /// </summary>
    [Fact]
    public void ASchedulePrintedByOthersIsMetMonthByMonth()
    {
        decimal[] printed =
        [
            2_382.92m, 2_366.37m, 2_349.82m, 2_333.27m, 2_316.72m, 2_300.18m, 2_283.63m, 2_267.08m,
            2_250.53m, 2_233.98m, 2_217.44m, 2_200.89m, 2_184.34m, 2_167.79m, 2_151.24m, 2_134.70m,
        ];

        var periods = InterestSchedule.Of(Money.Of(1_330_000), 0.0215m, new(2023, 1, 1), 144, DayCount.Monthly);

        periods.Take(printed.Length).Select(period => period.Interest.Amount).ShouldBe(printed);
        periods.Take(printed.Length).ShouldAllBe(period => period.Principal == Money.Of(9_236.11m));
    }

    [Fact]
    public void DaysAreCountedAsTheyAreOverAYearOf360() =>
        InterestSchedule.Interest(Money.Of(100_000), 0.036m, new(2023, 6, 1), new(2023, 7, 1), DayCount.Actual360).ShouldBe(Money.Of(300));

    [Fact]
    public void PrincipalIsPaidBackToTheFenAndBalancesNeverRise() => Prop.ForAll(
        (from fen in Gen.Choose(1, 30_000_000)
         from months in Gen.Choose(1, 36)
         from rate in Gen.Choose(1, 600)
         from monthly in Gen.Elements(true, false)
         select (Money.Of(fen / 100m), months, rate / 10_000m, monthly ? DayCount.Monthly : DayCount.Actual360)).ToArbitrary(),
        drawn =>
        {
            var (amount, months, rate, count) = drawn;
            var periods = InterestSchedule.Of(amount, rate, new(2023, 1, 31), months, count);
            periods.Count.ShouldBe(months);
            periods.Select(period => period.Principal).Sum().ShouldBe(amount);
            periods.Zip(periods.Skip(1)).ShouldAllBe(pair => pair.First.Balance - pair.First.Principal == pair.Second.Balance && pair.First.To == pair.Second.From);
            periods.ShouldAllBe(period => period.Principal >= Money.Zero && period.Interest >= Money.Zero);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    /// <summary>Periods end on 1 July, August and September: 30, 31 and 31 days on a balance that declines by 4,166.66.</summary>
    [Fact]
    public void AQuarterIsSubsidisedOnTheDecliningBalance()
    {
        var proposed = Spec.Given(Lent).When(Propose).Events.ShouldHaveSingleItem().ShouldBeOfType<InterestSubsidyProposed>();

        // 304.17, 301.21 and 288.11 of interest, half of each to the fen.
        proposed.Amount.ShouldBe(Money.Of(152.09m + 150.61m + 144.06m));
    }

    [Fact]
    public void WhatWasPaidBackEarlyOrDefaultedIsNotSubsidised()
    {
        var half = new LoanRepaid(Id(31), new(Money.Of(50_000), Later, "R-1"), false);
        var less = Spec.Given([.. Lent, half]).When(Propose).Events.ShouldHaveSingleItem().ShouldBeOfType<InterestSubsidyProposed>();
        less.Amount.ShouldBe(Money.Of(76.04m + 78.58m + 78.58m));
        var repaid = new LoanRepaid(Id(31), new(Money.Of(100_000), Later, "R-1"), true);
        Spec.Given([.. Lent, repaid]).When(Propose).ThenRejected("subsidy.nothing_due");
        var august = new LoanDefaulted(Id(31), Changsha, Money.Of(100_000), new(2023, 7, 31));
        Spec.Given([.. Lent, august]).When(Propose).Events.ShouldHaveSingleItem().ShouldBeOfType<InterestSubsidyProposed>().Amount.ShouldBe(Money.Of(152.09m));
    }

    [Fact]
    public void AQuarterIsProposedOnceItIsOver()
    {
        Spec.Given(Lent).When(new ProposeSubsidy(new(2023, 9), "clerk-1", new(2023, 9, 30))).ThenRejected("subsidy.quarter_not_over");
        Spec.Given(Lent).When(new ProposeSubsidy(new(2023, 8), "clerk-1", new(2023, 12, 1))).ThenRejected("subsidy.quarter_not_over");
        var proposed = new InterestSubsidyProposed(Id(31), new(2023, 9), Money.Of(400), "clerk-1", Later);
        Spec.Given([.. Lent, proposed]).When(Propose).ThenNothing();
        Spec.Given([.. Lent, proposed]).When(new ApproveSubsidy(new(2023, 9), "clerk-1", Later)).ThenRejected("four_eyes.same_person");
    }

    [Fact]
    public void RepaymentsCountOnceAndNeverBeyondWhatIsOwed()
    {
        var first = new LoanRepaid(Id(31), new(Money.Of(60_000), Later, "R-1"), false);
        Spec.Given([.. Lent, first]).When(new RecordRepayment(new(Money.Of(60_000), Later, "R-1"), Later)).ThenNothing();
        Spec.Given([.. Lent, first]).When(new RecordRepayment(new(Money.Of(40_000.01m), Later, "R-2"), Later)).ThenRejected("loan.repayment_invalid");
        Spec.Given([.. Lent, first]).When(new RecordRepayment(new(Money.Of(40_000), Later, "R-2"), Later))
            .Then(new LoanRepaid(Id(31), new(Money.Of(40_000), Later, "R-2"), true));
        Spec.Given([.. Lent, first, Defaulted]).When(new Compensate(Money.Of(40_000.01m), Approver, Later)).ThenRejected("loan.compensation_invalid");
    }
}
