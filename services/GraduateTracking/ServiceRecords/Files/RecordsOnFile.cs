using System.Collections.Frozen;
using Npgsql;
using YouthPlatform.GraduateTracking.ServiceRecords.Definitions;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.ServiceRecords.Files;

/// <summary>Finds the records that say what some rows say, whichever way they came in.</summary>
internal sealed class RecordsOnFile(NpgsqlDataSource database)
{
    private const string Alike =
        "SELECT region, content FROM service_records WHERE ledger = $1 AND status = 'recorded' AND on_day = ANY ($2) AND content = ANY ($3)";

    /// <summary>Which of some records are on file, with the same values in the same region.</summary>
    public async Task<IReadOnlySet<RecordService>> AmongAsync(
        LedgerDefinition ledger, IReadOnlyCollection<RecordService> commands, CancellationToken cancellation)
    {
        object[] parameters =
        [
            ledger.Code,
            commands.Select(command => command.Content.On).Distinct().ToArray(),
            commands.Select(command => command.Content.Text).Distinct().ToArray(),
        ];
        var found = (await database.RowsAsync(Alike, parameters, row => (row.GetString(0), row.GetString(1)), cancellation)).ToHashSet();
        return commands.Where(command => found.Contains((command.Identity.Region.Value, command.Content.Text)))
            .ToFrozenSet<RecordService>(ReferenceEqualityComparer.Instance);
    }
}
