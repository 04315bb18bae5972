using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>Another county took a ledger entry over (H32 §二(六)17).</summary>
/// <param name="PersonId">The person.</param>
/// <param name="FromRegion">County that answered for the entry, GB/T 2260.</param>
/// <param name="ToRegion">County that answers for it now.</param>
/// <param name="Place">What the person has to do with that county: <c>household</c>, <c>residence</c> or <c>job_search</c>.</param>
/// <param name="Until">Last day of a temporary transfer, after which the first county answers again; null for a lasting one.</param>
/// <param name="TransferredOn">China date.</param>
[PublicEvent("youthplatform.graduate_tracking.ledger_entry_transferred.v1")]
public sealed record LedgerEntryTransferred(
    Guid PersonId, string FromRegion, string ToRegion, string Place, DateOnly? Until, DateOnly TransferredOn);
