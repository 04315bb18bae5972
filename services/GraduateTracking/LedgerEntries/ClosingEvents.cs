namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>Why an entry is not followed up any more.</summary>
internal abstract partial record LedgerEntryEvent
{
    /// <summary>The person has died.</summary>
    public sealed record PersonDeceased(Guid PersonId, string Region, DateOnly DeceasedOn, DateOnly RecordedOn) : LedgerEntryEvent;

    /// <summary>Nobody can tell any more who the person is: the data key and the look-up codes were deleted in the transaction of this event.</summary>
    /// <param name="PersonId">The person.</param>
    /// <param name="Region">County of the entry.</param>
    /// <param name="ReceiptId">Receipt of the erasure.</param>
    /// <param name="Ground">Why.</param>
    /// <param name="ErasedOn">China date.</param>
    public sealed record PersonErased(Guid PersonId, string Region, Guid ReceiptId, ErasureGround Ground, DateOnly ErasedOn) : LedgerEntryEvent;
}

/// <summary>Why personal data are erased.</summary>
internal enum ErasureGround
{
    /// <summary>The person asked for it.</summary>
    Request,

    /// <summary>The time for which they may be kept is over.</summary>
    Retention,
}
