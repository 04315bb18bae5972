using Npgsql;
using NpgsqlTypes;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.ServiceDefaults.KeyRings;
using YouthPlatform.ServiceDefaults.Signing;

namespace YouthPlatform.GraduateTracking.KeyRotation;

/// <summary>Wraps the data keys of people, and makes their look-up codes and signs anew.</summary>
internal sealed class VaultRewrap(NpgsqlDataSource database, VaultKeys keys) : KeyRewrap(database, VaultSchema.Keys)
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

    protected override async Task<Guid?> WrapBatchAsync(
        NpgsqlConnection connection, string current, string retiring, Guid after, CancellationToken cancellationToken)
    {
        keys.Use(current);
        List<StoredPerson> people = [];
        await using (var select = new NpgsqlCommand(SelectBatch, connection)
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
            await using var update = Made(people, connection);
            await update.ExecuteNonQueryAsync(cancellationToken);
        }

        return people.Count == 0 ? null : people[^1].PersonId;
    }

    /// <summary>Hashes of people who are not on the ledger cannot be made anew.</summary>
    protected override async Task DropAsync(NpgsqlConnection connection, string retiring, CancellationToken cancellationToken)
    {
        await using var drop = new NpgsqlCommand("DELETE FROM vault.insured_waiting WHERE key_id = $1", connection) { Parameters = { new() { Value = retiring } } };
        await drop.ExecuteNonQueryAsync(cancellationToken);
    }

    private NpgsqlCommand Made(List<StoredPerson> people, NpgsqlConnection connection)
    {
        var master = keys.Current;
        var clear = people.Select(person => (Person: person.Decrypt(keys), Account: person.DecryptAccount(keys))).ToList();
        var signs = clear.Select(c => PersonSigns.Of(master, c.Person)).ToList();
        return new NpgsqlCommand(Update, connection)
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
