using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Paying;
using YouthPlatform.PayeeAccounts;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Payments.PayRuns;
using YouthPlatform.PersonLinks;
using YouthPlatform.Policy;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;

namespace YouthPlatform.GraduateTracking.Tests.Examples;

internal static class PayingExamples
{
    private static readonly RegionCode Region = RegionCode.Parse("430100");
    private static readonly EntitlementKey Key = new(PayingArea.Scheme, PersonId, PayingArea.Once, "one_off_hiring");
    private static readonly EntitlementFile File = new(Key.ToId(), Key, UnitId, "91430100MA4L00001X", Region, OtherId, OtherId);
    private static readonly Guid PaymentId = DerivedId.Create(File.EntitlementId, "payment/1");
    private static readonly Money Amount = Money.Of(1000);

    private static readonly PayeeFile Payee = new(UnitId, "91430100MA4L00001X", Region);
    private static readonly SealedAccount Account = new("AQID", "BAUG", "00ff");

    private static readonly PayRunFile Run = new(
        OtherId,
        PayingArea.Scheme,
        Region,
        [new PayRunLine(1, File.EntitlementId, Key, PaymentId, 1, UnitId, File.PayeeCode, Amount, [new Offset(PersonId, Money.Of(200))], "approver-1")],
        "clerk-1",
        Day);

    public static IReadOnlyList<object> All { get; } =
    [
        new PersonMerged(OtherId, PersonId, 1, Day),
        new PersonUnmerged(OtherId, PersonId, 2, Day),
        new PersonAbsorbed(PersonId, OtherId, Day),
        new PersonReleased(PersonId, OtherId, Day),
        new PersonLinkUsed(PersonId, OtherId, "subsidy", UnitId),
        new AccountProposed(Payee, Account, "unit-1", Day),
        new AccountConfirmed(Payee, Account, 0, "reviewer-1", Day),
        new AccountRefused(UnitId, "户名不符", "reviewer-1", Day),
        new AccountContested(UnitId, "户名不符", "clerk-1", Day),
        new AccountUpheld(UnitId, "已核实", "reviewer-1", Day),
        new PayeeErased(UnitId, Day),
        new PayeeKeyRotated("0a1b2c3d4e5f6071", "1a1b2c3d4e5f6071", "ops-1", Day),
        new EntitlementGranted(File, Amount, "approver-1", Day),
        new CorrectionProposed(File.EntitlementId, Money.Zero, "劳动合同已解除", "clerk-1", Day),
        new CorrectionRejected(File.EntitlementId, "依据不足", "approver-1", Day),
        new EntitlementCorrected(File, Amount, Money.Zero, "劳动合同已解除", "clerk-1", "approver-1", Day),
        new EntitlementVoided(File),
        new PaymentScheduled(File.EntitlementId, OtherId, PaymentId, 1, 1, Amount, Money.Zero),
        new PaymentWithdrawn(File.EntitlementId, OtherId),
        new PaymentSent(File.EntitlementId, OtherId),
        new EntitlementPaid(File, OtherId, PaymentId, 1, Amount, Money.Of(200), Day, "B-1"),
        new PaymentFailed(File.EntitlementId, OtherId, PaymentId, 1, "account_wrong", Day),
        new PaymentDoubted(File.EntitlementId, OtherId, "line_doubled", false),
        new EntitlementPaymentReturned(File, OtherId, PaymentId, Amount, "account_closed", Day),
        new RecoveryReserved(File.EntitlementId, OtherId, PaymentId, Money.Of(200)),
        new RecoveryReleased(File.EntitlementId, OtherId, PaymentId, Money.Of(200)),
        new EntitlementRecovered(File, Money.Of(200), RecoveryWay.Repayment, null, null, "R-1", Day),
        new PayRunProposed(Run),
        new PayRunApproved(OtherId, "approver-1", Day),
        new PayRunRejected(OtherId, "金额有误", "approver-1", Day),
        new PayRunExecuted(OtherId, "00ff", "payer-1", Day),
        new BankResultsRecorded(
            OtherId, "00ff", [new(1, LineStatus.Paid, Day, "B-1")], [new(3, "unknown_payment", null, "本批次没有这笔支付。")], "payer-1", Day),
        new LineResolved(OtherId, new(1, LineStatus.Failed, Day, Code: "resolved_not_paid"), "银行书面答复", "payer-2", Day),
    ];
}
