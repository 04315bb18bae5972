using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Subsidies.LateMatches;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Vault;

/// <summary>
/// Tables of the vault, outside the log and the projections. Deleting a row of <c>data_keys</c> erases the person: a copy of <c>people</c> that is
/// left somewhere cannot be read by anyone.
/// </summary>
internal static class VaultSchema
{
    public const string LookupConstraint = "people_lookup_key";

    /// <summary>Broken by a write under a key that is not current any more.</summary>
    public const string KeyConstraint = "vault_current_key";

    private const string Definition =
        """
        SELECT pg_advisory_xact_lock(hashtextextended('youthplatform.vault', 0));
        CREATE SCHEMA IF NOT EXISTS vault;
        CREATE TABLE IF NOT EXISTS vault.master_key (
            only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
            key_id text NOT NULL);
        CREATE TABLE IF NOT EXISTS vault.retiring_keys (
            key_id text PRIMARY KEY);
        CREATE TABLE IF NOT EXISTS vault.people (
            person_id uuid PRIMARY KEY,
            lookup bytea NOT NULL CONSTRAINT people_lookup_key UNIQUE,
            name bytea NOT NULL,
            citizen_id bytea NOT NULL,
            phone bytea NOT NULL,
            school bytea NOT NULL,
            account bytea,
            name_birth bigint NOT NULL,
            name_school bigint NOT NULL,
            phone_sign bigint,
            account_sign bigint,
            origin uuid NOT NULL,
            origin_row bigint NOT NULL);
        CREATE INDEX IF NOT EXISTS people_name_birth ON vault.people (name_birth);
        CREATE INDEX IF NOT EXISTS people_name_school ON vault.people (name_school);
        CREATE INDEX IF NOT EXISTS people_phone ON vault.people (phone_sign) WHERE phone_sign IS NOT NULL;
        CREATE INDEX IF NOT EXISTS people_account ON vault.people (account_sign) WHERE account_sign IS NOT NULL;
        CREATE TABLE IF NOT EXISTS vault.data_keys (
            person_id uuid PRIMARY KEY,
            key_id text NOT NULL,
            wrapped bytea NOT NULL);
        CREATE OR REPLACE FUNCTION vault.require_key(used text) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM 1 FROM vault.master_key WHERE key_id = used FOR SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'The master key % is not current any more', used
                    USING ERRCODE = 'unique_violation', CONSTRAINT = 'vault_current_key';
            END IF;
        END $$;
        """;

    /// <summary>Commits only while a key is current.</summary>
    public static SqlStatement RequireKey(MasterKey key) => new("SELECT vault.require_key($1)", key.Id);

    /// <summary>Creates what is missing, and refuses to start without a key that stored people are encrypted under.</summary>
    /// <exception cref="VaultKeyException">The database holds people under a master key that is not configured.</exception>
    public static async Task PrepareAsync(NpgsqlDataSource dataSource, VaultKeys keys, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var create = new NpgsqlCommand(Definition + WaitingInsured.Schema, connection, transaction))
        {
            await create.ExecuteNonQueryAsync(cancellationToken);
        }

        const string Claim =
            "INSERT INTO vault.master_key (key_id) VALUES ($1) ON CONFLICT (only_row) DO UPDATE SET key_id = master_key.key_id RETURNING key_id";
        await using (var claim = new NpgsqlCommand(Claim, connection, transaction) { Parameters = { new() { Value = keys.Current.Id } } })
        {
            keys.Use((string)(await claim.ExecuteScalarAsync(cancellationToken))!);
        }

        await transaction.CommitAsync(cancellationToken);
        foreach (var retiring in await RetiringAsync(dataSource, cancellationToken))
        {
            _ = keys[retiring];
        }
    }

    /// <summary>Keys that people are still encrypted under, though another one is current.</summary>
    public static async Task<IReadOnlyList<string>> RetiringAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken) =>
        await dataSource.RowsAsync("SELECT key_id FROM vault.retiring_keys ORDER BY key_id", [], row => row.GetString(0), cancellationToken);
}
