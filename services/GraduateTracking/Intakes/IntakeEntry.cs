using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Intakes;

/// <summary>What a row or a request says of a person, understood.</summary>
internal sealed record IntakeEntry(
    long Row,
    Person Person,
    string Region,
    AssignmentPlace AssignedBy,
    string EducationLevel,
    DateOnly LeftSchoolOn,
    IReadOnlyList<string> HardshipCategories,
    DateOnly BirthDate)
{
    public int AgeOn(DateOnly date) => ChinaDate.AgeOn(BirthDate, date);
}
