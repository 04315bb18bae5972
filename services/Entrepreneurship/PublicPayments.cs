using YouthPlatform.Entrepreneurship.FirstFirms;
using YouthPlatform.Entrepreneurship.Loans;
using YouthPlatform.Entrepreneurship.Vouchers;
using YouthPlatform.Payments.Entitlements;
using Public = YouthPlatform.Contracts.Entrepreneurship;

namespace YouthPlatform.Entrepreneurship;

/// <summary>
/// Money that went out and came back, by what it was paid for, which is the kind of the entitlement: a voucher, a loan's interest, a first firm, or a
/// programme.
/// </summary>
internal static class PublicPayments
{
    public static object Paid(EntitlementPaid e) => e.File.Key.Kind switch
    {
        VoucherEndpoints.Kind => new Public.TrainingVoucherPaid(e.File.Key.Subject, e.File.Region.Value, e.File.Key.Period, e.Amount.Amount, e.PaidOn),
        LoanEndpoints.Kind => new Public.InterestSubsidyPaid(e.File.Key.Subject, e.File.Region.Value, e.File.Key.Period, e.Amount.Amount, e.PaidOn),
        FirstFirmEndpoints.Kind => new Public.FirstFirmSubsidyPaid(e.File.Key.Subject, e.File.Region.Value, e.Amount.Amount, e.PaidOn),
        var programme => new Public.GrantPaid(e.File.Key.Subject, programme, e.File.Key.Period, e.File.Region.Value, e.Amount.Amount, e.PaidOn),
    };

    public static object Returned(EntitlementPaymentReturned e) => e.File.Key.Kind switch
    {
        VoucherEndpoints.Kind => new Public.TrainingVoucherReturned(e.File.Key.Subject, e.File.Region.Value, e.File.Key.Period, e.Amount.Amount, e.ReturnedOn),
        LoanEndpoints.Kind => new Public.InterestSubsidyReturned(e.File.Key.Subject, e.File.Region.Value, e.File.Key.Period, e.Amount.Amount, e.ReturnedOn),
        FirstFirmEndpoints.Kind => new Public.FirstFirmSubsidyReturned(e.File.Key.Subject, e.File.Region.Value, e.Amount.Amount, e.ReturnedOn),
        var programme => new Public.GrantReturned(e.File.Key.Subject, programme, e.File.Key.Period, e.File.Region.Value, e.Amount.Amount, e.ReturnedOn),
    };

    public static object Recovered(EntitlementRecovered e) => e.File.Key.Kind switch
    {
        VoucherEndpoints.Kind => new Public.TrainingVoucherRecovered(e.File.Key.Subject, e.File.Region.Value, e.File.Key.Period, e.Amount.Amount, e.RecoveredOn),
        LoanEndpoints.Kind => new Public.InterestSubsidyRecovered(e.File.Key.Subject, e.File.Region.Value, e.File.Key.Period, e.Amount.Amount, e.RecoveredOn),
        FirstFirmEndpoints.Kind => new Public.FirstFirmSubsidyRecovered(e.File.Key.Subject, e.File.Region.Value, e.Amount.Amount, e.RecoveredOn),
        var programme => new Public.GrantRecovered(e.File.Key.Subject, programme, e.File.Key.Period, e.File.Region.Value, e.Amount.Amount, e.RecoveredOn),
    };
}
