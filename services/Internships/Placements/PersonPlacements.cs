using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.PersonLinks;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Placements;

/// <summary>Placements of people, under all ids of each.</summary>
/// <param name="Ends">The last day of an earlier internship, by id.</param>
/// <param name="Open">Ids under which a placement is arranged or runs.</param>
internal sealed record PersonPlacements(IReadOnlyDictionary<Guid, DateOnly> Ends, IReadOnlySet<Guid> Open)
{
    private const string Placements =
        """
        SELECT person_id, max(ended_on), bool_or(status IN ('arranged', 'running')) FROM placements WHERE person_id = ANY ($1) GROUP BY person_id
        """;

    public static async Task<PersonPlacements> LoadAsync(NpgsqlDataSource database, IEnumerable<LinkedPerson> people, CancellationToken cancellation)
    {
        Guid[] ids = [.. people.SelectMany(person => person.Ids).Distinct()];
        var rows = await database.RowsAsync(
            Placements, [ids], row => (Id: row.GetGuid(0), End: row.DateOrNull(1), IsOpen: row.GetBoolean(2)), cancellation);
        return new(
            rows.Where(row => row.End is not null).ToDictionary(row => row.Id, row => row.End!.Value),
            rows.Where(row => row.IsOpen).Select(row => row.Id).ToHashSet());
    }

    public DateOnly? EarlierEnd(LinkedPerson person) =>
        person.Ids.Where(Ends.ContainsKey).Select(id => (DateOnly?)Ends[id]).Max();

    /// <summary>A person is in one placement at a time; of one id the table's key sees to it.</summary>
    /// <exception cref="RuleViolation">The person has a placement under another id.</exception>
    public void RequireFree(LinkedPerson person)
    {
        if (person.Ids.Any(id => id != person.PersonId && Open.Contains(id)))
        {
            throw new RuleViolation("placement.person_placed_already", "该人员已有进行中的见习安排。");
        }
    }
}
