using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A hardship graduate got a public-welfare post, after all that is owed had been offered (H32 §二(九)21).</summary>
/// <param name="PersonId">The graduate.</param>
/// <param name="Region">County that answers for the entry, GB/T 2260.</param>
/// <param name="From">First day.</param>
/// <param name="To">Agreed last day.</param>
/// <param name="ApprovedOn">China date.</param>
[PublicEvent("youthplatform.graduate_tracking.welfare_post_taken.v1")]
public sealed record WelfarePostTaken(Guid PersonId, string Region, DateOnly From, DateOnly To, DateOnly ApprovedOn);
