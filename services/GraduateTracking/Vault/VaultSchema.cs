using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Subsidies.LateMatches;
using YouthPlatform.ServiceDefaults.KeyRings;

namespace YouthPlatform.GraduateTracking.Vault;

/// <summary>
/// Tables of the vault, outside the log and the projections. Deleting a row of <c>data_keys</c> erases the person: a copy of <c>people</c> that is
/// left somewhere cannot be read by anyone.
/// </summary>
internal static class VaultSchema
{
    public const string LookupConstraint = "people_lookup_key";

    private const string Lock = "SELECT pg_advisory_xact_lock(hashtextextended('youthplatform.vault', 0));";

    private const string Definition =
        """
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
        """;

    /// <summary>Which master key is current, and which others people are still under.</summary>
    public static KeyTables Keys { get; } = new("vault");

    /// <summary>Commits only while a key is current.</summary>
    public static SqlStatement RequireKey(MasterKey key) => Keys.RequireKey(key);

    /// <summary>Creates what is missing, and refuses to start without a key that stored people are encrypted under.</summary>
    /// <exception cref="KeyMissingException">The database holds people under a master key that is not configured.</exception>
    public static async Task PrepareAsync(NpgsqlDataSource dataSource, VaultKeys keys, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var create = new NpgsqlCommand(Lock + Keys.Sql + Definition + WaitingInsured.Schema, connection, transaction))
        {
            await create.ExecuteNonQueryAsync(cancellationToken);
        }

        await Keys.ClaimAsync(connection, keys, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await Keys.RequireRetiringAsync(dataSource, keys, cancellationToken);
    }
}
