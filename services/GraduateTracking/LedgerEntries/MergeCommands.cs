namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>Commands that end a doubt about who a person is, and end the entry.</summary>
internal abstract partial record LedgerEntryCommand
{
    public sealed record MergeInto(Guid IntoPersonId, Guid CaseId, DateOnly Today) : LedgerEntryCommand;

    public sealed record Absorb(
        Guid AbsorbedPersonId, Guid CaseId, IReadOnlyList<AbsorbedInternship> Internships, DateOnly Today) : LedgerEntryCommand;

    public sealed record Unmerge(Guid CaseId, DateOnly Today) : LedgerEntryCommand;

    public sealed record Split(Guid AbsorbedPersonId, Guid CaseId, DateOnly Today) : LedgerEntryCommand;

    public sealed record RecordAbsorbedInternship(Guid AbsorbedPersonId, AbsorbedInternship Internship) : LedgerEntryCommand;

    public sealed record RecordDeath(DateOnly DeceasedOn, DateOnly Today) : LedgerEntryCommand;

    public sealed record Erase(Guid ReceiptId, ErasureGround Ground, DateOnly Today) : LedgerEntryCommand;
}
