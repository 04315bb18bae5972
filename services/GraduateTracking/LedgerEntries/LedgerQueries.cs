using Npgsql;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>Reads the ledger, for the regions that a caller answers for.</summary>
internal sealed class LedgerQueries(NpgsqlDataSource dataSource, PersonVault vault)
{
    private const string Columns =
        """
        person_id, region, status, assigned_by, education_level, left_school_on, hardship, source, opened_on, last_contact_on, version
        """;

    /// <summary>Entries of regions and all below them, by person id.</summary>
    public async Task<IReadOnlyList<LedgerEntryView>> ListAsync(
        IEnumerable<RegionCode> regions, string? status, Guid after, int limit, CancellationToken cancellationToken)
    {
        const string Sql =
            $"""
            SELECT {Columns} FROM ledger_entries
            WHERE region LIKE ANY ($1) AND person_id > $2 AND ($3::text IS NULL OR status = $3)
            ORDER BY person_id LIMIT $4
            """;
        object?[] parameters = [regions.Select(region => $"{region.Prefix}%").ToArray(), after, status, limit];
        var rows = await dataSource.RowsAsync(Sql, parameters, EntryRow.Of, cancellationToken);
        var masked = await vault.ReadMaskedAsync([.. rows.Select(r => r.PersonId)], cancellationToken);
        return [.. rows.Select(r => r.ToView(masked(r.PersonId)))];
    }

    /// <summary>County of an entry; null when there is none.</summary>
    public async Task<string?> RegionOfAsync(Guid personId, CancellationToken cancellationToken)
    {
        var regions = await dataSource.RowsAsync(
            "SELECT region FROM ledger_entries WHERE person_id = $1", [personId], row => row.GetString(0), cancellationToken);
        return regions.SingleOrDefault();
    }

    /// <summary>An entry with its history, and the version of its stream.</summary>
    public async Task<(LedgerEntryDetail Detail, long Version)?> FindAsync(Guid personId, CancellationToken cancellationToken)
    {
        var rows = await dataSource.RowsAsync(
            $"SELECT {Columns} FROM ledger_entries WHERE person_id = $1", [personId], EntryRow.Of, cancellationToken);
        if (rows.SingleOrDefault() is not { } row)
        {
            return null;
        }

        var contacts = await dataSource.RowsAsync(ContactView.Select, [personId], ContactView.Of, cancellationToken);
        var internships = await dataSource.RowsAsync(InternshipView.Select, [personId], InternshipView.Of, cancellationToken);
        var masked = await vault.ReadMaskedAsync([personId], cancellationToken);
        return (new LedgerEntryDetail(row.ToView(masked(personId)), contacts, internships), row.Version);
    }

    private sealed record EntryRow(
        Guid PersonId,
        string Region,
        string Status,
        string AssignedBy,
        string EducationLevel,
        DateOnly LeftSchoolOn,
        string[] Hardship,
        string Source,
        DateOnly OpenedOn,
        DateOnly? LastContactOn,
        long Version)
    {
        public static EntryRow Of(NpgsqlDataReader row) => new(
            row.GetGuid(0),
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.Date(5),
            row.GetFieldValue<string[]>(6),
            row.GetString(7),
            row.Date(8),
            row.DateOrNull(9),
            row.GetInt64(10));

        public LedgerEntryView ToView(MaskedPerson person) => new(
            PersonId, person, Region, Status, AssignedBy, EducationLevel, LeftSchoolOn, Hardship, Source, OpenedOn, LastContactOn);
    }
}
