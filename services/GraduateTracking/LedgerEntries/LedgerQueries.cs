using Npgsql;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>What is looked for in the ledger.</summary>
/// <param name="Regions">Patterns of regions, see <see cref="RegionPatterns"/>.</param>
/// <param name="Status">Only entries with this status.</param>
/// <param name="Officers">Only entries of these officers; an empty list asks for entries without one.</param>
/// <param name="FollowUpDue">Only entries for which help after an internship was asked and nobody was contacted since.</param>
internal sealed record LedgerFilter(string[] Regions, string? Status = null, string[]? Officers = null, bool FollowUpDue = false);

/// <summary>Reads the ledger, for the regions that a caller answers for.</summary>
internal sealed class LedgerQueries(NpgsqlDataSource dataSource, PersonVault vault)
{
    /// <summary>Entries that are followed up, by person id.</summary>
    public async Task<IReadOnlyList<LedgerEntryView>> ListAsync(
        LedgerFilter filter, DateOnly today, Guid after, int limit, CancellationToken cancellationToken)
    {
        const string Sql =
            $"""
            {LedgerRow.Select}
            WHERE {LedgerScope.Within} AND e.standing = '{LedgerProjection.Standing}' AND e.person_id > $3 AND ($4::text IS NULL OR e.status = $4)
                AND ($5::text[] IS NULL OR o.officer = ANY ($5) OR (cardinality($5) = 0 AND o.officer IS NULL))
                AND (NOT $6 OR EXISTS (SELECT 1 FROM ledger_follow_ups f WHERE f.person_id = e.person_id
                    AND (e.last_contact_on IS NULL OR e.last_contact_on < f.requested_on)))
            ORDER BY e.person_id LIMIT $7
            """;
        object?[] parameters = [filter.Regions, today, after, filter.Status, filter.Officers, filter.FollowUpDue, limit];
        var rows = await dataSource.RowsAsync(Sql, parameters, LedgerRow.Of, cancellationToken);
        var masked = await vault.ReadMaskedAsync([.. rows.Select(r => r.PersonId)], cancellationToken);
        return [.. rows.Select(r => r.ToView(masked(r.PersonId)))];
    }

    /// <summary>County that answers for an entry on a day; null when there is none.</summary>
    public async Task<string?> RegionOfAsync(Guid personId, DateOnly today, CancellationToken cancellationToken)
    {
        var regions = await dataSource.RowsAsync(
            $"SELECT {LedgerScope.Region} FROM ledger_entries e WHERE e.person_id = $1", [personId, today], row => row.GetString(0), cancellationToken);
        return regions.SingleOrDefault();
    }

    /// <summary>An entry with its history and that of entries merged into it, and the version of its stream.</summary>
    public async Task<(LedgerEntryDetail Detail, long Version)?> FindAsync(Guid personId, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await dataSource.RowsAsync($"{LedgerRow.Select} WHERE e.person_id = $1", [personId, today], LedgerRow.Of, cancellationToken);
        if (rows.SingleOrDefault() is not { } row)
        {
            return null;
        }

        var absorbed = await dataSource.RowsAsync(
            "SELECT person_id FROM ledger_entries WHERE merged_into = $1", [personId], found => found.GetGuid(0), cancellationToken);
        Guid[] people = [personId, .. absorbed];
        var contacts = await dataSource.RowsAsync(ContactView.Select, [people], ContactView.Of, cancellationToken);
        var internships = await dataSource.RowsAsync(InternshipView.Select, [people], InternshipView.Of, cancellationToken);
        var masked = await vault.ReadMaskedAsync([personId], cancellationToken);
        var detail = new LedgerEntryDetail(row.ToView(masked(personId)), contacts, internships)
        {
            Absorbed = absorbed,
            Sources = await dataSource.RowsAsync(SourceView.Select, [people], SourceView.Of, cancellationToken),
            Unemployment = await dataSource.RowsAsync(UnemploymentView.Select, [people], UnemploymentView.Of, cancellationToken),
            FollowUps = await dataSource.RowsAsync(FollowUpView.Select, [people], FollowUpView.Of, cancellationToken),
        };
        return (detail, row.Version);
    }
}
