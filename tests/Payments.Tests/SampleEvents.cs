using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Policy;
using static YouthPlatform.Payments.Tests.Samples;

namespace YouthPlatform.Payments.Tests;

/// <summary>Steps in the life of <see cref="Samples.TheFile"/>.</summary>
internal static class SampleEvents
{
    public static readonly Guid TheId = TheFile.EntitlementId;
    public static readonly EntitlementGranted Granted = new(TheFile, Rate, "approver-1", Day);
    public static readonly PaymentScheduled Scheduled = new(TheId, RunId, PaymentId, 1, 1, Rate, Money.Zero);
    public static readonly PaymentSent Sent = new(TheId, RunId);
    public static readonly EntitlementPaid Paid = new(TheFile, RunId, PaymentId, 1, Rate, Money.Zero, Day, "B-1");
    public static readonly PaymentFailed Failed = new(TheId, RunId, PaymentId, 1, "account_wrong", Day);
    public static readonly PaymentDoubted Doubted = new(TheId, RunId, "bank_unsure", false);
    public static readonly EntitlementPaymentReturned Returned = new(TheFile, RunId, PaymentId, Rate, "account_closed", Day);
    public static readonly CorrectionProposed Proposed = new(TheId, Money.Of(1000), "考勤更正", "clerk-1", Day);
    public static readonly EntitlementCorrected Corrected = new(TheFile, Rate, Money.Of(1000), "考勤更正", "clerk-1", "approver-2", Day);
    public static readonly EntitlementCorrected Annulled = Corrected with { Owed = Money.Zero };
    public static readonly EntitlementEvent[] Overpaid = [Granted, Scheduled, Sent, Paid, Corrected];
}
