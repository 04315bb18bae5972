using YouthPlatform.Policy;

namespace YouthPlatform.Internships.People;

/// <summary>Facts that eligibility is judged on.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Region">County or district of the ledger entry, GB/T 2260.</param>
/// <param name="EducationLevel">Code of the education level.</param>
/// <param name="LeftSchoolOn">Day the person left school.</param>
/// <param name="HardshipCategories">Codes of hardship categories.</param>
/// <param name="Source">How the ledger found the person.</param>
/// <param name="EntryOpenedOn">China date of the ledger entry.</param>
/// <param name="AgeOnEntry">Age in full years on that day; null where the ledger did not say.</param>
internal sealed record PersonFacts(
    Guid PersonId,
    RegionCode Region,
    string EducationLevel,
    DateOnly LeftSchoolOn,
    IReadOnlyList<string> HardshipCategories,
    string Source,
    DateOnly EntryOpenedOn,
    int? AgeOnEntry);

internal abstract record PersonState
{
    private PersonState()
    {
    }

    public sealed record Unknown : PersonState;

    public sealed record Known(PersonFacts Facts) : PersonState;
}
