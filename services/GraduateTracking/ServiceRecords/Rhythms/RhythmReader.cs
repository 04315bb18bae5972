using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.GraduateTracking.ServiceRecords.Definitions;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.ServiceRecords.Rhythms;

/// <summary>Which days of which regions are watched.</summary>
internal sealed record RhythmQuery(
    [property: Description("Region code, with those right below it; the caller's regions when left out")] string? Region,
    [property: Description("First day; that of the present month when left out")] DateOnly? From,
    [property: Description("Last day; today when left out")] DateOnly? To,
    [property: Description("met, open or missed; all when left out")] string? Status);

/// <summary>Reads how far regions are with a service.</summary>
internal static class RhythmReader
{
    private const int MostDays = 400;

    private const string Select =
        """
        SELECT region, on_day, content FROM service_records
        WHERE ledger = $1 AND status = 'recorded' AND on_day BETWEEN $2 AND $3 AND region LIKE ANY ($4)
        """;

    public static async Task<Ok<IReadOnlyList<RhythmStatus>>> ReadAsync(
        string ledger,
        [AsParameters] RhythmQuery query,
        LedgerDefinitions ledgers,
        Caller caller,
        NpgsqlDataSource database,
        PolicyData policy,
        TimeProvider time,
        CancellationToken cancellation)
    {
        var definition = ServiceRecordEndpoints.Find(ledgers, ledger);
        var days = DaysOf(query, time.Today());
        var regions = WatchedRegions.Of(query.Region, caller, policy.Regions);
        string[] patterns = [.. regions.Select(region => $"{region.Code.Prefix}%")];
        var records = await database.RowsAsync(
            Select,
            [definition.Code, days.First, days.To, patterns],
            row => new WatchedRecord(RegionCode.Parse(row.GetString(0)), row.Date(1), ServiceRecordRow.ValuesOf(row.GetString(2))),
            cancellation);
        var rules = new RhythmRules(policy.Book);
        var lines = from region in regions from rhythm in definition.Rhythms from line in rules.Of(rhythm, region, records, days) select line;
        return TypedResults.Ok<IReadOnlyList<RhythmStatus>>([.. lines.Where(line => query.Status is null || line.Status == query.Status)]);
    }

    private static WatchedDays DaysOf(RhythmQuery query, DateOnly today)
    {
        var to = query.To ?? today;
        var from = query.From ?? new DateOnly(to.Year, to.Month, 1);
        return from <= to && to.DayNumber - from.DayNumber <= MostDays
            ? new(from, to, today)
            : throw ApiException.BadRequest("request.days_invalid", $"from 不得晚于 to，且不超过 {MostDays} 天。");
    }
}
