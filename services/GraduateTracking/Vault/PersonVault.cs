using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.ServiceDefaults.Reads;
using YouthPlatform.ServiceDefaults.Signing;

namespace YouthPlatform.GraduateTracking.Vault;

/// <summary>Where a person of the vault came from: an intake and the row in it.</summary>
internal sealed record PersonOrigin(Guid Intake, long Row);

/// <summary>A person to be stored.</summary>
internal sealed record NewPerson(Guid PersonId, Person Person, PersonOrigin Origin)
{
    private (MasterKey Key, PersonSigns Signs)? _signs;

    /// <summary>The person's signs, which are asked for more than once and cost as much as all encrypting.</summary>
    public PersonSigns SignsUnder(MasterKey key)
    {
        if (_signs is not { } known || known.Key != key)
        {
            _signs = known = (key, PersonSigns.Of(key, Person));
        }

        return known.Signs;
    }
}

/// <summary>A person that is stored already, as found by citizen id.</summary>
internal sealed record KnownPerson(Guid PersonId, PersonOrigin Origin);

/// <summary>
/// The only place that knows who a person id is. Writes are statements for the transaction of the events they belong to.
/// </summary>
internal sealed class PersonVault(NpgsqlDataSource dataSource, VaultKeys keys)
{
    private const string SelectPeople =
        $"SELECT {StoredPerson.Columns} FROM vault.people p JOIN vault.data_keys k USING (person_id) WHERE p.person_id = ANY ($1)";

    /// <summary>The code of a citizen id under the current key; equal for equal ids.</summary>
    public byte[] LookupOf(string citizenId) => keys.Current.LookupOf(citizenId);

    /// <summary>The statements that store people; they break <see cref="VaultSchema.LookupConstraint"/> if one is stored already.</summary>
    public IReadOnlyList<SqlStatement> Store(IReadOnlyCollection<NewPerson> people)
    {
        if (people.Count == 0)
        {
            return [];
        }

        var master = keys.Current;
        var rows = people.Select(added => (
            Lookup: master.LookupOf(added.Person.CitizenId),
            Signs: added.SignsUnder(master),
            Stored: StoredPerson.Encrypt(master, added.PersonId, added.Person),
            added.Origin)).ToList();
        return
        [
            VaultSchema.RequireKey(master),
            new(
                """
                INSERT INTO vault.people (
                    person_id, lookup, name, citizen_id, phone, school, name_birth, name_school, phone_sign, origin, origin_row)
                SELECT * FROM unnest(
                    $1::uuid[], $2::bytea[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[], $7::bigint[], $8::bigint[], $9::bigint[],
                    $10::uuid[], $11::bigint[])
                """,
                Column(r => r.Stored.PersonId),
                Column(r => r.Lookup),
                Column(r => r.Stored.Name),
                Column(r => r.Stored.CitizenId),
                Column(r => r.Stored.Phone),
                Column(r => r.Stored.School),
                Column(r => r.Signs.NameBirth),
                Column(r => r.Signs.NameSchool),
                Column(r => r.Signs.Phone),
                Column(r => r.Origin.Intake),
                Column(r => r.Origin.Row)),
            new(
                "INSERT INTO vault.data_keys (person_id, key_id, wrapped) SELECT p, $1, w FROM unnest($2::uuid[], $3::bytea[]) AS k (p, w)",
                master.Id,
                Column(r => r.Stored.PersonId),
                Column(r => r.Stored.WrappedKey)),
        ];

        T[] Column<T>(Func<(byte[] Lookup, PersonSigns Signs, StoredPerson Stored, PersonOrigin Origin), T> select) => [.. rows.Select(select)];
    }

    /// <summary>The statement that keeps a person's bank account; null when there is no such person any more.</summary>
    public async Task<IReadOnlyList<SqlStatement>?> StoreAccountAsync(Guid personId, string account, CancellationToken cancellationToken)
    {
        if ((await RowsAsync([personId], cancellationToken)).SingleOrDefault() is not { } row)
        {
            return null;
        }

        return
        [
            VaultSchema.RequireKey(keys.Current),
            new(
                "UPDATE vault.people SET account = $2, account_sign = $3 WHERE person_id = $1",
                personId,
                FieldCipher.Encrypt(row.DataKey(keys), personId, StoredPerson.AccountField, account),
                PersonSigns.OfAccountNumber(keys.Current, account)),
        ];
    }

    /// <summary>
    /// The statements that erase people: data keys, look-up codes, signs and ciphertexts. What a backup still holds of them opens for no one.
    /// </summary>
    public static IReadOnlyList<SqlStatement> Erase(IReadOnlyCollection<Guid> personIds) =>
    [
        new("DELETE FROM vault.data_keys WHERE person_id = ANY ($1)", personIds.ToArray()),
        new("DELETE FROM vault.people WHERE person_id = ANY ($1)", personIds.ToArray()),
    ];

    /// <summary>Personal data in clear of those that have not been erased. Whoever shows it leaves a disclosure first.</summary>
    public async Task<IReadOnlyDictionary<Guid, Person>> ReadAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken) =>
        (await RowsAsync(personIds, cancellationToken)).ToDictionary(r => r.PersonId, r => r.Decrypt(keys));

    /// <summary>Bank accounts in clear, of those who have one; for pay files alone.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> ReadAccountsAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken) =>
        (await RowsAsync(personIds, cancellationToken)).Where(r => r.Account is not null).ToDictionary(r => r.PersonId, r => r.DecryptAccount(keys)!);

    /// <summary>Names and accounts as they are stored, of those who have an account: what is written elsewhere of them opens only while their key is there.</summary>
    public async Task<IReadOnlyDictionary<Guid, (byte[] Name, byte[] Account)>> ReadSealedAccountsAsync(
        IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken) =>
        (await RowsAsync(personIds, cancellationToken)).Where(r => r.Account is not null).ToDictionary(r => r.PersonId, r => (r.Name, r.Account!));

    /// <summary>Opens such a name and account; those of erased people stay closed.</summary>
    public async Task<IReadOnlyDictionary<Guid, Func<byte[], byte[], (string Name, string Account)>>> OpenersAsync(
        IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken) =>
        (await RowsAsync(personIds, cancellationToken)).ToDictionary(
            r => r.PersonId,
            r => (Func<byte[], byte[], (string Name, string Account)>)((name, account) => (r with { Name = name, Account = account }).DecryptPayee(keys)));

    /// <summary>Masked personal data; an erased person is shown as such.</summary>
    public async Task<Func<Guid, MaskedPerson>> ReadMaskedAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken)
    {
        var people = await ReadAsync(personIds, cancellationToken);
        return id => people.TryGetValue(id, out var person) ? person.Masked() : MaskedPerson.Erased;
    }

    private Task<List<StoredPerson>> RowsAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken) =>
        dataSource.RowsAsync(SelectPeople, [personIds.ToArray()], StoredPerson.Of, cancellationToken);
}
