using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Payments.PayRuns;
using YouthPlatform.Policy;
using static YouthPlatform.Payments.Tests.Samples;

namespace YouthPlatform.Payments.Tests;

/// <summary>What a payee owes is kept back from what it is paid next, oldest first and never more than the payment.</summary>
public sealed class PayRunDraftTests
{
    [Fact]
    public void ADebtIsKeptBackFromTheNextPayments()
    {
        var lines = PayRunDraft.Lines(
            [Owed(Id(10), "2023-10", 1500), Owed(Id(11), "2023-10", 1500)], [Owing(Id(12), "2023-08", 500), Owing(Id(13), "2023-09", 1200)]);
        lines.Sum(line => line.ToNet().Amount).ShouldBe(1300);
        lines[0].Offsets.Select(offset => offset.Amount.Amount).ShouldBe([500, 1000]);
        lines[0].ToNet().ShouldBe(Money.Zero);
        lines[1].Offsets.Select(offset => offset.Amount.Amount).ShouldBe([200]);
    }

    [Fact]
    public void AnotherPayeesDebtIsNotKeptBack() =>
        PayRunDraft.Lines([Owed(Id(10), "2023-10", 1500)], [Owing(Id(12), "2023-08", 500, Id(77))]).ShouldHaveSingleItem().Offsets.ShouldBeEmpty();

    [Fact]
    public void WhatIsNotPayableIsNoLine() => PayRunDraft.Lines([Owing(Id(12), "2023-08", 500)], []).ShouldBeEmpty();

    private static EntitlementAccount Owed(Guid person, string period, decimal amount) =>
        AccountOf(new EntitlementGranted(FileOf(person, period), Money.Of(amount), "approver-1", Day));

    private static EntitlementAccount Owing(Guid person, string period, decimal debt, Guid? payee = null)
    {
        var file = FileOf(person, period, payee);
        return AccountOf(
            new EntitlementGranted(file, Rate, "approver-1", Day),
            new PaymentScheduled(file.EntitlementId, OtherRun, PaymentId, 1, 1, Rate, Money.Zero),
            new EntitlementPaid(file, OtherRun, PaymentId, 1, Rate, Money.Zero, Day, "B-0"),
            new EntitlementCorrected(file, Rate, Rate - Money.Of(debt), "更正", "clerk-1", "approver-2", Day));
    }
}
