using Npgsql;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>An entry of the ledger, its person masked.</summary>
/// <param name="PersonId">The person, everywhere.</param>
/// <param name="Person">Who it is, masked.</param>
/// <param name="Region">County of the entry.</param>
/// <param name="Status"><c>registered</c> until the person is reached, then the newest classification.</param>
/// <param name="AssignedBy">Place of the person that led to the county.</param>
/// <param name="EducationLevel">Code of the education level.</param>
/// <param name="LeftSchoolOn">Day the person left school.</param>
/// <param name="HardshipCategories">Codes of hardship categories.</param>
/// <param name="Source">How the person was found.</param>
/// <param name="OpenedOn">China date.</param>
/// <param name="LastContactOn">Day of the newest attempt to reach the person.</param>
internal record LedgerEntryView(
    Guid PersonId,
    MaskedPerson Person,
    string Region,
    string Status,
    string AssignedBy,
    string EducationLevel,
    DateOnly LeftSchoolOn,
    IReadOnlyList<string> HardshipCategories,
    string Source,
    DateOnly OpenedOn,
    DateOnly? LastContactOn)
{
    /// <summary><c>open</c>, <c>merged</c>, <c>deceased</c> or <c>erased</c>.</summary>
    public string Standing { get; init; } = LedgerProjection.Standing;

    /// <summary>The entry that this one was merged into.</summary>
    public Guid? MergedInto { get; init; }

    /// <summary>Last day of a temporary transfer to the county.</summary>
    public DateOnly? LentUntil { get; init; }

    /// <summary>Account of the county's officer for the entry.</summary>
    public string? Officer { get; init; }
}

/// <summary>An entry with its history.</summary>
internal sealed record LedgerEntryDetail(LedgerEntryView Entry, IReadOnlyList<ContactView> Contacts, IReadOnlyList<InternshipView> Internships)
{
    /// <summary>Entries that were merged into this one.</summary>
    public IReadOnlyList<Guid> Absorbed { get; init; } = [];

    public IReadOnlyList<SourceView> Sources { get; init; } = [];

    public IReadOnlyList<UnemploymentView> Unemployment { get; init; } = [];

    public IReadOnlyList<FollowUpView> FollowUps { get; init; } = [];
}

/// <summary>A way in which the person was found.</summary>
internal sealed record SourceView(string Source, Guid SourceId, DateOnly AddedOn)
{
    public const string Select = "SELECT source, source_id, added_on FROM ledger_sources WHERE person_id = ANY ($1) ORDER BY added_on, source";

    public static SourceView Of(NpgsqlDataReader row) => new(row.GetString(0), row.GetGuid(1), row.Date(2));
}

/// <summary>An unemployment registration.</summary>
internal sealed record UnemploymentView(DateOnly RegisteredOn, string Region, int Age, DateOnly? EndedOn)
{
    public const string Select =
        "SELECT registered_on, region, age, ended_on FROM ledger_unemployment WHERE person_id = ANY ($1) ORDER BY registered_on";

    public static UnemploymentView Of(NpgsqlDataReader row) => new(row.Date(0), row.GetString(1), row.GetInt32(2), row.DateOrNull(3));
}

/// <summary>Help that was asked for after an internship (H9 §二(六)); done with the first contact since.</summary>
internal sealed record FollowUpView(Guid PlacementId, Guid UnitId, DateOnly RequestedOn)
{
    public const string Select =
        "SELECT placement_id, unit_id, requested_on FROM ledger_follow_ups WHERE person_id = ANY ($1) ORDER BY requested_on, placement_id";

    public static FollowUpView Of(NpgsqlDataReader row) => new(row.GetGuid(0), row.GetGuid(1), row.Date(2));
}

/// <summary>An attempt to reach the person.</summary>
internal sealed record ContactView(Guid ContactId, string Channel, string Outcome, string? Classification, DateOnly ContactedOn, string RecordedBy)
{
    public const string Select =
        """
        SELECT contact_id, channel, outcome, classification, contacted_on, recorded_by
        FROM ledger_contacts WHERE person_id = ANY ($1) ORDER BY contact_id
        """;

    public static ContactView Of(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.TextOrNull(3), row.Date(4), row.GetString(5));
}

/// <summary>An internship of the person, as Internships told of it.</summary>
internal sealed record InternshipView(Guid PlacementId, Guid UnitId, DateOnly? StartsOn, DateOnly? EndsOn, DateOnly? EndedOn)
{
    public const string Select =
        "SELECT placement_id, unit_id, starts_on, ends_on, ended_on FROM ledger_internships WHERE person_id = ANY ($1) ORDER BY placement_id";

    public static InternshipView Of(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetGuid(1), row.DateOrNull(2), row.DateOrNull(3), row.DateOrNull(4));
}
