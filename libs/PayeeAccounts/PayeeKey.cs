using System.Security.Cryptography;
using System.Text;
using YouthPlatform.EventStore;
using YouthPlatform.ServiceDefaults.Signing;

namespace YouthPlatform.PayeeAccounts;

/// <summary>A payee's own key.</summary>
/// <param name="PayeeId">Whose.</param>
/// <param name="DataKey">The key.</param>
/// <param name="NewUnder">The secret to wrap it under, when it is new.</param>
internal sealed record PayeeKey(Guid PayeeId, byte[] DataKey, WrappingSecret? NewUnder)
{
    private const string HolderField = "bank_and_holder";
    private const string NumberField = "number";
    private const char Between = '\n';

    /// <summary>What stores the key with the first use of it; two first uses at once break the table's key.</summary>
    public IReadOnlyList<SqlStatement> Save() => NewUnder is null
        ? []
        :
        [
            PayeeKeys.Tables.RequireKey(NewUnder),
            new("INSERT INTO payees.data_keys (payee_id, key_id, wrapped) VALUES ($1, $2, $3)", PayeeId, NewUnder.Id, NewUnder.Wrap(PayeeId, DataKey)),
        ];

    public SealedAccount Seal(AccountDetails account) => new(
        Convert.ToBase64String(FieldCipher.Encrypt(DataKey, PayeeId, HolderField, $"{account.Bank}{Between}{account.Holder}")),
        Convert.ToBase64String(FieldCipher.Encrypt(DataKey, PayeeId, NumberField, account.Number)),
        FingerprintOf(account));

    public AccountDetails Open(string holder, string number)
    {
        var names = FieldCipher.Decrypt(DataKey, PayeeId, HolderField, Convert.FromBase64String(holder)).Split(Between, 2);
        return new(names[0], names[1], FieldCipher.Decrypt(DataKey, PayeeId, NumberField, Convert.FromBase64String(number)));
    }

    /// <summary>Equal for equal accounts of the payee; blanks within names do not matter.</summary>
    public string FingerprintOf(AccountDetails account)
    {
        var plain = $"{Compact(account.Bank)}{Between}{Compact(account.Holder)}{Between}{account.Number}";
        return Convert.ToHexStringLower(HMACSHA256.HashData(DataKey, Encoding.UTF8.GetBytes(plain)));
    }

    private static string Compact(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
