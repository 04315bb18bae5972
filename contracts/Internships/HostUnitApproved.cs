using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Internships;

/// <summary>A host unit was approved to take interns.</summary>
/// <param name="UnitId">The host unit.</param>
/// <param name="Region">County or district of the unit, GB/T 2260.</param>
/// <param name="ApprovedOn">China date of the decision.</param>
[PublicEvent("youthplatform.internships.host_unit_approved.v1")]
public sealed record HostUnitApproved(Guid UnitId, string Region, DateOnly ApprovedOn);
