using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A registered destination was verified, by the employer or by a data match (H32 §二(十)24).</summary>
/// <param name="DestinationId">The registration.</param>
/// <param name="PersonId">The graduate.</param>
/// <param name="Region">County that answers for the entry, GB/T 2260.</param>
/// <param name="Code">Code of the destination.</param>
/// <param name="Source"><c>employer</c>, or the data that it was matched with.</param>
/// <param name="From">China date from which it holds.</param>
/// <param name="VerifiedOn">China date.</param>
[PublicEvent("youthplatform.graduate_tracking.destination_verified.v1")]
public sealed record DestinationVerified(
    Guid DestinationId, Guid PersonId, string Region, string Code, string Source, DateOnly From, DateOnly VerifiedOn);
