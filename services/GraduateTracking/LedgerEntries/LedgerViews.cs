using YouthPlatform.GraduateTracking.Vault;

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
internal sealed record ContactView(Guid ContactId, string Channel, string Outcome, string? Classification, DateOnly ContactedOn, string RecordedBy);

/// <summary>An internship of the person, as Internships told of it.</summary>
internal sealed record InternshipView(Guid PlacementId, Guid UnitId, DateOnly? StartsOn, DateOnly? EndsOn, DateOnly? EndedOn);
