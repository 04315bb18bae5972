using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Vault;

/// <summary>Where a person of the vault came from: an intake and the row in it.</summary>
internal sealed record PersonOrigin(Guid Intake, long Row);

/// <summary>A person to be stored.</summary>
internal sealed record NewPerson(Guid PersonId, Person Person, PersonOrigin Origin);

/// <summary>A person that is stored already, as found by citizen id.</summary>
internal sealed record KnownPerson(Guid PersonId, PersonOrigin Origin);

/// <summary>
/// The only place that knows who a person id is. Writes are statements for the transaction of the events they belong to.
/// </summary>
internal sealed class PersonVault(NpgsqlDataSource dataSource, MasterKey master)
{
    private const string NameField = "name";
    private const string CitizenIdField = "citizen_id";
    private const string PhoneField = "phone";
    private const string SchoolField = "school";

    /// <summary>The code of a citizen id; equal for equal ids.</summary>
    public byte[] LookupOf(string citizenId) => master.LookupOf(citizenId);

    /// <summary>The statements that store people; they break <see cref="VaultSchema.LookupConstraint"/> if one is stored already.</summary>
    public IReadOnlyList<SqlStatement> Store(IReadOnlyCollection<NewPerson> people)
    {
        if (people.Count == 0)
        {
            return [];
        }

        var rows = people.Select(Encrypt).ToList();
        return
        [
            new(
                """
                INSERT INTO vault.people (person_id, lookup, name, citizen_id, phone, school, origin, origin_row)
                SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[], $7::uuid[], $8::bigint[])
                """,
                Column(r => r.PersonId),
                Column(r => r.Lookup),
                Column(r => r.Name),
                Column(r => r.CitizenId),
                Column(r => r.Phone),
                Column(r => r.School),
                Column(r => r.Origin),
                Column(r => r.OriginRow)),
            new(
                "INSERT INTO vault.data_keys (person_id, key_id, wrapped) SELECT p, $1, w FROM unnest($2::uuid[], $3::bytea[]) AS k (p, w)",
                master.Id,
                Column(r => r.PersonId),
                Column(r => r.WrappedKey)),
        ];

        T[] Column<T>(Func<StoredPerson, T> select) => [.. rows.Select(select)];
    }

    /// <summary>Who of these is stored already, by look-up code (as hexadecimal).</summary>
    public async Task<IReadOnlyDictionary<string, KnownPerson>> FindAsync(IReadOnlyCollection<byte[]> lookups, CancellationToken cancellationToken)
    {
        var found = await dataSource.RowsAsync(
            "SELECT lookup, person_id, origin, origin_row FROM vault.people WHERE lookup = ANY ($1)",
            [lookups.ToArray()],
            row => (Lookup: row.GetFieldValue<byte[]>(0), Person: new KnownPerson(row.GetGuid(1), new PersonOrigin(row.GetGuid(2), row.GetInt64(3)))),
            cancellationToken);
        return found.ToDictionary(f => Convert.ToHexString(f.Lookup), f => f.Person);
    }

    /// <summary>Personal data in clear of those that have not been erased. Whoever shows it leaves a disclosure first.</summary>
    public async Task<IReadOnlyDictionary<Guid, Person>> ReadAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken)
    {
        var stored = await dataSource.RowsAsync(StoredPerson.Select, [personIds.ToArray()], StoredPerson.Of, cancellationToken);
        return stored.ToDictionary(r => r.PersonId, Decrypt);
    }

    /// <summary>Masked personal data; an erased person is shown as such.</summary>
    public async Task<Func<Guid, MaskedPerson>> ReadMaskedAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken)
    {
        var people = await ReadAsync(personIds, cancellationToken);
        return id => people.TryGetValue(id, out var person) ? person.Masked() : MaskedPerson.Erased;
    }

    private StoredPerson Encrypt(NewPerson added)
    {
        var (id, person, origin) = added;
        var key = PersonCipher.NewDataKey();
        return new StoredPerson(
            id,
            LookupOf(person.CitizenId),
            PersonCipher.Encrypt(key, id, NameField, person.Name),
            PersonCipher.Encrypt(key, id, CitizenIdField, person.CitizenId),
            PersonCipher.Encrypt(key, id, PhoneField, person.Phone),
            PersonCipher.Encrypt(key, id, SchoolField, person.School),
            origin.Intake,
            origin.Row,
            PersonCipher.Wrap(master, id, key));
    }

    private Person Decrypt(StoredPerson row)
    {
        var key = PersonCipher.Unwrap(master, row.PersonId, row.WrappedKey);
        return new Person(
            PersonCipher.Decrypt(key, row.PersonId, NameField, row.Name),
            PersonCipher.Decrypt(key, row.PersonId, CitizenIdField, row.CitizenId),
            PersonCipher.Decrypt(key, row.PersonId, PhoneField, row.Phone),
            PersonCipher.Decrypt(key, row.PersonId, SchoolField, row.School));
    }

    private sealed record StoredPerson(
        Guid PersonId,
        byte[] Lookup,
        byte[] Name,
        byte[] CitizenId,
        byte[] Phone,
        byte[] School,
        Guid Origin,
        long OriginRow,
        byte[] WrappedKey)
    {
        public const string Select =
            """
            SELECT p.person_id, p.lookup, p.name, p.citizen_id, p.phone, p.school, p.origin, p.origin_row, k.wrapped
            FROM vault.people p JOIN vault.data_keys k USING (person_id)
            WHERE p.person_id = ANY ($1)
            """;

        public static StoredPerson Of(NpgsqlDataReader row) => new(
            row.GetGuid(0),
            row.GetFieldValue<byte[]>(1),
            row.GetFieldValue<byte[]>(2),
            row.GetFieldValue<byte[]>(3),
            row.GetFieldValue<byte[]>(4),
            row.GetFieldValue<byte[]>(5),
            row.GetGuid(6),
            row.GetInt64(7),
            row.GetFieldValue<byte[]>(8));
    }
}
