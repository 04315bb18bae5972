using System.Collections.Immutable;
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

/// <summary>A registration as unemployed (H9 §二(一)).</summary>
/// <param name="RegisteredOn">China date.</param>
/// <param name="Age">Age in full years on that day.</param>
internal sealed record UnemploymentRegistration(DateOnly RegisteredOn, int Age);

/// <summary>What the ledger told of a person beside the entry.</summary>
/// <param name="DiedOn">Day of death.</param>
/// <param name="ErasedOn">Day on which the personal data were erased.</param>
/// <param name="Unemployment">The newest registration as unemployed.</param>
/// <param name="Over">Registrations that ended, by the day they began, with the day of the end.</param>
internal sealed record PersonRecord(
    DateOnly? DiedOn, DateOnly? ErasedOn, UnemploymentRegistration? Unemployment, ImmutableSortedDictionary<DateOnly, DateOnly> Over)
{
    /// <summary>Hardships that were recognized or ended since the entry; null while those of the entry hold.</summary>
    public KnownHardship? Hardship { get; init; }

    public static PersonRecord Empty { get; } = new(null, null, null, ImmutableSortedDictionary<DateOnly, DateOnly>.Empty);

    /// <summary>The registration that holds on a day.</summary>
    public UnemploymentRegistration? UnemployedOn(DateOnly day) =>
        Unemployment is { } known && known.RegisteredOn <= day && !(Over.TryGetValue(known.RegisteredOn, out var ended) && ended <= day) ? known : null;
}

/// <summary>What the ledger told of hardships, and at which position of its public log.</summary>
internal sealed record KnownHardship(ImmutableArray<string> Categories, long Sequence);

internal abstract record PersonState
{
    private PersonState(PersonRecord record) => Record = record;

    public PersonRecord Record { get; init; }

    public sealed record Unknown(PersonRecord Told) : PersonState(Told);

    public sealed record Known(PersonFacts Facts, PersonRecord Told) : PersonState(Told);
}
