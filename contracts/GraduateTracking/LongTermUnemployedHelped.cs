using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>Somebody young who had long been registered as unemployed was helped: by a service, or at a training camp (H32 §二(九)22).</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Region">County that answers for the entry, GB/T 2260.</param>
/// <param name="Kind">Code of the service, or <c>training_camp</c>.</param>
/// <param name="HelpedOn">China date.</param>
[PublicEvent("youthplatform.graduate_tracking.long_term_unemployed_helped.v1")]
public sealed record LongTermUnemployedHelped(Guid PersonId, string Region, string Kind, DateOnly HelpedOn);
