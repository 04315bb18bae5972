using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Duplicates;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Intakes;

/// <summary>An intake: a file or a request.</summary>
/// <param name="Source">How its people were found.</param>
/// <param name="SourceId">The import, or the request.</param>
/// <param name="Now">Instant, UTC.</param>
/// <param name="Today">China date.</param>
internal sealed record Intake(EntrySource Source, Guid SourceId, DateTimeOffset Now, DateOnly Today);

/// <summary>A person of an intake who has an entry already.</summary>
/// <param name="PersonId">The entry that goes on: the surviving one, if the person's was merged.</param>
/// <param name="Origin">Where the person came from.</param>
/// <param name="HasSource">Whether the entry knows the intake's kind of source.</param>
internal sealed record KnownEntry(Guid PersonId, PersonOrigin Origin, bool HasSource);

/// <summary>Takes people in, whatever the source: it finds who has an entry already, and who may have one under another citizen id.</summary>
internal sealed class IntakeBook(PersonVault vault, PersonSearch search, LikelyDuplicates duplicates, IEventStore store, NpgsqlDataSource database)
{
    /// <summary>Looks the people of a batch up, all at once.</summary>
    public async Task<IntakeBatch> OpenAsync(Intake intake, IReadOnlyCollection<IntakeEntry> entries, CancellationToken cancellationToken)
    {
        var people = await search.FindAsync([.. entries.Select(e => e.Person.CitizenId).Distinct()], cancellationToken);
        var rows = people.Count == 0
            ? []
            : (await database.RowsAsync(
                """
                SELECT e.person_id, coalesce(e.merged_into, e.person_id), s.source IS NOT NULL
                FROM ledger_entries e LEFT JOIN ledger_sources s ON s.person_id = coalesce(e.merged_into, e.person_id) AND s.source = $2
                WHERE e.person_id = ANY ($1)
                """,
                [people.Values.Select(p => p.PersonId).ToArray(), Names.Of(intake.Source)],
                row => (PersonId: row.GetGuid(0), Entry: row.GetGuid(1), HasSource: row.GetBoolean(2)),
                cancellationToken)).ToDictionary(row => row.PersonId);
        var known = people.ToDictionary(
            person => person.Key,
            person => new KnownEntry(rows[person.Value.PersonId].Entry, person.Value.Origin, rows[person.Value.PersonId].HasSource));
        return new IntakeBatch(intake, known, new(store), vault, duplicates);
    }
}
