using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A person got an entry in the real-name ledger of unemployed leavers (H32 §二(六)17). No personal data: the person is an id.</summary>
/// <param name="PersonId">The person, everywhere.</param>
/// <param name="Region">County or district that the entry is assigned to, GB/T 2260.</param>
/// <param name="EducationLevel">Code of the education level, such as <c>bachelor</c> or <c>secondary_vocational</c>.</param>
/// <param name="LeftSchoolOn">Day the person left school.</param>
/// <param name="HardshipCategories">Codes of hardship categories; empty for most people.</param>
/// <param name="Source">How the person was found, such as <c>education_roster</c>.</param>
/// <param name="OpenedOn">China date of the entry.</param>
/// <param name="AgeOnOpening">Age in full years on that day: all that others learn of the date of birth. Null where it is not known.</param>
[PublicEvent("youthplatform.graduate_tracking.ledger_entry_opened.v1")]
public sealed record LedgerEntryOpened(
    Guid PersonId,
    string Region,
    string EducationLevel,
    DateOnly LeftSchoolOn,
    IReadOnlyList<string> HardshipCategories,
    string Source,
    DateOnly OpenedOn,
    int? AgeOnOpening = null);
