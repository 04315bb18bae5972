namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>Commands that come from registers and from other services.</summary>
internal abstract partial record LedgerEntryCommand
{
    public sealed record RegisterUnemployment(Guid SourceId, string Region, DateOnly RegisteredOn, int Age) : LedgerEntryCommand;

    public sealed record EndUnemployment(Guid SourceId, string Region, DateOnly RegisteredOn, DateOnly EndedOn) : LedgerEntryCommand;

    public sealed record RecordAccount(DateOnly Today) : LedgerEntryCommand;

    public sealed record RequestFollowUp(Guid PlacementId, Guid UnitId, DateOnly RequestedOn) : LedgerEntryCommand;
}
