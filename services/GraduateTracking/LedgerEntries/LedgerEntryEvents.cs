using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>Events of <c>ledger_entry-{personId}</c>. None of them holds personal data: who the person is, the vault knows.</summary>
internal abstract partial record LedgerEntryEvent
{
    private LedgerEntryEvent()
    {
    }

    /// <summary>The person whose entry it is.</summary>
    public abstract Guid PersonId { get; init; }

    /// <summary>A person got an entry in the real-name ledger (H32 §二(六)17).</summary>
    /// <param name="PersonId">The person, everywhere.</param>
    /// <param name="Region">County that the entry is assigned to.</param>
    /// <param name="AssignedBy">Which place of the person led to the county.</param>
    /// <param name="EducationLevel">Code of the education level.</param>
    /// <param name="LeftSchoolOn">Day the person left school.</param>
    /// <param name="HardshipCategories">Codes of hardship categories.</param>
    /// <param name="Source">How the person was found.</param>
    /// <param name="SourceId">The roster import.</param>
    /// <param name="AgeOnOpening">Age in full years on that day; the date of birth stays in the vault.</param>
    /// <param name="OpenedOn">China date.</param>
    public sealed record LedgerEntryOpened(
        Guid PersonId,
        string Region,
        AssignmentPlace AssignedBy,
        string EducationLevel,
        DateOnly LeftSchoolOn,
        IReadOnlyList<string> HardshipCategories,
        EntrySource Source,
        Guid SourceId,
        int AgeOnOpening,
        DateOnly OpenedOn) : LedgerEntryEvent;

    /// <summary>Someone tried to reach the person, and what came of it.</summary>
    /// <param name="ContactId">The contact.</param>
    /// <param name="PersonId">The person.</param>
    /// <param name="Region">County of the entry at that time.</param>
    /// <param name="Channel">How the person was approached.</param>
    /// <param name="Outcome">Whether the person was reached.</param>
    /// <param name="ContactedOn">China date of the contact.</param>
    public sealed record ContactRecorded(
        Guid ContactId,
        Guid PersonId,
        string Region,
        ContactChannel Channel,
        ContactOutcome Outcome,
        DateOnly ContactedOn) : LedgerEntryEvent;

    /// <summary>The person was found to be employed, unemployed and so on (H32 §二(六)17), or found to be so still.</summary>
    /// <param name="PersonId">The person.</param>
    /// <param name="Region">County of the entry at that time.</param>
    /// <param name="ContactId">The contact that showed it, if one did.</param>
    /// <param name="Found">What the person is, and the evidence.</param>
    /// <param name="Previous">Code of the classification before; null for the first.</param>
    /// <param name="IsHardship">Whether the entry named a hardship.</param>
    /// <param name="Rule">The list by which the classification was read.</param>
    /// <param name="ClassifiedOn">China date.</param>
    public sealed record Classified(
        Guid PersonId,
        string Region,
        Guid? ContactId,
        Classification Found,
        string? Previous,
        bool IsHardship,
        RuleVersion Rule,
        DateOnly ClassifiedOn) : LedgerEntryEvent;

    /// <summary>The person began an internship; not employment (H9 §三(三)).</summary>
    public sealed record InternshipRecorded(
        Guid PersonId, Guid PlacementId, Guid UnitId, string UnitRegion, DateOnly StartsOn, DateOnly EndsOn) : LedgerEntryEvent;

    /// <summary>The person's internship ended.</summary>
    public sealed record InternshipEndRecorded(Guid PersonId, Guid PlacementId, Guid UnitId, DateOnly EndedOn) : LedgerEntryEvent;
}

/// <summary>The place by which an entry came to its county, in the order in which they are tried.</summary>
internal enum AssignmentPlace
{
    Household,
    Residence,
    JobSearch,
}

/// <summary>How a person was found: the pack's <c>tracking.intake_channels</c>.</summary>
internal enum EntrySource
{
    EducationRoster,
    UnemploymentRegistration,
    SelfRegistration,
    ServiceDesk,
    HomeVisit,
}

/// <summary>How a person was approached.</summary>
internal enum ContactChannel
{
    Phone,
    Message,
    Visit,
    ServiceDesk,
}

/// <summary>Whether the person was reached.</summary>
internal enum ContactOutcome
{
    Reached,
    NotReached,
    WrongNumber,
}
