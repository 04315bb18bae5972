using YouthPlatform.EventStore;

namespace YouthPlatform.Payments.Payees;

/// <summary>What every bank account has to be, whoever holds it.</summary>
public static class AccountNumbers
{
    private const int FewestDigits = 8;
    private const int MostDigits = 32;
    private const int ShownDigits = 4;

    /// <summary>The number without blanks and dashes.</summary>
    /// <exception cref="RuleViolation"><c>bank_account.number_invalid</c>: it is not 8 to 32 digits.</exception>
    public static string Require(string? number)
    {
        var digits = string.Concat((number ?? "").Where(c => c is not (' ' or '-')));
        return digits.Length is >= FewestDigits and <= MostDigits && digits.All(char.IsAsciiDigit)
            ? digits
            : throw new RuleViolation("bank_account.number_invalid", $"银行账号应为 {FewestDigits} 至 {MostDigits} 位数字。");
    }

    /// <summary>The bank without blanks around it.</summary>
    /// <exception cref="RuleViolation"><c>bank_account.bank_missing</c>: it is empty.</exception>
    public static string RequireBank(string? bank) => string.IsNullOrWhiteSpace(bank)
        ? throw new RuleViolation("bank_account.bank_missing", "请填写开户银行。")
        : bank.Trim();

    /// <summary>A number with all but the last digits hidden.</summary>
    public static string Mask(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return new string('*', number.Length - ShownDigits) + number[^ShownDigits..];
    }
}
