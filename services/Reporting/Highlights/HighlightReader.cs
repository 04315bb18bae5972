using Npgsql;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Reporting.Highlights;

/// <summary>Reads texts and what is owed.</summary>
internal sealed class HighlightReader(NpgsqlDataSource dataSource, PolicyData policy)
{
    /// <summary>Texts of a caller's regions, by id; drafts of the caller's own prefectures only.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="region">Region; null for all of the caller's.</param>
    /// <param name="month">Month; null for all.</param>
    /// <param name="after">Id after which the page begins; null for the first.</param>
    /// <param name="rows">Most rows.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public Task<List<HighlightRow>> ListAsync(
        Caller caller, string? region, YearMonth? month, Guid? after, int rows, CancellationToken cancellationToken) => dataSource.RowsAsync(
        """
        SELECT highlight_id, region, month, title, text, length, status, filed_on, COALESCE(filed_on > due_on, false), note FROM highlights
        WHERE region LIKE ANY ($1) AND ($2::text IS NULL OR month = $2) AND ($3::uuid IS NULL OR highlight_id > $3)
            AND (status <> 'draft' OR region = ANY ($5))
        ORDER BY highlight_id LIMIT $4
        """,
        [RegionPatterns.Of(caller, region), month?.ToString(), after, rows, caller.Regions.Select(own => own.Value).ToArray()],
        row => new HighlightRow(
            row.GetGuid(0),
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.GetInt32(5),
            row.GetString(6),
            row.DateOrNull(7),
            row.GetBoolean(8),
            row.TextOrNull(9)),
        cancellationToken);

    /// <summary>Whether a pack asks regions for texts in a month.</summary>
    public bool AreAskedOf(IReadOnlyList<Region> regions, YearMonth month) =>
        regions.All(region => HighlightRules.Find(policy.Book, region.Code, month)?.Months.Contains(month.Month) == true);

    /// <summary>Months of the year so far that ask one of some regions for texts.</summary>
    public IReadOnlyList<YearMonth> MonthsOf(IReadOnlyList<Region> regions, DateOnly today) =>
    [
        .. Enumerable.Range(1, 12).Select(month => new YearMonth(today.Year, month))
            .Where(month => month.FirstDay <= today && regions.Any(region => AreAskedOf([region], month))),
    ];

    /// <summary>What prefectures owe and have filed in a month.</summary>
    /// <exception cref="InvalidOperationException">No pack asks them for texts, see <see cref="AreAskedOf"/>.</exception>
    public async Task<IReadOnlyList<HighlightDuty>> DutiesAsync(
        IReadOnlyList<Region> prefectures, YearMonth month, CancellationToken cancellationToken)
    {
        var filed = await dataSource.RowsAsync(
            """
            SELECT region, count(*) FILTER (WHERE filed_on <= due_on)::int, count(*) FILTER (WHERE filed_on > due_on)::int FROM highlights
            WHERE month = $1 AND status NOT IN ('draft', 'withdrawn') GROUP BY region
            """,
            [month.ToString()],
            row => (Region: row.GetString(0), InTime: row.GetInt32(1), Late: row.GetInt32(2)),
            cancellationToken);
        var byRegion = filed.ToDictionary(row => row.Region);
        return [.. prefectures.Select(prefecture => DutyOf(prefecture, month, byRegion.GetValueOrDefault(prefecture.Code.Value)))];
    }

    private HighlightDuty DutyOf(Region prefecture, YearMonth month, (string Region, int InTime, int Late) filed)
    {
        var due = HighlightRules.Find(policy.Book, prefecture.Code, month)?.PerMonth
            ?? throw new InvalidOperationException($"Nobody asks {prefecture.Code} for texts in {month}.");
        return new HighlightDuty(
            prefecture.Code.Value, prefecture.Name, due, filed.InTime, filed.Late, Math.Max(0, due - filed.InTime - filed.Late));
    }
}
