using Npgsql;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Subsidies;

/// <summary>Reads what the ledger knows of people whom a subsidy may be for.</summary>
internal sealed class LedgerFactsReader(NpgsqlDataSource database)
{
    /// <summary>An entry that was merged into another is read as that one.</summary>
    private const string Entries =
        """
        SELECT asked.person_id, entry.person_id, entry.education_level, entry.left_school_on
        FROM ledger_entries asked JOIN ledger_entries entry ON entry.person_id = coalesce(asked.merged_into, asked.person_id)
        WHERE asked.person_id = ANY ($1) AND entry.standing = 'open'
        """;

    private const string Internships =
        """
        SELECT person_id, starts_on, coalesce(ended_on, ends_on) FROM ledger_internships
        WHERE person_id = ANY ($1) AND starts_on IS NOT NULL AND coalesce(ended_on, ends_on) IS NOT NULL
        """;

    private const string Unemployment = "SELECT person_id, registered_on, ended_on, age FROM ledger_unemployment WHERE person_id = ANY ($1)";

    /// <summary>What is known, by the person that was asked for; nothing of those whose entry was closed.</summary>
    public async Task<IReadOnlyDictionary<Guid, LedgerFacts>> ReadAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellation)
    {
        var entries = await database.RowsAsync(
            Entries, [people.ToArray()], row => (row.GetGuid(0), Facts: new LedgerFacts(row.GetGuid(1), row.GetString(2), row.Date(3))), cancellation);
        object?[] ids = [entries.Select(entry => entry.Facts.PersonId).Distinct().ToArray()];
        var internships = (await database.RowsAsync(
            Internships, ids, row => (Person: row.GetGuid(0), Period: new DayPeriod(row.Date(1), row.Date(2))), cancellation)).ToLookup(row => row.Person, row => row.Period);
        var unemployment = (await database.RowsAsync(
            Unemployment,
            ids,
            row => (Person: row.GetGuid(0), Period: new Unemployment(new(row.Date(1), row.DateOrNull(2)), new AgeAssertion(row.GetInt32(3), row.Date(1)))),
            cancellation)).ToLookup(row => row.Person, row => row.Period);
        return entries.ToDictionary(
            entry => entry.Item1,
            entry => entry.Facts with { Internships = [.. internships[entry.Facts.PersonId]], Unemployment = [.. unemployment[entry.Facts.PersonId]] });
    }
}
