using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A registered destination is said to be wrong; it no longer counts as verified.</summary>
/// <param name="DestinationId">The registration.</param>
/// <param name="PersonId">The graduate.</param>
/// <param name="Region">County that answers for the entry, GB/T 2260.</param>
/// <param name="Code">Code of the destination.</param>
/// <param name="DisputedOn">China date.</param>
[PublicEvent("youthplatform.graduate_tracking.destination_disputed.v1")]
public sealed record DestinationDisputed(Guid DestinationId, Guid PersonId, string Region, string Code, DateOnly DisputedOn);
