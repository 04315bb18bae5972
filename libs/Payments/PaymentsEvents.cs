using YouthPlatform.EventStore;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Payments.PayRuns;

namespace YouthPlatform.Payments;

/// <summary>What a service that pays registers with its event log.</summary>
public static class PaymentsEvents
{
    /// <summary>Projections whose rows commit with the events.</summary>
    public static IReadOnlyList<IProjection> Projections => [new EntitlementTable(), new PayRunTable()];

    /// <summary>Registers the stored names, which begin with the service's.</summary>
    /// <param name="types">The service's events.</param>
    /// <param name="service">Lower-case name of the service.</param>
    public static EventTypes AddPayments(this EventTypes types, string service)
    {
        ArgumentNullException.ThrowIfNull(types);
        return types
            .Add<EntitlementGranted>($"{service}.entitlement_granted.v1")
            .Add<CorrectionProposed>($"{service}.correction_proposed.v1")
            .Add<CorrectionRejected>($"{service}.correction_rejected.v1")
            .Add<EntitlementCorrected>($"{service}.entitlement_corrected.v1")
            .Add<EntitlementVoided>($"{service}.entitlement_voided.v1")
            .Add<PaymentScheduled>($"{service}.payment_scheduled.v1")
            .Add<PaymentWithdrawn>($"{service}.payment_withdrawn.v1")
            .Add<PaymentSent>($"{service}.payment_sent.v1")
            .Add<EntitlementPaid>($"{service}.entitlement_paid.v1")
            .Add<PaymentFailed>($"{service}.payment_failed.v1")
            .Add<PaymentDoubted>($"{service}.payment_doubted.v1")
            .Add<EntitlementPaymentReturned>($"{service}.entitlement_payment_returned.v1")
            .Add<RecoveryReserved>($"{service}.recovery_reserved.v1")
            .Add<RecoveryReleased>($"{service}.recovery_released.v1")
            .Add<EntitlementRecovered>($"{service}.entitlement_recovered.v1")
            .Add<PayRunProposed>($"{service}.pay_run_proposed.v1")
            .Add<PayRunApproved>($"{service}.pay_run_approved.v1")
            .Add<PayRunRejected>($"{service}.pay_run_rejected.v1")
            .Add<PayRunExecuted>($"{service}.pay_run_executed.v1")
            .Add<BankResultsRecorded>($"{service}.bank_results_recorded.v1")
            .Add<LineResolved>($"{service}.pay_run_line_resolved.v1");
    }
}
