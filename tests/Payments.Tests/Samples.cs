using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Payments.PayRuns;
using YouthPlatform.Policy;

namespace YouthPlatform.Payments.Tests;

/// <summary>Invented entitlements and runs.</summary>
internal static class Samples
{
    public static readonly DateOnly Day = new(2023, 9, 8);
    public static readonly Guid Unit = Id(1);
    public static readonly Guid RunId = Id(2);
    public static readonly Guid OtherRun = Id(3);
    public static readonly Guid ClaimId = Id(4);
    public static readonly Money Rate = Money.Of(1500);
    public static readonly EntitlementFile TheFile = FileOf(Id(10));
    public static readonly Guid PaymentId = EventStore.DerivedId.Create(TheFile.EntitlementId, "payment/1");
    public static readonly Guid SecondPaymentId = EventStore.DerivedId.Create(TheFile.EntitlementId, "payment/2");

    public static EntitlementFile FileOf(Guid person, string period = "2023-09", Guid? payee = null)
    {
        var key = new EntitlementKey("internship", person, period, "monthly");
        return new(key.ToId(), key, payee ?? Unit, "91430102000000019R", RegionCode.Parse("430102"), ClaimId, Id(5));
    }

    public static EntitlementState StateOf(params IEnumerable<EntitlementEvent> events) => events.Aggregate(Entitlement.Initial, Entitlement.Evolve);

    public static EntitlementAccount AccountOf(params IEnumerable<EntitlementEvent> events) => StateOf(events).AccountOrNull!;

    public static PayRunLine LineOf(int line, Guid person, decimal amount = 1500, params Offset[] offsets)
    {
        var file = FileOf(person);
        var payment = EventStore.DerivedId.Create(file.EntitlementId, "payment/1");
        return new(line, file.EntitlementId, file.Key, payment, 1, file.Payee, file.PayeeCode, Money.Of(amount), offsets, "approver-1");
    }

    public static PayRunFile RunOf(params PayRunLine[] lines) => new(RunId, "internship", RegionCode.Parse("430100"), lines, "maker", Day);

    public static BankRow RowOf(PayRunLine line, BankOutcome outcome, int row = 2, string? reference = "B-1", string? code = null) =>
        new(row, line.PaymentId, line.Attempt, line.ToNet(), outcome, Day, outcome == BankOutcome.Paid ? reference : null, code);

    public static Guid Id(int number) => new(number, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]);
}
