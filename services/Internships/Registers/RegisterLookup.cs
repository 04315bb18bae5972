using Npgsql;
using YouthPlatform.PersonLinks;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Registers;

/// <summary>Asks the registers about a person, under all ids of the person.</summary>
internal sealed class RegisterLookup(NpgsqlDataSource database)
{
    private const string Hits =
        """
        SELECT 'register', e.kind, e.unit_code, e.valid_from, e.valid_to FROM register_entries e JOIN registers r USING (import_id)
        WHERE NOT r.withdrawn AND e.person_id = ANY ($1) AND e.valid_from <= $3 AND (e.valid_to IS NULL OR e.valid_to >= $2)
            AND (e.kind <> 'unit_staff' OR e.unit_code = $4) AND e.kind <> 'account'
        UNION ALL SELECT 'ledger', kind, NULL, valid_from, NULL FROM person_marks WHERE person_id = ANY ($1) AND valid_from <= $3
        ORDER BY 2, 4
        """;

    private const string Sharing =
        """
        WITH standing AS (SELECT e.* FROM register_entries e JOIN registers r USING (import_id) WHERE NOT r.withdrawn)
        SELECT count(DISTINCT coalesce(other.person_id::text, other.unit_code))::int
        FROM standing own JOIN standing other ON other.kind = 'account' AND other.value = own.value
        WHERE own.kind = 'account' AND own.person_id = ANY ($1) AND (other.person_id IS NULL OR other.person_id <> ALL ($1))
        """;

    private const string States = "SELECT kind, max(as_of) FROM registers WHERE NOT withdrawn GROUP BY kind";

    /// <summary>Entries on a person that hold on one of some days; of staff lists, that of the unit alone.</summary>
    public Task<List<RegisterHit>> HitsAsync(LinkedPerson person, string unitCode, DateOnly from, DateOnly to, CancellationToken cancellation) => database.RowsAsync(
        Hits,
        [person.Ids.ToArray(), from, to, unitCode],
        row => new RegisterHit(row.GetString(1), row.TextOrNull(2), row.Date(3), row.DateOrNull(4), row.GetString(0)),
        cancellation);

    /// <summary>How many others have the same account as a person.</summary>
    public async Task<int> SharedAccountsAsync(LinkedPerson person, CancellationToken cancellation) =>
        (await database.RowsAsync(Sharing, [person.Ids.ToArray()], row => row.GetInt32(0), cancellation)).Single();

    /// <summary>The day that each register shows the state of.</summary>
    public async Task<IReadOnlyDictionary<string, DateOnly>> StatesAsync(CancellationToken cancellation) =>
        (await database.RowsAsync(States, [], row => (Kind: row.GetString(0), AsOf: row.Date(1)), cancellation))
            .ToDictionary(state => state.Kind, state => state.AsOf);
}
