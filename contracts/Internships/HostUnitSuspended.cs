using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Internships;

/// <summary>A host unit may neither publish posts nor take interns from a day on.</summary>
/// <param name="UnitId">The host unit.</param>
/// <param name="Region">County or district of the unit, GB/T 2260.</param>
/// <param name="From">First day.</param>
[PublicEvent("youthplatform.internships.host_unit_suspended.v1")]
public sealed record HostUnitSuspended(Guid UnitId, string Region, DateOnly From);
