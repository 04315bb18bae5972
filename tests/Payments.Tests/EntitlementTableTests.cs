using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Policy;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.Payments.Tests.SampleEvents;
using static YouthPlatform.Payments.Tests.Samples;

namespace YouthPlatform.Payments.Tests;

public sealed class EntitlementTableTests
{
    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBe<Entitlement, EntitlementState, EntitlementCommand, EntitlementEvent>(
        [
            new GrantEntitlement(TheFile with { DecisionId = Samples.Id(9) }, Rate, "approver-1", Day),
            new ProposeCorrection(Money.Of(900), "更正", "clerk-1", Day),
            new ApproveCorrection("approver-2", Day),
            new RejectCorrection("不实", "approver-2", Day),
            new SchedulePayment(RunId, Rate, Money.Zero),
            new WithdrawPayment(RunId),
            new SendPayment(RunId),
            new ConfirmPayment(RunId, Day, "B-1"),
            new FailPayment(RunId, "x", Day),
            new DoubtPayment(RunId, "x"),
            new ReturnPayment(RunId, "x", Day),
            new ReserveRecovery(OtherRun, Samples.Id(30), Money.Of(1)),
            new ReleaseRecovery(OtherRun, Samples.Id(30)),
            new SettleRecovery(OtherRun, Samples.Id(30), Day),
            new RecordRepayment(Money.Of(1), "R", Day, "payer-1", Day),
        ],
        new Dictionary<string, IReadOnlyList<EntitlementEvent>>
        {
            ["nothing"] = [],
            ["granted"] = [Granted],
            ["correcting"] = [Granted, Proposed],
            ["scheduled"] = [Granted, Scheduled],
            ["withdrawn"] = [Granted, Scheduled, new PaymentWithdrawn(TheId, RunId)],
            ["sent"] = [Granted, Scheduled, Sent],
            ["doubted"] = [Granted, Scheduled, Sent, Doubted],
            ["failed"] = [Granted, Scheduled, Sent, Failed],
            ["paid"] = [Granted, Scheduled, Sent, Paid],
            ["returned"] = [Granted, Scheduled, Sent, Paid, Returned],
            ["overpaid"] = Overpaid,
        },
        """
        nothing + GrantEntitlement = EntitlementGranted
        nothing + ProposeCorrection = entitlement.not_granted
        nothing + ApproveCorrection = entitlement.not_granted
        nothing + RejectCorrection = entitlement.not_granted
        nothing + SchedulePayment = entitlement.not_granted
        nothing + WithdrawPayment = entitlement.not_granted
        nothing + SendPayment = entitlement.not_granted
        nothing + ConfirmPayment = entitlement.not_granted
        nothing + FailPayment = entitlement.not_granted
        nothing + DoubtPayment = entitlement.not_granted
        nothing + ReturnPayment = entitlement.not_granted
        nothing + ReserveRecovery = entitlement.not_granted
        nothing + ReleaseRecovery = entitlement.not_granted
        nothing + SettleRecovery = entitlement.not_granted
        nothing + RecordRepayment = entitlement.not_granted
        granted + GrantEntitlement = entitlement.already_granted
        granted + ProposeCorrection = CorrectionProposed
        granted + ApproveCorrection = entitlement.no_correction
        granted + RejectCorrection = entitlement.no_correction
        granted + SchedulePayment = PaymentScheduled
        granted + WithdrawPayment = entitlement.not_in_run
        granted + SendPayment = entitlement.not_in_run
        granted + ConfirmPayment = entitlement.not_in_run
        granted + FailPayment = entitlement.not_in_run
        granted + DoubtPayment = entitlement.not_in_run
        granted + ReturnPayment = entitlement.not_in_run
        granted + ReserveRecovery = recovery.exceeds_debt
        granted + ReleaseRecovery = -
        granted + SettleRecovery = -
        granted + RecordRepayment = recovery.exceeds_debt
        correcting + GrantEntitlement = entitlement.already_granted
        correcting + ProposeCorrection = entitlement.correction_open
        correcting + ApproveCorrection = EntitlementCorrected
        correcting + RejectCorrection = CorrectionRejected
        correcting + SchedulePayment = entitlement.correction_open
        correcting + WithdrawPayment = entitlement.not_in_run
        correcting + SendPayment = entitlement.not_in_run
        correcting + ConfirmPayment = entitlement.not_in_run
        correcting + FailPayment = entitlement.not_in_run
        correcting + DoubtPayment = entitlement.not_in_run
        correcting + ReturnPayment = entitlement.not_in_run
        correcting + ReserveRecovery = recovery.exceeds_debt
        correcting + ReleaseRecovery = -
        correcting + SettleRecovery = -
        correcting + RecordRepayment = recovery.exceeds_debt
        scheduled + GrantEntitlement = entitlement.already_granted
        scheduled + ProposeCorrection = entitlement.frozen
        scheduled + ApproveCorrection = entitlement.no_correction
        scheduled + RejectCorrection = entitlement.no_correction
        scheduled + SchedulePayment = -
        scheduled + WithdrawPayment = PaymentWithdrawn
        scheduled + SendPayment = PaymentSent
        scheduled + ConfirmPayment = entitlement.payment_contradicts
        scheduled + FailPayment = entitlement.payment_contradicts
        scheduled + DoubtPayment = entitlement.payment_contradicts
        scheduled + ReturnPayment = entitlement.payment_contradicts
        scheduled + ReserveRecovery = recovery.exceeds_debt
        scheduled + ReleaseRecovery = -
        scheduled + SettleRecovery = -
        scheduled + RecordRepayment = recovery.exceeds_debt
        withdrawn + GrantEntitlement = entitlement.already_granted
        withdrawn + ProposeCorrection = CorrectionProposed
        withdrawn + ApproveCorrection = entitlement.no_correction
        withdrawn + RejectCorrection = entitlement.no_correction
        withdrawn + SchedulePayment = PaymentScheduled
        withdrawn + WithdrawPayment = -
        withdrawn + SendPayment = entitlement.payment_contradicts
        withdrawn + ConfirmPayment = entitlement.payment_contradicts
        withdrawn + FailPayment = entitlement.payment_contradicts
        withdrawn + DoubtPayment = entitlement.payment_contradicts
        withdrawn + ReturnPayment = entitlement.payment_contradicts
        withdrawn + ReserveRecovery = recovery.exceeds_debt
        withdrawn + ReleaseRecovery = -
        withdrawn + SettleRecovery = -
        withdrawn + RecordRepayment = recovery.exceeds_debt
        sent + GrantEntitlement = entitlement.already_granted
        sent + ProposeCorrection = entitlement.frozen
        sent + ApproveCorrection = entitlement.no_correction
        sent + RejectCorrection = entitlement.no_correction
        sent + SchedulePayment = -
        sent + WithdrawPayment = entitlement.payment_contradicts
        sent + SendPayment = -
        sent + ConfirmPayment = EntitlementPaid
        sent + FailPayment = PaymentFailed
        sent + DoubtPayment = PaymentDoubted
        sent + ReturnPayment = entitlement.payment_contradicts
        sent + ReserveRecovery = recovery.exceeds_debt
        sent + ReleaseRecovery = -
        sent + SettleRecovery = -
        sent + RecordRepayment = recovery.exceeds_debt
        doubted + GrantEntitlement = entitlement.already_granted
        doubted + ProposeCorrection = entitlement.frozen
        doubted + ApproveCorrection = entitlement.no_correction
        doubted + RejectCorrection = entitlement.no_correction
        doubted + SchedulePayment = -
        doubted + WithdrawPayment = entitlement.payment_contradicts
        doubted + SendPayment = entitlement.payment_contradicts
        doubted + ConfirmPayment = EntitlementPaid
        doubted + FailPayment = PaymentFailed
        doubted + DoubtPayment = -
        doubted + ReturnPayment = entitlement.payment_contradicts
        doubted + ReserveRecovery = recovery.exceeds_debt
        doubted + ReleaseRecovery = -
        doubted + SettleRecovery = -
        doubted + RecordRepayment = recovery.exceeds_debt
        failed + GrantEntitlement = entitlement.already_granted
        failed + ProposeCorrection = CorrectionProposed
        failed + ApproveCorrection = entitlement.no_correction
        failed + RejectCorrection = entitlement.no_correction
        failed + SchedulePayment = PaymentScheduled
        failed + WithdrawPayment = entitlement.payment_contradicts
        failed + SendPayment = entitlement.payment_contradicts
        failed + ConfirmPayment = entitlement.payment_contradicts
        failed + FailPayment = -
        failed + DoubtPayment = PaymentDoubted
        failed + ReturnPayment = entitlement.payment_contradicts
        failed + ReserveRecovery = recovery.exceeds_debt
        failed + ReleaseRecovery = -
        failed + SettleRecovery = -
        failed + RecordRepayment = recovery.exceeds_debt
        paid + GrantEntitlement = entitlement.already_granted
        paid + ProposeCorrection = CorrectionProposed
        paid + ApproveCorrection = entitlement.no_correction
        paid + RejectCorrection = entitlement.no_correction
        paid + SchedulePayment = entitlement.nothing_payable
        paid + WithdrawPayment = entitlement.payment_contradicts
        paid + SendPayment = entitlement.payment_contradicts
        paid + ConfirmPayment = -
        paid + FailPayment = entitlement.payment_contradicts
        paid + DoubtPayment = entitlement.payment_contradicts
        paid + ReturnPayment = EntitlementPaymentReturned
        paid + ReserveRecovery = recovery.exceeds_debt
        paid + ReleaseRecovery = -
        paid + SettleRecovery = -
        paid + RecordRepayment = recovery.exceeds_debt
        returned + GrantEntitlement = entitlement.already_granted
        returned + ProposeCorrection = CorrectionProposed
        returned + ApproveCorrection = entitlement.no_correction
        returned + RejectCorrection = entitlement.no_correction
        returned + SchedulePayment = PaymentScheduled
        returned + WithdrawPayment = entitlement.payment_contradicts
        returned + SendPayment = entitlement.payment_contradicts
        returned + ConfirmPayment = entitlement.payment_contradicts
        returned + FailPayment = entitlement.payment_contradicts
        returned + DoubtPayment = entitlement.payment_contradicts
        returned + ReturnPayment = -
        returned + ReserveRecovery = recovery.exceeds_debt
        returned + ReleaseRecovery = -
        returned + SettleRecovery = -
        returned + RecordRepayment = recovery.exceeds_debt
        overpaid + GrantEntitlement = entitlement.already_granted
        overpaid + ProposeCorrection = CorrectionProposed
        overpaid + ApproveCorrection = entitlement.no_correction
        overpaid + RejectCorrection = entitlement.no_correction
        overpaid + SchedulePayment = entitlement.nothing_payable
        overpaid + WithdrawPayment = entitlement.payment_contradicts
        overpaid + SendPayment = entitlement.payment_contradicts
        overpaid + ConfirmPayment = -
        overpaid + FailPayment = entitlement.payment_contradicts
        overpaid + DoubtPayment = entitlement.payment_contradicts
        overpaid + ReturnPayment = EntitlementPaymentReturned
        overpaid + ReserveRecovery = RecoveryReserved
        overpaid + ReleaseRecovery = -
        overpaid + SettleRecovery = -
        overpaid + RecordRepayment = EntitlementRecovered
        """);
}
