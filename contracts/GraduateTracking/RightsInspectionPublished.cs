using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>The results of a random inspection of employers and agencies were published (双随机、一公开, H32 §二(十)23).</summary>
/// <param name="InspectionId">The inspection; its sample and seed can be read by everybody.</param>
/// <param name="Region">Region of the authority, GB/T 2260.</param>
/// <param name="Period">Month <c>yyyy-MM</c> in which it took place.</param>
/// <param name="Inspected">Objects that were inspected.</param>
/// <param name="WithFindings">Objects of them at which something unlawful was found.</param>
/// <param name="PublishedOn">China date.</param>
[PublicEvent("youthplatform.graduate_tracking.rights_inspection_published.v1")]
public sealed record RightsInspectionPublished(Guid InspectionId, string Region, string Period, int Inspected, int WithFindings, DateOnly PublishedOn);
