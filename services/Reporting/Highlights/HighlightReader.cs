using Npgsql;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Reporting.Highlights;

/// <summary>Reads texts and what is owed.</summary>
internal sealed class HighlightReader(NpgsqlDataSource dataSource, PolicyData policy)
{
    /// <summary>Texts of regions, by month and id.</summary>
    /// <param name="patterns">Regions, see <see cref="RegionPatterns"/>.</param>
    /// <param name="month">Month; null for all.</param>
    /// <param name="after">Id after which the page begins; null for the first.</param>
    /// <param name="rows">Most rows.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public Task<List<HighlightRow>> ListAsync(
        string[] patterns, YearMonth? month, Guid? after, int rows, CancellationToken cancellationToken) => dataSource.RowsAsync(
        """
        SELECT highlight_id, region, month, title, length, status, filed_on, filed_on > due_on FROM highlights
        WHERE region LIKE ANY ($1) AND ($2::text IS NULL OR month = $2) AND ($3::uuid IS NULL OR highlight_id > $3)
        ORDER BY highlight_id LIMIT $4
        """,
        [patterns, month?.ToString(), after, rows],
        row => new HighlightRow(
            row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt32(4), row.GetString(5), row.Date(6), row.GetBoolean(7)),
        cancellationToken);

    /// <summary>Whether a pack asks regions for texts in a month.</summary>
    public bool AreAskedOf(IReadOnlyList<Region> regions, YearMonth month)
    {
        try
        {
            return regions.All(region => HighlightRules.Of(policy.Book, region.Code, month).Months.Contains(month.Month));
        }
        catch (PolicyParameterMissingException)
        {
            return false;
        }
    }

    /// <summary>What prefectures owe and have filed in a month.</summary>
    /// <exception cref="PolicyParameterMissingException">No pack asks them for texts, see <see cref="AreAskedOf"/>.</exception>
    public async Task<IReadOnlyList<HighlightDuty>> DutiesAsync(
        IReadOnlyList<Region> prefectures, YearMonth month, CancellationToken cancellationToken)
    {
        var filed = await dataSource.RowsAsync(
            """
            SELECT region, count(*) FILTER (WHERE filed_on <= due_on)::int, count(*) FILTER (WHERE filed_on > due_on)::int FROM highlights
            WHERE month = $1 AND status <> 'withdrawn' GROUP BY region
            """,
            [month.ToString()],
            row => (Region: row.GetString(0), InTime: row.GetInt32(1), Late: row.GetInt32(2)),
            cancellationToken);
        var byRegion = filed.ToDictionary(row => row.Region);
        return [.. prefectures.Select(prefecture => DutyOf(prefecture, month, byRegion.GetValueOrDefault(prefecture.Code.Value)))];
    }

    private HighlightDuty DutyOf(Region prefecture, YearMonth month, (string Region, int InTime, int Late) filed)
    {
        var due = HighlightRules.Of(policy.Book, prefecture.Code, month).PerMonth;
        return new HighlightDuty(
            prefecture.Code.Value, prefecture.Name, due, filed.InTime, filed.Late, Math.Max(0, due - filed.InTime - filed.Late));
    }
}
