using System.Collections.Frozen;
using Npgsql;
using YouthPlatform.GraduateTracking.ServiceRecords.Definitions;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.ServiceRecords.Files;

/// <summary>Finds the records that say what some rows say, whichever way they came in.</summary>
internal sealed class RecordsOnFile(NpgsqlDataSource database)
{
    // IS TRUE makes the server put what is on file for those days into a hash table, however many it thinks there are. Joined, a day of 50,000 records
    // that it has no statistics of was gone through once for each given one.
    private const string Alike =
        """
        SELECT given.number FROM unnest($2, $3, $4) WITH ORDINALITY AS given (region, on_day, content, number)
        WHERE ((given.region, given.on_day, given.content::jsonb) IN (
            SELECT r.region, r.on_day, r.content::jsonb FROM service_records r
            WHERE r.ledger = $1 AND r.on_day = ANY ($3) AND r.status = 'recorded')) IS TRUE
        """;

    /// <summary>Which of some records are on file, with the same values in the same region.</summary>
    public async Task<IReadOnlySet<RecordService>> AmongAsync(
        LedgerDefinition ledger, IReadOnlyCollection<RecordService> commands, CancellationToken cancellation)
    {
        object[] parameters =
        [
            ledger.Code,
            commands.Select(command => command.Identity.Region.Value).ToArray(),
            commands.Select(command => command.Content.On).ToArray(),
            commands.Select(command => command.Content.Text).ToArray(),
        ];
        var found = (await database.RowsAsync(Alike, parameters, row => row.GetInt64(0), cancellation)).ToHashSet();
        return commands.Where((_, index) => found.Contains(index + 1)).ToFrozenSet<RecordService>(ReferenceEqualityComparer.Instance);
    }
}
