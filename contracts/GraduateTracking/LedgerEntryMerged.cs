using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>Two ledger entries turned out to be of one person: what is known of the one id is of the person of the other.</summary>
/// <param name="PersonId">The id that is not used any more.</param>
/// <param name="IntoPersonId">The id that is.</param>
/// <param name="Region">County of the entry that was merged, GB/T 2260.</param>
/// <param name="MergedOn">China date.</param>
[PublicEvent("youthplatform.graduate_tracking.ledger_entry_merged.v1")]
public sealed record LedgerEntryMerged(Guid PersonId, Guid IntoPersonId, string Region, DateOnly MergedOn);
