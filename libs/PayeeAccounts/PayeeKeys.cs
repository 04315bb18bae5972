using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.ServiceDefaults.KeyRings;
using YouthPlatform.ServiceDefaults.Reads;
using YouthPlatform.ServiceDefaults.Signing;

namespace YouthPlatform.PayeeAccounts;

/// <summary>
/// Payees' own keys. They lie beside the log, not in it, so that deleting one erases what events and pay runs hold of its payee.
/// </summary>
internal sealed class PayeeKeys(NpgsqlDataSource database, PayeeKeyRing ring)
{
    /// <summary>Which secret is current, and which others payees' keys are still wrapped under.</summary>
    public static KeyTables Tables { get; } = new("payees");

    public static SchemaPart Schema { get; } = new(
        "payees",
        Tables.Sql +
        """

        CREATE TABLE IF NOT EXISTS payees.data_keys (payee_id uuid PRIMARY KEY, wrapped bytea NOT NULL, number_sign bytea, key_id text);
        DO $$ BEGIN
            -- Asked first: an ALTER TABLE would wait for whoever reads, and let everybody else wait behind it.
            IF NOT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = 'payees.data_keys'::regclass AND attname = 'key_id') THEN
                ALTER TABLE payees.data_keys ADD COLUMN key_id text;
            END IF;
        END $$;
        CREATE INDEX IF NOT EXISTS data_keys_by_sign ON payees.data_keys (number_sign) WHERE number_sign IS NOT NULL;
        """);

    /// <summary>The keys of some payees; erased ones and those who never named an account have none. Learns which secret is current.</summary>
    public async Task<IReadOnlyDictionary<Guid, PayeeKey>> FindAsync(IEnumerable<Guid> payees, CancellationToken cancellation)
    {
        await Tables.UseCurrentAsync(database, ring, cancellation);
        var rows = await database.RowsAsync(
            "SELECT payee_id, key_id, wrapped FROM payees.data_keys WHERE payee_id = ANY ($1)",
            [payees.Distinct().ToArray()],
            row => (PayeeId: row.GetGuid(0), KeyId: row.TextOrNull(1), Wrapped: row.GetFieldValue<byte[]>(2)),
            cancellation);
        return rows.ToDictionary(row => row.PayeeId, row => new PayeeKey(row.PayeeId, ring.Unwrap(row.PayeeId, row.KeyId, row.Wrapped).DataKey, null));
    }

    /// <summary>The key of a payee, or a new one.</summary>
    public async Task<PayeeKey> FindOrCreateAsync(Guid payeeId, CancellationToken cancellation)
    {
        if ((await FindAsync([payeeId], cancellation)).TryGetValue(payeeId, out var known))
        {
            return known;
        }

        var key = FieldCipher.NewDataKey();
        return new(payeeId, key, ring.Current);
    }

    /// <summary>How many other payees have the same number confirmed, under whichever secret its sign was made.</summary>
    public async Task<int> SharedWithAsync(Guid payeeId, string number, CancellationToken cancellation) => (await database.RowsAsync(
        "SELECT count(*)::int FROM payees.data_keys WHERE number_sign = ANY ($1) AND payee_id <> $2",
        [ring.All.Select(secret => secret.SignOf(number)).ToArray(), payeeId],
        row => row.GetInt32(0),
        cancellation))[0];

    /// <summary>Remembers a confirmed number by its sign.</summary>
    public IReadOnlyList<SqlStatement> Confirm(Guid payeeId, string number)
    {
        var secret = ring.Current;
        return
        [
            Tables.RequireKey(secret),
            new("UPDATE payees.data_keys SET number_sign = $2 WHERE payee_id = $1", payeeId, secret.SignOf(number)),
        ];
    }

    /// <summary>Erases a payee.</summary>
    public static SqlStatement Erase(Guid payeeId) => new("DELETE FROM payees.data_keys WHERE payee_id = $1", payeeId);
}
