using Npgsql;
using NpgsqlTypes;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.ServiceDefaults.Reads;
using YouthPlatform.ServiceDefaults.Signing;

namespace YouthPlatform.GraduateTracking.KeyRotation;

/// <summary>
/// Wraps data keys and makes look-up codes and signs anew under the current key. Each batch is one transaction and rows say themselves which
/// key they are under, so whatever stops it, the next run goes on with what is left.
/// </summary>
internal sealed class KeyRewrap(NpgsqlDataSource database, VaultKeys keys)
{
    private const int BatchSize = 500;

    private const string SelectBatch =
        $"""
        SELECT {StoredPerson.Columns} FROM vault.people p JOIN vault.data_keys k USING (person_id)
        WHERE k.key_id = $1 AND p.person_id > $2 ORDER BY p.person_id LIMIT $3 FOR UPDATE
        """;

    private const string Update =
        """
        WITH made AS (SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[])
            AS m (person_id, wrapped, lookup, name_birth, name_school, phone_sign, account_sign)),
        wrapped AS (UPDATE vault.data_keys k SET key_id = $8, wrapped = made.wrapped FROM made WHERE k.person_id = made.person_id)
        UPDATE vault.people p SET lookup = made.lookup, name_birth = made.name_birth, name_school = made.name_school,
            phone_sign = made.phone_sign, account_sign = made.account_sign
        FROM made WHERE p.person_id = made.person_id
        """;

    /// <summary>Wraps everybody who is under a retiring key, then lets the key go.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var retiring in await VaultSchema.RetiringAsync(database, cancellationToken))
        {
            for (Guid? after = Guid.Empty; after is not null;)
            {
                after = await WrapAsync(retiring, after.Value, cancellationToken);
            }

            // Nobody can be added under it: a write under a key that is not current is refused. Hashes of people who are not on the ledger cannot be made anew.
            await using var done = database.CreateCommand(
                """
                WITH dropped AS (DELETE FROM vault.insured_waiting WHERE key_id = $1)
                DELETE FROM vault.retiring_keys WHERE key_id = $1 AND NOT EXISTS (SELECT 1 FROM vault.data_keys WHERE key_id = $1)
                """);
            done.Parameters.Add(new() { Value = retiring });
            await done.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Wraps the next people.</summary>
    /// <returns>The last of them; null when there was none left.</returns>
    public async Task<Guid?> WrapAsync(string retiring, Guid after, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        keys.Use(await CurrentAsync(connection, transaction, cancellationToken));
        List<StoredPerson> people = [];
        await using (var select = new NpgsqlCommand(SelectBatch, connection, transaction)
        {
            Parameters = { new() { Value = retiring }, new() { Value = after }, new() { Value = BatchSize } },
        })
        {
            await using var reader = await select.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                people.Add(StoredPerson.Of(reader));
            }
        }

        if (people.Count > 0)
        {
            await using var update = Made(people, connection, transaction);
            await update.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return people.Count == 0 ? null : people[^1].PersonId;
    }

    /// <summary>How many people are under each key.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken) =>
        (await database.RowsAsync(
            "SELECT key_id, count(*) FROM vault.data_keys GROUP BY key_id", [], row => (row.GetString(0), row.GetInt64(1)), cancellationToken)).ToDictionary();

    private static async Task<string> CurrentAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await using var select = new NpgsqlCommand("SELECT key_id FROM vault.master_key FOR SHARE", connection, transaction);
        return (string)(await select.ExecuteScalarAsync(cancellationToken))!;
    }

    private NpgsqlCommand Made(List<StoredPerson> people, NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        var master = keys.Current;
        var clear = people.Select(person => (Person: person.Decrypt(keys), Account: person.DecryptAccount(keys))).ToList();
        var signs = clear.Select(c => PersonSigns.Of(master, c.Person)).ToList();
        return new NpgsqlCommand(Update, connection, transaction)
        {
            Parameters =
            {
                new() { Value = people.Select(p => p.PersonId).ToArray() },
                new() { Value = people.Select(p => FieldCipher.Wrap(master.Wrapping, p.PersonId, p.DataKey(keys))).ToArray() },
                new() { Value = clear.Select(c => master.LookupOf(c.Person.CitizenId)).ToArray() },
                new() { Value = signs.Select(s => s.NameBirth).ToArray() },
                new() { Value = signs.Select(s => s.NameSchool).ToArray() },
                new() { Value = signs.Select(s => s.Phone).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint },
                new()
                {
                    Value = clear.Select(c => c.Account is null ? (long?)null : PersonSigns.OfAccountNumber(master, c.Account)).ToArray(),
                    NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint,
                },
                new() { Value = master.Id },
            },
        };
    }
}
