using Npgsql;

namespace YouthPlatform.GraduateTracking.Vault;

/// <summary>
/// Tables of the vault, outside the log and the projections. Deleting a row of <c>data_keys</c> erases the person: what is left in
/// <c>people</c> cannot be read by anyone.
/// </summary>
internal static class VaultSchema
{
    public const string LookupConstraint = "people_lookup_key";

    private const string Definition =
        """
        SELECT pg_advisory_xact_lock(hashtextextended('youthplatform.vault', 0));
        CREATE SCHEMA IF NOT EXISTS vault;
        CREATE TABLE IF NOT EXISTS vault.master_key (
            only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
            key_id text NOT NULL);
        CREATE TABLE IF NOT EXISTS vault.people (
            person_id uuid PRIMARY KEY,
            lookup bytea NOT NULL CONSTRAINT people_lookup_key UNIQUE,
            name bytea NOT NULL,
            citizen_id bytea NOT NULL,
            phone bytea NOT NULL,
            school bytea NOT NULL,
            origin uuid NOT NULL,
            origin_row bigint NOT NULL);
        CREATE TABLE IF NOT EXISTS vault.data_keys (
            person_id uuid PRIMARY KEY,
            key_id text NOT NULL,
            wrapped bytea NOT NULL);
        """;

    /// <summary>Creates what is missing, and refuses a master key that is not the one of the people already stored.</summary>
    /// <exception cref="VaultKeyException">The database was written under another master key.</exception>
    public static async Task PrepareAsync(NpgsqlDataSource dataSource, MasterKey key, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var create = new NpgsqlCommand(Definition, connection, transaction))
        {
            await create.ExecuteNonQueryAsync(cancellationToken);
        }

        const string Claim =
            "INSERT INTO vault.master_key (key_id) VALUES ($1) ON CONFLICT (only_row) DO UPDATE SET key_id = master_key.key_id RETURNING key_id";
        await using (var claim = new NpgsqlCommand(Claim, connection, transaction) { Parameters = { new() { Value = key.Id } } })
        {
            if (await claim.ExecuteScalarAsync(cancellationToken) is string stored && stored != key.Id)
            {
                throw new VaultKeyException($"The vault was written under master key {stored}, the configured one is {key.Id}.");
            }
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
