using System.Collections.Immutable;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>States of a ledger entry.</summary>
internal abstract record LedgerEntryState
{
    private LedgerEntryState()
    {
    }

    public sealed record NotOpened : LedgerEntryState;

    /// <summary>An entry that is followed up.</summary>
    /// <param name="PersonId">The person.</param>
    /// <param name="Region">County of the entry.</param>
    /// <param name="OpenedOn">China date.</param>
    /// <param name="Classification">Newest classification; null until the person was reached.</param>
    /// <param name="Internships">Internships by placement.</param>
    /// <param name="Contacts">Ids of recorded contacts.</param>
    public sealed record Open(
        Guid PersonId,
        string Region,
        DateOnly OpenedOn,
        string? Classification,
        ImmutableDictionary<Guid, InternshipPeriod> Internships,
        ImmutableHashSet<Guid> Contacts) : LedgerEntryState
    {
        public bool IsInternOn(DateOnly date) => Internships.Values.Any(p => p.Contains(date));
    }
}

/// <summary>What is known of an internship; its start and its end are told by separate messages, in any order.</summary>
internal sealed record InternshipPeriod(DateOnly? StartsOn, DateOnly? EndsOn, DateOnly? EndedOn)
{
    public static InternshipPeriod Unknown { get; } = new(null, null, null);

    public bool Contains(DateOnly date) => StartsOn <= date && date <= (EndedOn ?? EndsOn);
}
