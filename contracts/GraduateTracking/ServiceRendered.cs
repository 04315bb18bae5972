using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A person of the ledger was given a service (H32 §二(六)17, E17 §二(六), W62 §二(六)).</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Region">County that answers for the entry, GB/T 2260.</param>
/// <param name="Kind">Code of the kind, such as <c>job_recommendation</c>.</param>
/// <param name="Group">What it counts for: <c>guidance</c>, <c>recommendation</c>, <c>training</c> or <c>startup</c>.</param>
/// <param name="RenderedOn">China date.</param>
[PublicEvent("youthplatform.graduate_tracking.service_rendered.v1")]
public sealed record ServiceRendered(Guid ServiceId, Guid PersonId, string Region, string Kind, string Group, DateOnly RenderedOn);
