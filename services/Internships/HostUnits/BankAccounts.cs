using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.HostUnits;

/// <summary>What an account for subsidies has to be: a firm's own.</summary>
internal static class BankAccounts
{
    private const int FewestDigits = 8;
    private const int MostDigits = 32;
    private const int ShownDigits = 4;

    /// <exception cref="RuleViolation">A part is missing, the number is none, or the holder is somebody else.</exception>
    public static BankAccount Complete(BankAccount account, string unitName)
    {
        var number = string.Concat((account.Number ?? "").Where(c => c is not (' ' or '-')));
        if (string.IsNullOrWhiteSpace(account.Bank))
        {
            throw new RuleViolation("bank_account.bank_missing", "请填写开户银行。");
        }

        if (number.Length is < FewestDigits or > MostDigits || !number.All(char.IsAsciiDigit))
        {
            throw new RuleViolation("bank_account.number_invalid", $"银行账号应为 {FewestDigits} 至 {MostDigits} 位数字。");
        }

        return account.Name?.Trim() == unitName
            ? new BankAccount(account.Bank.Trim(), unitName, number)
            : throw new RuleViolation("bank_account.not_own", "补贴只能发放至见习单位的对公账户，户名应与单位名称一致。");
    }

    /// <summary>The account with all but the last digits hidden.</summary>
    public static BankAccount Masked(this BankAccount account) =>
        account with { Number = new string('*', account.Number.Length - ShownDigits) + account.Number[^ShownDigits..] };
}
