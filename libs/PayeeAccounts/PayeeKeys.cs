using System.Security.Cryptography;
using System.Text;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.ServiceDefaults.Reads;
using YouthPlatform.ServiceDefaults.Signing;

namespace YouthPlatform.PayeeAccounts;

/// <summary>The secret that payees' keys are wrapped by, 32 bytes that lie outside of the database.</summary>
/// <param name="Secret">The bytes.</param>
public sealed record PayeeSecret(byte[] Secret);

/// <summary>
/// Payees' own keys. They lie beside the log, not in it, so that deleting one erases what events and pay runs hold of its payee.
/// </summary>
internal sealed class PayeeKeys(NpgsqlDataSource database, PayeeSecret secret)
{
    public static SchemaPart Schema { get; } = new(
        "payees",
        """
        CREATE SCHEMA IF NOT EXISTS payees;
        CREATE TABLE IF NOT EXISTS payees.data_keys (payee_id uuid PRIMARY KEY, wrapped bytea NOT NULL, number_sign bytea);
        CREATE INDEX IF NOT EXISTS data_keys_by_sign ON payees.data_keys (number_sign) WHERE number_sign IS NOT NULL;
        """);

    private readonly byte[] _wrapping = Derive(secret, "wrapping");
    private readonly byte[] _signing = Derive(secret, "signs of equal numbers");

    /// <summary>The keys of some payees; erased ones and those who never named an account have none.</summary>
    public async Task<IReadOnlyDictionary<Guid, PayeeKey>> FindAsync(IEnumerable<Guid> payees, CancellationToken cancellation)
    {
        var rows = await database.RowsAsync(
            "SELECT payee_id, wrapped FROM payees.data_keys WHERE payee_id = ANY ($1)",
            [payees.Distinct().ToArray()],
            row => (PayeeId: row.GetGuid(0), Wrapped: row.GetFieldValue<byte[]>(1)),
            cancellation);
        return rows.ToDictionary(row => row.PayeeId, row => new PayeeKey(row.PayeeId, FieldCipher.Unwrap(_wrapping, row.PayeeId, row.Wrapped), null));
    }

    /// <summary>The key of a payee, or a new one.</summary>
    public async Task<PayeeKey> FindOrCreateAsync(Guid payeeId, CancellationToken cancellation)
    {
        if ((await FindAsync([payeeId], cancellation)).TryGetValue(payeeId, out var known))
        {
            return known;
        }

        var key = FieldCipher.NewDataKey();
        return new(payeeId, key, FieldCipher.Wrap(_wrapping, payeeId, key));
    }

    /// <summary>How many other payees have the same number confirmed.</summary>
    public async Task<int> SharedWithAsync(Guid payeeId, string number, CancellationToken cancellation) => (await database.RowsAsync(
        "SELECT count(*)::int FROM payees.data_keys WHERE number_sign = $1 AND payee_id <> $2",
        [SignOf(number), payeeId],
        row => row.GetInt32(0),
        cancellation))[0];

    /// <summary>Remembers a confirmed number by its sign.</summary>
    public SqlStatement Confirm(Guid payeeId, string number) =>
        new("UPDATE payees.data_keys SET number_sign = $2 WHERE payee_id = $1", payeeId, SignOf(number));

    /// <summary>Erases a payee.</summary>
    public static SqlStatement Erase(Guid payeeId) => new("DELETE FROM payees.data_keys WHERE payee_id = $1", payeeId);

    private byte[] SignOf(string number) => HMACSHA256.HashData(_signing, Encoding.UTF8.GetBytes(number));

    private static byte[] Derive(PayeeSecret secret, string purpose) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, secret.Secret, SecretFile.Length, info: Encoding.UTF8.GetBytes($"youthplatform payee accounts {purpose} v1"));
}
