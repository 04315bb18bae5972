using YouthPlatform.Payments.Payees;

namespace YouthPlatform.PayeeAccounts;

/// <summary>Where a payee's account stands, as codes, and what that means for payments.</summary>
internal static class PayeeStates
{
    public const string Unconfirmed = "unconfirmed";
    public const string Confirmed = "confirmed";
    public const string Contested = "contested";
    public const string Erased = "erased";

    public static string Of(RegistrationState state) => state switch
    {
        RegistrationState.Erased => Erased,
        RegistrationState.Registered { Contest: not null } => Contested,
        RegistrationState.Registered { Confirmed: not null } => Confirmed,
        _ => Unconfirmed,
    };

    /// <summary>Why a payee is not paid; null when it may be.</summary>
    public static PayeeHold? HoldOf(string state) => state switch
    {
        Confirmed => null,
        Contested => new("payee.account_contested", "该收款人的账户存在异议，核实后支付。"),
        Erased => new("payee.erased", "该收款人的个人信息已按规定删除，应付款项须由经办人员更正。"),
        _ => new("payee.account_missing", "该收款人没有经他人核对确认的银行账户，确认后支付。"),
    };
}
