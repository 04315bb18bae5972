using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A merge of two ledger entries was a mistake: the two ids are two people again.</summary>
/// <param name="PersonId">The id that is used again.</param>
/// <param name="FromPersonId">The id that it had been merged into.</param>
/// <param name="Region">County of the entry that stands on its own again, GB/T 2260.</param>
/// <param name="UnmergedOn">China date.</param>
[PublicEvent("youthplatform.graduate_tracking.ledger_entry_unmerged.v1")]
public sealed record LedgerEntryUnmerged(Guid PersonId, Guid FromPersonId, string Region, DateOnly UnmergedOn);
