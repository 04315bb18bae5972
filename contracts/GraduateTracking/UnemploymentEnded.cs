using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A person's unemployment registration ended.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Region">County or district of the register, GB/T 2260.</param>
/// <param name="RegisteredOn">Which registration: the China date on which it began.</param>
/// <param name="EndedOn">China date of its end.</param>
[PublicEvent("youthplatform.graduate_tracking.unemployment_ended.v1")]
public sealed record UnemploymentEnded(Guid PersonId, string Region, DateOnly RegisteredOn, DateOnly EndedOn);
