using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Internships;

/// <summary>The suspension of a host unit was lifted.</summary>
/// <param name="UnitId">The host unit.</param>
/// <param name="Region">County or district of the unit, GB/T 2260.</param>
/// <param name="LiftedOn">China date.</param>
[PublicEvent("youthplatform.internships.host_unit_suspension_lifted.v1")]
public sealed record HostUnitSuspensionLifted(Guid UnitId, string Region, DateOnly LiftedOn);
