using Npgsql;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Sdmx.Structures;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Reporting.Sdmx.Data;

/// <summary>Figures of a form as they went out.</summary>
/// <param name="Region">The unit.</param>
/// <param name="Month">Reported month.</param>
/// <param name="ReleasedAt">When.</param>
/// <param name="State">Where the form stood.</param>
/// <param name="Version">Version of the figures.</param>
/// <param name="Figures">Figures by column.</param>
internal sealed record Release(
    string Region, YearMonth Month, DateTimeOffset ReleasedAt, ReleaseState State, int Version, IReadOnlyDictionary<int, decimal> Figures);

/// <summary>Reads what went out.</summary>
internal sealed class ReleaseReader(NpgsqlDataSource dataSource)
{
    /// <summary>All releases of a form up to an instant in the order in which they went out.</summary>
    public async Task<IReadOnlyList<Release>> ReadAsync(
        string form, IReadOnlyCollection<string> regions, DateTimeOffset? upTo, CancellationToken cancellationToken)
    {
        var rows = await dataSource.RowsAsync(
            """
            SELECT region, month, released_at, state, version, columns, figures FROM form_releases
            WHERE form = $1 AND region = ANY ($2) AND ($3::timestamptz IS NULL OR released_at <= $3)
            ORDER BY position
            """,
            [form, regions.ToArray(), upTo?.ToUniversalTime()],
            row => (
                Release: new Release(
                    row.GetString(0),
                    YearMonth.Parse(row.GetString(1)),
                    row.GetFieldValue<DateTimeOffset>(2),
                    ReleaseStates.Of(row.GetString(3)),
                    row.GetInt32(4),
                    Empty),
                Columns: row.IsDBNull(5) ? null : row.GetFieldValue<int[]>(5),
                Figures: row.IsDBNull(6) ? null : row.GetFieldValue<decimal[]>(6)),
            cancellationToken);
        return Standing(rows);
    }

    /// <summary>
    /// What stood after each step: the figures that were submitted and not returned, from the first lock on those that were locked or restated,
    /// whatever becomes of a form that was opened again until it is locked anew.
    /// </summary>
    private static List<Release> Standing(IEnumerable<(Release Release, int[]? Columns, decimal[]? Figures)> rows)
    {
        List<Release> releases = [];
        var last = new Dictionary<(string, YearMonth), Release>();
        foreach (var (release, columns, values) in rows)
        {
            var before = last.GetValueOrDefault((release.Region, release.Month));
            var isFinal = release.State == ReleaseStates.Locked || release.State == ReleaseStates.Restated;
            if (!isFinal && before?.State is { } state && (state == ReleaseStates.Locked || state == ReleaseStates.Restated))
            {
                continue;
            }

            var figures = release.State == ReleaseStates.Returned ? Empty
                : columns?.Zip(values!).ToDictionary(figure => figure.First, figure => figure.Second) ?? before!.Figures;
            releases.Add(last[(release.Region, release.Month)] = release with { Figures = figures });
        }

        return releases;
    }

    private static IReadOnlyDictionary<int, decimal> Empty { get; } = new Dictionary<int, decimal>();
}
