namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>Commands of a ledger entry.</summary>
internal abstract partial record LedgerEntryCommand
{
    private LedgerEntryCommand()
    {
    }

    public sealed record OpenLedgerEntry(
        Guid PersonId,
        string Region,
        AssignmentPlace AssignedBy,
        string EducationLevel,
        DateOnly LeftSchoolOn,
        IReadOnlyList<string> HardshipCategories,
        EntrySource Source,
        Guid SourceId,
        int Age,
        DateOnly Today) : LedgerEntryCommand;

    public sealed record RecordContact(
        Guid ContactId,
        ContactChannel Channel,
        ContactOutcome Outcome,
        string? Classification,
        DateOnly ContactedOn,
        DateOnly Today) : LedgerEntryCommand;

    public sealed record RecordInternship(
        Guid PlacementId, Guid UnitId, string UnitRegion, DateOnly StartsOn, DateOnly EndsOn) : LedgerEntryCommand;

    public sealed record RecordInternshipEnd(Guid PlacementId, Guid UnitId, DateOnly EndedOn) : LedgerEntryCommand;
}
