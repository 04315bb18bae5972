namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>What further sources and registers say of a person who has an entry.</summary>
internal abstract partial record LedgerEntryEvent
{
    /// <summary>A person with an entry was found in another way too (H32 §二(六)15, 17).</summary>
    public sealed record SourceAdded(Guid PersonId, EntrySource Source, Guid SourceId, DateOnly AddedOn) : LedgerEntryEvent;

    /// <summary>The person is registered as unemployed.</summary>
    /// <param name="PersonId">The person.</param>
    /// <param name="Region">County of the register.</param>
    /// <param name="SourceId">The register's file, or the intake.</param>
    /// <param name="RegisteredOn">Day of the registration.</param>
    /// <param name="AgeOnRegistration">Age in full years on that day.</param>
    public sealed record UnemploymentRegistered(
        Guid PersonId, string Region, Guid SourceId, DateOnly RegisteredOn, int AgeOnRegistration) : LedgerEntryEvent;

    /// <summary>The person's unemployment registration ended.</summary>
    public sealed record UnemploymentEnded(
        Guid PersonId, string Region, Guid SourceId, DateOnly RegisteredOn, DateOnly EndedOn) : LedgerEntryEvent;

    /// <summary>A bank account of the person was recorded, or replaced; the vault has its number.</summary>
    public sealed record BankAccountRecorded(Guid PersonId, string Region, DateOnly RecordedOn) : LedgerEntryEvent;

    /// <summary>The person's internship ended without employment, and further help was asked for (H9 §二(六)).</summary>
    public sealed record FollowUpRequested(Guid PersonId, Guid PlacementId, Guid UnitId, DateOnly RequestedOn) : LedgerEntryEvent;
}
