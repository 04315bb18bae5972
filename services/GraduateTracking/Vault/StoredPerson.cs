using Npgsql;
using YouthPlatform.ServiceDefaults.Signing;

namespace YouthPlatform.GraduateTracking.Vault;

/// <summary>A person as the vault's tables hold it.</summary>
internal sealed record StoredPerson(
    Guid PersonId,
    byte[] Name,
    byte[] CitizenId,
    byte[] Phone,
    byte[] School,
    string KeyId,
    byte[] WrappedKey,
    byte[]? Account)
{
    public const string NameField = "name";
    public const string CitizenIdField = "citizen_id";
    public const string PhoneField = "phone";
    public const string SchoolField = "school";
    public const string AccountField = "account";

    public const string Columns = "p.person_id, p.name, p.citizen_id, p.phone, p.school, k.key_id, k.wrapped, p.account";

    public static StoredPerson Of(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetFieldValue<byte[]>(1),
        row.GetFieldValue<byte[]>(2),
        row.GetFieldValue<byte[]>(3),
        row.GetFieldValue<byte[]>(4),
        row.GetString(5),
        row.GetFieldValue<byte[]>(6),
        row.IsDBNull(7) ? null : row.GetFieldValue<byte[]>(7));

    public static StoredPerson Encrypt(MasterKey master, Guid id, Person person)
    {
        var key = FieldCipher.NewDataKey();
        using var cipher = FieldCipher.Using(key);
        return new StoredPerson(
            id,
            FieldCipher.Encrypt(cipher, id, NameField, person.Name),
            FieldCipher.Encrypt(cipher, id, CitizenIdField, person.CitizenId),
            FieldCipher.Encrypt(cipher, id, PhoneField, person.Phone),
            FieldCipher.Encrypt(cipher, id, SchoolField, person.School),
            master.Id,
            FieldCipher.Wrap(master.Wrapping, id, key),
            null);
    }

    public byte[] DataKey(VaultKeys keys) => FieldCipher.Unwrap(keys[KeyId].Wrapping, PersonId, WrappedKey);

    public Person Decrypt(VaultKeys keys)
    {
        var key = DataKey(keys);
        return new Person(
            FieldCipher.Decrypt(key, PersonId, NameField, Name),
            FieldCipher.Decrypt(key, PersonId, CitizenIdField, CitizenId),
            FieldCipher.Decrypt(key, PersonId, PhoneField, Phone),
            FieldCipher.Decrypt(key, PersonId, SchoolField, School));
    }

    /// <summary>The name and the account, for a pay file.</summary>
    public (string Name, string Account) DecryptPayee(VaultKeys keys)
    {
        var key = DataKey(keys);
        return (FieldCipher.Decrypt(key, PersonId, NameField, Name), FieldCipher.Decrypt(key, PersonId, AccountField, Account!));
    }

    /// <summary>The bank account; null where none was recorded.</summary>
    public string? DecryptAccount(VaultKeys keys) =>
        Account is null ? null : FieldCipher.Decrypt(DataKey(keys), PersonId, AccountField, Account);
}
