using Npgsql;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>Whose entries a caller asks for.</summary>
internal sealed class OfficerQueries(NpgsqlDataSource database)
{
    private const string Me = "me";
    private const string None = "none";

    /// <summary>Accounts to look for; null when it does not matter, empty for entries that nobody has.</summary>
    public async Task<string[]?> AskedAsync(string? officer, Caller caller, DateOnly today, CancellationToken cancellationToken) => officer switch
    {
        null => null,
        None => [],
        Me => [caller.Subject, .. await CoveredAsync(caller, today, cancellationToken)],
        _ => [officer],
    };

    /// <summary>Officers whom the caller stands in for today, in regions that the caller answers for.</summary>
    private async Task<IReadOnlyList<string>> CoveredAsync(Caller caller, DateOnly today, CancellationToken cancellationToken) =>
        await database.RowsAsync(
            "SELECT DISTINCT officer FROM officer_covers WHERE substitute = $1 AND from_day <= $2 AND until >= $2 AND region LIKE ANY ($3)",
            [caller.Subject, today, RegionPatterns.Of(caller, null)],
            row => row.GetString(0),
            cancellationToken);
}
