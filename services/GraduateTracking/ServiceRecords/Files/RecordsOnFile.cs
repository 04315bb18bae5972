using System.Collections.Frozen;
using Npgsql;
using YouthPlatform.GraduateTracking.ServiceRecords.Definitions;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.ServiceRecords.Files;

/// <summary>Finds the records that say what some rows say, whichever way they came in.</summary>
internal sealed class RecordsOnFile(NpgsqlDataSource database)
{
    private const string Alike =
        """
        SELECT given.number FROM unnest($2, $3, $4) WITH ORDINALITY AS given (region, on_day, content, number)
        WHERE EXISTS (
            SELECT FROM service_records r
            WHERE r.ledger = $1 AND r.on_day = given.on_day AND r.region = given.region AND r.status = 'recorded' AND r.content::jsonb = given.content::jsonb)
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
