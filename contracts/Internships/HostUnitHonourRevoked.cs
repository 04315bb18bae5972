using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Internships;

/// <summary>A host unit lost a status.</summary>
/// <param name="UnitId">The host unit.</param>
/// <param name="Region">County or district of the unit, GB/T 2260.</param>
/// <param name="Honour">Code of the status.</param>
/// <param name="RevokedOn">China date.</param>
[PublicEvent("youthplatform.internships.host_unit_honour_revoked.v1")]
public sealed record HostUnitHonourRevoked(Guid UnitId, string Region, string Honour, DateOnly RevokedOn);
