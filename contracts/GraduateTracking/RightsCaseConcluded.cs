using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A case of graduates' rights was concluded (H32 §二(十)23).</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Region">Region of the authority, GB/T 2260.</param>
/// <param name="Kind">Code of what it was about, such as <c>false_recruitment</c>.</param>
/// <param name="Outcome"><c>upheld</c> or <c>dismissed</c>.</param>
/// <param name="GraduatesConcerned">Graduates concerned.</param>
/// <param name="WasOrdered">Whether an order to rectify was given.</param>
/// <param name="ConcludedOn">China date.</param>
[PublicEvent("youthplatform.graduate_tracking.rights_case_concluded.v1")]
public sealed record RightsCaseConcluded(
    Guid CaseId, string Region, string Kind, string Outcome, int GraduatesConcerned, bool WasOrdered, DateOnly ConcludedOn);
