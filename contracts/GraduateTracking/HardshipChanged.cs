using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A hardship of a person was recognized, or no longer holds (H32 §二(九)21).</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Region">County that answers for the entry, GB/T 2260.</param>
/// <param name="HardshipCategories">Codes of all hardships from now on.</param>
/// <param name="ChangedOn">China date.</param>
[PublicEvent("youthplatform.graduate_tracking.hardship_changed.v1")]
public sealed record HardshipChanged(Guid PersonId, string Region, IReadOnlyList<string> HardshipCategories, DateOnly ChangedOn);
