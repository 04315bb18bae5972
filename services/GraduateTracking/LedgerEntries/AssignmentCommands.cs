namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>Commands about who answers for an entry.</summary>
internal abstract partial record LedgerEntryCommand
{
    public sealed record ProposeTransfer(Guid TransferId, string To, AssignmentPlace Place, DateOnly? Until, DateOnly Today) : LedgerEntryCommand;

    public sealed record AcceptTransfer(Guid TransferId, DateOnly Today) : LedgerEntryCommand;

    public sealed record RefuseTransfer(Guid TransferId, string Reason, DateOnly Today) : LedgerEntryCommand;

    public sealed record WithdrawTransfer(Guid TransferId, DateOnly Today) : LedgerEntryCommand;

    public sealed record AssignOfficer(string? Officer, DateOnly Today) : LedgerEntryCommand;
}
