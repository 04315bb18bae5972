namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>
/// Two entries of one person become one, and two again if that was a mistake. What was recorded on an entry, before, during or after, stays on
/// that entry; while they are merged, officers record on the surviving one, which also knows the other's internships.
/// </summary>
internal abstract partial record LedgerEntryEvent
{
    /// <summary>The entry was merged into another one.</summary>
    public sealed record LedgerEntryMerged(Guid PersonId, Guid IntoPersonId, Guid CaseId, string Region, DateOnly MergedOn) : LedgerEntryEvent;

    /// <summary>The entry took another one in.</summary>
    /// <param name="PersonId">The surviving person.</param>
    /// <param name="AbsorbedPersonId">The other one.</param>
    /// <param name="CaseId">The duplicate case.</param>
    /// <param name="Internships">What the other entry knew of internships.</param>
    /// <param name="MergedOn">China date.</param>
    public sealed record LedgerEntryAbsorbed(
        Guid PersonId, Guid AbsorbedPersonId, Guid CaseId, IReadOnlyList<AbsorbedInternship> Internships, DateOnly MergedOn) : LedgerEntryEvent;

    /// <summary>The entry stands on its own again.</summary>
    public sealed record LedgerEntryUnmerged(Guid PersonId, Guid FromPersonId, Guid CaseId, string Region, DateOnly UnmergedOn) : LedgerEntryEvent;

    /// <summary>The entry gave another one back.</summary>
    public sealed record LedgerEntrySplit(Guid PersonId, Guid AbsorbedPersonId, Guid CaseId, DateOnly UnmergedOn) : LedgerEntryEvent;

    /// <summary>An internship became known, or ended, under the id of an entry that was taken in.</summary>
    public sealed record AbsorbedInternshipRecorded(Guid PersonId, Guid AbsorbedPersonId, AbsorbedInternship Internship) : LedgerEntryEvent;
}

/// <summary>An internship of an entry that was taken in.</summary>
internal sealed record AbsorbedInternship(Guid PlacementId, DateOnly? StartsOn, DateOnly? EndsOn, DateOnly? EndedOn);
