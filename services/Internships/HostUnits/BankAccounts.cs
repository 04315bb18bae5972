using YouthPlatform.EventStore;
using YouthPlatform.Payments.Payees;

namespace YouthPlatform.Internships.HostUnits;

/// <summary>What an account for subsidies has to be: a firm's own.</summary>
internal static class BankAccounts
{
    /// <exception cref="RuleViolation">A part is missing, the number is none, or the holder is somebody else.</exception>
    public static BankAccount Complete(BankAccount account, string unitName)
    {
        var (bank, number) = (AccountNumbers.RequireBank(account.Bank), AccountNumbers.Require(account.Number));
        return account.Name?.Trim() == unitName
            ? new BankAccount(bank, unitName, number)
            : throw new RuleViolation("bank_account.not_own", "补贴只能发放至见习单位的对公账户，户名应与单位名称一致。");
    }

    /// <summary>The account with all but the last digits hidden.</summary>
    public static BankAccount Masked(this BankAccount account) => account with { Number = AccountNumbers.Mask(account.Number) };
}
