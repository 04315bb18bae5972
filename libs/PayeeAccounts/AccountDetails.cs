using YouthPlatform.EventStore;
using YouthPlatform.Payments.Payees;

namespace YouthPlatform.PayeeAccounts;

/// <summary>An account in clear; never logged, and stored sealed only.</summary>
/// <param name="Bank">Bank and branch.</param>
/// <param name="Holder">Who holds it.</param>
/// <param name="Number">Digits.</param>
internal sealed record AccountDetails(string Bank, string Holder, string Number)
{
    /// <summary>Reads an account as somebody wrote it.</summary>
    /// <exception cref="RuleViolation">A part is missing, or the number is none.</exception>
    public static AccountDetails Require(string? bank, string? holder, string? number) => new(
        AccountNumbers.RequireBank(bank),
        string.IsNullOrWhiteSpace(holder) ? throw new RuleViolation("bank_account.holder_missing", "请填写户名。") : holder.Trim(),
        AccountNumbers.Require(number));

    /// <summary>With all but the first letter of the holder and the last digits of the number hidden.</summary>
    public AccountDetails Masked() =>
        new(Bank, $"{Holder[0]}{new string('*', Holder.Length - 1)}", AccountNumbers.Mask(Number));

    /// <summary>Keeps an account out of texts that are made of whatever is at hand.</summary>
    public override string ToString() => "account (hidden)";
}
