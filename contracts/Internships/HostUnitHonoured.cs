using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Internships;

/// <summary>A host unit was given a status: an internship base, or a national demonstration unit (H9 §四(三), W62 §二(八)).</summary>
/// <param name="UnitId">The host unit.</param>
/// <param name="Region">County or district of the unit, GB/T 2260.</param>
/// <param name="Honour">Code of the status: <c>base</c> or <c>national_demonstration</c>.</param>
/// <param name="From">First day.</param>
[PublicEvent("youthplatform.internships.host_unit_honoured.v1")]
public sealed record HostUnitHonoured(Guid UnitId, string Region, string Honour, DateOnly From);
