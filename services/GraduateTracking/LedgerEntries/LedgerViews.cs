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
    DateOnly? LastContactOn);

/// <summary>An entry with its history.</summary>
internal sealed record LedgerEntryDetail(LedgerEntryView Entry, IReadOnlyList<ContactView> Contacts, IReadOnlyList<InternshipView> Internships);

/// <summary>An attempt to reach the person.</summary>
internal sealed record ContactView(Guid ContactId, string Channel, string Outcome, string? Classification, DateOnly ContactedOn, string RecordedBy)
{
    public const string Select =
        """
        SELECT contact_id, channel, outcome, classification, contacted_on, recorded_by
        FROM ledger_contacts WHERE person_id = $1 ORDER BY contact_id
        """;

    public static ContactView Of(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.TextOrNull(3), row.Date(4), row.GetString(5));
}

/// <summary>An internship of the person, as Internships told of it.</summary>
internal sealed record InternshipView(Guid PlacementId, Guid UnitId, DateOnly? StartsOn, DateOnly? EndsOn, DateOnly? EndedOn)
{
    public const string Select =
        "SELECT placement_id, unit_id, starts_on, ends_on, ended_on FROM ledger_internships WHERE person_id = $1 ORDER BY placement_id";

    public static InternshipView Of(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetGuid(1), row.DateOrNull(2), row.DateOrNull(3), row.DateOrNull(4));
}
