using Npgsql;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Vault;

/// <summary>Somebody who may be the person asked about, and by which signs.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Signs">What is equal: <c>name_birth</c>, <c>name_school</c>, <c>phone</c>.</param>
internal sealed record LikelyMatch(Guid PersonId, IReadOnlyList<string> Signs);

/// <summary>Finds people by what cannot be read: keyed codes, under every key that people may still be stored under.</summary>
internal sealed class PersonSearch(NpgsqlDataSource dataSource, VaultKeys keys)
{
    /// <summary>People who share a telephone or a name at a school with more than so many others tell nothing by it.</summary>
    private const int MostMatches = 50;

    private const string SelectKnown = "SELECT lookup, person_id, origin, origin_row FROM vault.people WHERE lookup = ANY ($1)";

    private static readonly string SelectLikely =
        $"""
        WITH asked AS (SELECT * FROM unnest($1::int[], $2::bigint[], $3::bigint[], $4::bigint[]) AS a (index, name_birth, name_school, phone))
        SELECT a.index, '{PersonSigns.OfNameBirth}', p.person_id FROM asked a CROSS JOIN LATERAL (
            SELECT person_id FROM vault.people p WHERE p.name_birth = a.name_birth LIMIT {MostMatches}) p
        UNION ALL
        SELECT a.index, '{PersonSigns.OfNameSchool}', p.person_id FROM asked a CROSS JOIN LATERAL (
            SELECT person_id FROM vault.people p WHERE p.name_school = a.name_school LIMIT {MostMatches}) p
        UNION ALL
        SELECT a.index, '{PersonSigns.OfPhone}', p.person_id FROM asked a CROSS JOIN LATERAL (
            SELECT person_id FROM vault.people p WHERE p.phone_sign = a.phone LIMIT {MostMatches}) p
        """;

    /// <summary>Who of these is stored already, by citizen id. Learns which master key is current.</summary>
    public async Task<IReadOnlyDictionary<string, KnownPerson>> FindAsync(IReadOnlyCollection<string> citizenIds, CancellationToken cancellationToken)
    {
        await VaultSchema.Keys.UseCurrentAsync(dataSource, keys, cancellationToken);
        var codes = (from citizenId in citizenIds from key in keys.All select (Code: key.LookupOf(citizenId), citizenId)).ToList();
        var byCode = codes.DistinctBy(c => Convert.ToHexString(c.Code)).ToDictionary(c => Convert.ToHexString(c.Code), c => c.citizenId);
        var found = await dataSource.RowsAsync(SelectKnown, [codes.Select(c => c.Code).ToArray()], KnownOf, cancellationToken);
        return found.ToDictionary(f => byCode[Convert.ToHexString(f.Lookup)], f => f.Person);
    }

    /// <summary>Who of these is stored already, by the code that another department was given, as hexadecimal digits in capitals.</summary>
    public async Task<IReadOnlyDictionary<string, KnownPerson>> FindByCodeAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken) =>
        (await dataSource.RowsAsync(SelectKnown, [codes.Select(Convert.FromHexString).ToArray()], KnownOf, cancellationToken))
            .ToDictionary(f => Convert.ToHexString(f.Lookup), f => f.Person);

    /// <summary>People of the vault who may be one of these; several answers a person at most.</summary>
    /// <returns>Matches by the index of the person asked about.</returns>
    public async Task<ILookup<int, LikelyMatch>> FindLikelyAsync(IReadOnlyList<NewPerson> people, CancellationToken cancellationToken)
    {
        var asked = (from index in Enumerable.Range(0, people.Count) from key in keys.All select (index, Signs: people[index].SignsUnder(key))).ToList();
        var rows = await ByIndexAsync(
            [
                asked.Select(a => a.index).ToArray(), asked.Select(a => a.Signs.NameBirth).ToArray(),
                asked.Select(a => a.Signs.NameSchool).ToArray(), asked.Select(a => a.Signs.Phone).ToArray(),
            ],
            cancellationToken);
        return rows.GroupBy(row => (row.Index, row.PersonId))
            .ToLookup(group => group.Key.Index, group => new LikelyMatch(group.Key.PersonId, [.. group.Select(row => row.Sign).Distinct().Order(StringComparer.Ordinal)]));
    }

    /// <summary>Who else is paid on the account of one of these people.</summary>
    /// <returns>Pairs of a person asked about and another one with the same account.</returns>
    public async Task<ILookup<Guid, Guid>> FindSameAccountAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken)
    {
        var rows = await dataSource.RowsAsync(
            """
            SELECT p.person_id, o.person_id FROM vault.people p JOIN vault.people o ON o.account_sign = p.account_sign AND o.person_id <> p.person_id
            WHERE p.person_id = ANY ($1)
            """,
            [personIds.ToArray()],
            row => (row.GetGuid(0), row.GetGuid(1)),
            cancellationToken);
        return rows.ToLookup(row => row.Item1, row => row.Item2);
    }

    /// <summary>
    /// While a large file comes in, the server knows nothing yet of how values are distributed and would read the table from its beginning for each person;
    /// the indexes are right at every size.
    /// </summary>
    private async Task<List<(int Index, string Sign, Guid PersonId)>> ByIndexAsync(object[] parameters, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(new("SET LOCAL enable_seqscan = off"));
        var select = new NpgsqlBatchCommand(SelectLikely);
        foreach (var parameter in parameters)
        {
            select.Parameters.Add(new() { Value = parameter });
        }

        batch.BatchCommands.Add(select);
        List<(int Index, string Sign, Guid PersonId)> rows = [];
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                rows.Add((reader.GetInt32(0), reader.GetString(1), reader.GetGuid(2)));
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return rows;
    }

    private static (byte[] Lookup, KnownPerson Person) KnownOf(NpgsqlDataReader row) =>
        (row.GetFieldValue<byte[]>(0), new KnownPerson(row.GetGuid(1), new PersonOrigin(row.GetGuid(2), row.GetInt64(3))));
}
