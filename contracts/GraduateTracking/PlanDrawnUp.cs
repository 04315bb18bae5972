using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A hardship graduate got an individual plan (H32 §二(九)21).</summary>
/// <param name="PersonId">The graduate.</param>
/// <param name="Region">County that answers for the entry, GB/T 2260.</param>
/// <param name="Revision">1 for the first plan; a later one of the same person goes on counting.</param>
/// <param name="Steps">Number of steps.</param>
/// <param name="DrawnUpOn">China date.</param>
[PublicEvent("youthplatform.graduate_tracking.plan_drawn_up.v1")]
public sealed record PlanDrawnUp(Guid PersonId, string Region, int Revision, int Steps, DateOnly DrawnUpOn);
