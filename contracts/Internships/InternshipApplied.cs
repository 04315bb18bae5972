using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Internships;

/// <summary>A person applied for an internship post (H9 §二(四)). Whether the person was eligible shows in what follows.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="PersonId">The person.</param>
/// <param name="PostId">The post.</param>
/// <param name="UnitId">The host unit.</param>
/// <param name="Region">County or district of the host unit, GB/T 2260.</param>
/// <param name="IsHardship">Whether the person comes first as a hardship graduate (H9 §二(一)).</param>
/// <param name="AppliedOn">China date.</param>
[PublicEvent("youthplatform.internships.internship_applied.v1")]
public sealed record InternshipApplied(
    Guid ApplicationId, Guid PersonId, Guid PostId, Guid UnitId, string Region, bool IsHardship, DateOnly AppliedOn);
