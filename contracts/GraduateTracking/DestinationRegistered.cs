using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A graduate's destination was registered (H32 §二(十)24); it replaces what was registered before.</summary>
/// <param name="DestinationId">The registration.</param>
/// <param name="PersonId">The graduate.</param>
/// <param name="Region">County that answers for the entry, GB/T 2260.</param>
/// <param name="Code">Code of the destination, such as <c>employed</c> or <c>further_study</c>.</param>
/// <param name="From">China date from which it holds.</param>
/// <param name="RegisteredOn">China date.</param>
[PublicEvent("youthplatform.graduate_tracking.destination_registered.v1")]
public sealed record DestinationRegistered(Guid DestinationId, Guid PersonId, string Region, string Code, DateOnly From, DateOnly RegisteredOn);
