using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.ServiceDefaults.KeyRings;

/// <summary>
/// Where a database says which wrapping key is current, and which ones still wrap something. Beside them in the same schema is <c>data_keys</c>, a row a
/// wrapped key with the id of the key that it is wrapped under (<c>key_id</c>).
/// </summary>
/// <param name="Schema">The schema; a constant of the code.</param>
public sealed record KeyTables(string Schema)
{
    /// <summary>Broken by a write under a key that is not current any more.</summary>
    public string CurrentConstraint => $"{Schema}_current_key";

    /// <summary>Creates what is missing; <c>data_keys</c> is for whoever knows what else it holds.</summary>
    public string Sql =>
        $"""
        CREATE SCHEMA IF NOT EXISTS {Schema};
        CREATE TABLE IF NOT EXISTS {Schema}.master_key (
            only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
            key_id text NOT NULL);
        CREATE TABLE IF NOT EXISTS {Schema}.retiring_keys (
            key_id text PRIMARY KEY);
        CREATE OR REPLACE FUNCTION {Schema}.require_key(used text) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM 1 FROM {Schema}.master_key WHERE key_id = used FOR SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'The master key % is not current any more', used
                    USING ERRCODE = 'unique_violation', CONSTRAINT = '{CurrentConstraint}';
            END IF;
        END $$;
        """;

    /// <summary>Commits only while a key is current.</summary>
    public SqlStatement RequireKey(IWrappingKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new($"SELECT {Schema}.require_key($1)", key.Id);
    }

    /// <summary>Learns which key is current; of a new database, the first of the ring becomes it.</summary>
    /// <exception cref="KeyMissingException">The database holds something under a key that is not configured.</exception>
    public async Task ClaimAsync<TKey>(NpgsqlConnection connection, KeyRing<TKey> ring, CancellationToken cancellationToken)
        where TKey : class, IWrappingKey
    {
        ArgumentNullException.ThrowIfNull(ring);
        await using var claim = new NpgsqlCommand(
            $"INSERT INTO {Schema}.master_key (key_id) VALUES ($1) ON CONFLICT (only_row) DO UPDATE SET key_id = master_key.key_id RETURNING key_id",
            connection)
        {
            Parameters = { new() { Value = ring.Current.Id } },
        };
        ring.Use((string)(await claim.ExecuteScalarAsync(cancellationToken))!);
    }

    /// <summary>Learns which key is current now.</summary>
    /// <exception cref="KeyMissingException">It is not configured.</exception>
    public async Task UseCurrentAsync<TKey>(NpgsqlDataSource database, KeyRing<TKey> ring, CancellationToken cancellationToken)
        where TKey : class, IWrappingKey
    {
        ArgumentNullException.ThrowIfNull(ring);
        ring.Use((await database.RowsAsync($"SELECT key_id FROM {Schema}.master_key", [], row => row.GetString(0), cancellationToken)).Single());
    }

    /// <summary>Keys that something is still wrapped under, though another one is current.</summary>
    public async Task<IReadOnlyList<string>> RetiringAsync(NpgsqlDataSource database, CancellationToken cancellationToken) =>
        await database.RowsAsync($"SELECT key_id FROM {Schema}.retiring_keys ORDER BY key_id", [], row => row.GetString(0), cancellationToken);

    /// <summary>How many data keys are wrapped under each key.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountAsync(NpgsqlDataSource database, CancellationToken cancellationToken) =>
        (await database.RowsAsync(
            $"SELECT key_id, count(*) FROM {Schema}.data_keys WHERE key_id IS NOT NULL GROUP BY key_id",
            [],
            row => (row.GetString(0), row.GetInt64(1)),
            cancellationToken)).ToDictionary();

    /// <summary>Refuses to start without a key that something is wrapped under.</summary>
    /// <exception cref="KeyMissingException">Such a key is not configured.</exception>
    public async Task RequireRetiringAsync<TKey>(NpgsqlDataSource database, KeyRing<TKey> ring, CancellationToken cancellationToken)
        where TKey : class, IWrappingKey
    {
        ArgumentNullException.ThrowIfNull(ring);
        foreach (var retiring in await RetiringAsync(database, cancellationToken))
        {
            _ = ring[retiring];
        }
    }
}
