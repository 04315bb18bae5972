using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A person of the ledger has died. Nothing is owed to or expected of the person from that day on.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Region">County of the entry, GB/T 2260.</param>
/// <param name="DeceasedOn">Day of death.</param>
/// <param name="RecordedOn">China date on which it became known.</param>
[PublicEvent("youthplatform.graduate_tracking.person_deceased.v1")]
public sealed record PersonDeceased(Guid PersonId, string Region, DateOnly DeceasedOn, DateOnly RecordedOn);
