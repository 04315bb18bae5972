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
    /// <param name="Region">County of the entry; see <see cref="RegionOn"/> for who answers for it on a day.</param>
    /// <param name="OpenedOn">China date.</param>
    /// <param name="Internships">Internships by placement.</param>
    /// <param name="Contacts">Ids of recorded contacts.</param>
    public sealed record Open(
        Guid PersonId,
        string Region,
        DateOnly OpenedOn,
        ImmutableDictionary<Guid, InternshipPeriod> Internships,
        ImmutableHashSet<Guid> Contacts) : LedgerEntryState
    {
        /// <summary>What is known of the person.</summary>
        public required EntryFacts Facts { get; init; }

        /// <summary>Newest classification; null until the person was classified.</summary>
        public Classification? Newest { get; init; }

        public bool IsHardship => Facts.HardshipCategories.Count > 0;

        public bool IsEmployed => Newest?.Duty == Duty.Employed;

        /// <summary>How the person was found.</summary>
        public ImmutableHashSet<EntrySource> Sources { get; init; } = [];

        /// <summary>Officers by county.</summary>
        public ImmutableDictionary<string, string> Officers { get; init; } = ImmutableDictionary<string, string>.Empty;

        /// <summary>A transfer that waits for its answer.</summary>
        public LedgerEntryEvent.TransferProposed? Pending { get; init; }

        /// <summary>The newest temporary transfer.</summary>
        public LedgerEntryEvent.TransferAccepted? Lent { get; init; }

        /// <summary>Unemployment registrations by their day, with the day on which each ended.</summary>
        public ImmutableDictionary<DateOnly, DateOnly?> Unemployment { get; init; } = ImmutableDictionary<DateOnly, DateOnly?>.Empty;

        /// <summary>Placements after which help was asked for.</summary>
        public ImmutableHashSet<Guid> FollowUps { get; init; } = [];

        /// <summary>Entries that were merged into this one.</summary>
        public ImmutableHashSet<Guid> Absorbed { get; init; } = [];

        public bool IsInternOn(DateOnly date) => Internships.Values.Any(p => p.Contains(date));

        /// <summary>The county that answers for the entry on a day: the borrowing one while a temporary transfer lasts.</summary>
        public string RegionOn(DateOnly date) => Lent is { Until: { } until } lent && date <= until ? lent.To : Region;
    }

    /// <summary>An entry that turned out to be of a person with another entry. It keeps what was recorded on it.</summary>
    /// <param name="Entry">The entry.</param>
    /// <param name="IntoPersonId">The surviving one.</param>
    /// <param name="CaseId">The duplicate case.</param>
    public sealed record Merged(Open Entry, Guid IntoPersonId, Guid CaseId) : LedgerEntryState;

    /// <summary>An entry of a person who has died or whose personal data were erased.</summary>
    /// <param name="Entry">The entry.</param>
    /// <param name="IsErased">Whether nobody can tell any more who the person is.</param>
    public sealed record Closed(Open Entry, bool IsErased) : LedgerEntryState;
}

/// <summary>What is known of an internship; its start and its end are told by separate messages, in any order.</summary>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Agreed last day.</param>
/// <param name="EndedOn">Last day, when it has ended.</param>
/// <param name="Of">The person of a merged entry whose internship it is; null for the entry's own.</param>
internal sealed record InternshipPeriod(DateOnly? StartsOn, DateOnly? EndsOn, DateOnly? EndedOn, Guid? Of = null)
{
    public static InternshipPeriod Unknown { get; } = new(null, null, null);

    public bool Contains(DateOnly date) => StartsOn <= date && date <= (EndedOn ?? EndsOn);
}
