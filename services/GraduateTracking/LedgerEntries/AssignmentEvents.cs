namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>Who answers for an entry: the county, and in it an officer.</summary>
internal abstract partial record LedgerEntryEvent
{
    /// <summary>A county asked another one to take the entry over (H32 §二(六)17: household, residence or place of job search).</summary>
    /// <param name="TransferId">The transfer.</param>
    /// <param name="PersonId">The person.</param>
    /// <param name="From">County that answers for the entry.</param>
    /// <param name="To">County that is to answer for it.</param>
    /// <param name="Place">What the person has to do with that county.</param>
    /// <param name="Until">Last day of a temporary transfer; null for one that is meant to last.</param>
    /// <param name="ProposedOn">China date.</param>
    public sealed record TransferProposed(
        Guid TransferId, Guid PersonId, string From, string To, AssignmentPlace Place, DateOnly? Until, DateOnly ProposedOn) : LedgerEntryEvent;

    /// <summary>The other county took the entry over. After the last day of a temporary transfer it is with the first county again.</summary>
    public sealed record TransferAccepted(
        Guid TransferId, Guid PersonId, string From, string To, AssignmentPlace Place, DateOnly? Until, DateOnly AcceptedOn) : LedgerEntryEvent;

    /// <summary>The other county does not take the entry over.</summary>
    /// <param name="TransferId">The transfer.</param>
    /// <param name="PersonId">The person.</param>
    /// <param name="From">County that goes on answering for the entry.</param>
    /// <param name="To">County that refuses.</param>
    /// <param name="Reason">Code of the pack's list <c>tracking.transfer_refusals</c>.</param>
    /// <param name="RefusedOn">China date.</param>
    public sealed record TransferRefused(
        Guid TransferId, Guid PersonId, string From, string To, string Reason, DateOnly RefusedOn) : LedgerEntryEvent;

    /// <summary>The county that had asked withdrew its request.</summary>
    public sealed record TransferWithdrawn(Guid TransferId, Guid PersonId, string From, string To, DateOnly WithdrawnOn) : LedgerEntryEvent;

    /// <summary>The entry was given to an officer of a county.</summary>
    /// <param name="PersonId">The person.</param>
    /// <param name="Region">County.</param>
    /// <param name="Officer">Account of the officer; null when nobody is to have it.</param>
    /// <param name="AssignedOn">China date.</param>
    public sealed record OfficerAssigned(Guid PersonId, string Region, string? Officer, DateOnly AssignedOn) : LedgerEntryEvent;
}
