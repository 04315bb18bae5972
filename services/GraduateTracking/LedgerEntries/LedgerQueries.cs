using Dapper;
using Npgsql;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>Reads the ledger, for the regions that a caller answers for.</summary>
internal sealed class LedgerQueries(NpgsqlDataSource dataSource, PersonVault vault)
{
    private const string Columns =
        """
        person_id AS PersonId, region, status, assigned_by AS AssignedBy, education_level AS EducationLevel,
        left_school_on AS LeftSchoolOn, hardship, source, opened_on AS OpenedOn, last_contact_on AS LastContactOn, version
        """;

    /// <summary>Entries of regions (a code ending in 00 stands for all below it), by person id.</summary>
    public async Task<IReadOnlyList<LedgerEntryView>> ListAsync(
        IReadOnlyList<string> regions, string? status, Guid after, int limit, CancellationToken cancellationToken)
    {
        const string Sql =
            $"""
            SELECT {Columns} FROM ledger_entries
            WHERE region LIKE ANY(@patterns) AND person_id > @after AND (@status::text IS NULL OR status = @status)
            ORDER BY person_id LIMIT @limit
            """;
        var patterns = regions.Select(region => RegionCodes.Prefix(region) + "%").ToArray();
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<EntryRow>(
            new CommandDefinition(Sql, new { patterns, status, after, limit }, cancellationToken: cancellationToken))).ToList();
        var masked = await vault.ReadMaskedAsync([.. rows.Select(r => r.PersonId)], cancellationToken);
        return [.. rows.Select(r => r.ToView(masked(r.PersonId)))];
    }

    /// <summary>Region of an entry and version of its stream; null when there is none.</summary>
    public async Task<string?> RegionOfAsync(Guid personId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<string>(
            new CommandDefinition("SELECT region FROM ledger_entries WHERE person_id = @personId", new { personId }, cancellationToken: cancellationToken));
    }

    /// <summary>An entry with its history, and the version of its stream.</summary>
    public async Task<(LedgerEntryDetail Detail, long Version)?> FindAsync(Guid personId, CancellationToken cancellationToken)
    {
        const string Sql =
            $"""
            SELECT {Columns} FROM ledger_entries WHERE person_id = @personId;
            SELECT contact_id AS ContactId, channel, outcome, classification, contacted_on AS ContactedOn, recorded_by AS RecordedBy
            FROM ledger_contacts WHERE person_id = @personId ORDER BY contact_id;
            SELECT placement_id AS PlacementId, unit_id AS UnitId, starts_on AS StartsOn, ends_on AS EndsOn, ended_on AS EndedOn
            FROM ledger_internships WHERE person_id = @personId ORDER BY placement_id;
            """;
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(Sql, new { personId }, cancellationToken: cancellationToken));
        if (await results.ReadSingleOrDefaultAsync<EntryRow>() is not { } row)
        {
            return null;
        }

        var contacts = (await results.ReadAsync<ContactView>()).ToList();
        var internships = (await results.ReadAsync<InternshipView>()).ToList();
        var masked = await vault.ReadMaskedAsync([personId], cancellationToken);
        return (new LedgerEntryDetail(row.ToView(masked(personId)), contacts, internships), row.Version);
    }

    /// <summary>Properties, because the reader says of an array column only that it is one.</summary>
    private sealed record EntryRow
    {
        public Guid PersonId { get; init; }

        public string Region { get; init; } = "";

        public string Status { get; init; } = "";

        public string AssignedBy { get; init; } = "";

        public string EducationLevel { get; init; } = "";

        public DateOnly LeftSchoolOn { get; init; }

        public string[] Hardship { get; init; } = [];

        public string Source { get; init; } = "";

        public DateOnly OpenedOn { get; init; }

        public DateOnly? LastContactOn { get; init; }

        public long Version { get; init; }

        public LedgerEntryView ToView(MaskedPerson person) => new(
            PersonId, person, Region, Status, AssignedBy, EducationLevel, LeftSchoolOn, Hardship, Source, OpenedOn, LastContactOn);
    }
}
