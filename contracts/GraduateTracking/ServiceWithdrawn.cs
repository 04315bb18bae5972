using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A service had been recorded in error.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Region">County that answers for the entry, GB/T 2260.</param>
/// <param name="Kind">Code of the kind.</param>
/// <param name="Group">What it had counted for.</param>
/// <param name="WithdrawnOn">China date.</param>
[PublicEvent("youthplatform.graduate_tracking.service_withdrawn.v1")]
public sealed record ServiceWithdrawn(Guid ServiceId, Guid PersonId, string Region, string Kind, string Group, DateOnly WithdrawnOn);
