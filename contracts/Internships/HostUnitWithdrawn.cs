using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Internships;

/// <summary>An approved host unit left the programme.</summary>
/// <param name="UnitId">The host unit.</param>
/// <param name="Region">County or district of the unit, GB/T 2260.</param>
/// <param name="WithdrawnOn">China date.</param>
[PublicEvent("youthplatform.internships.host_unit_withdrawn.v1")]
public sealed record HostUnitWithdrawn(Guid UnitId, string Region, DateOnly WithdrawnOn);
