using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>The personal data of a person were erased: nobody can tell any more who the id is. Figures that count the id stay as they are.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Region">County of the entry, GB/T 2260.</param>
/// <param name="ErasedOn">China date.</param>
[PublicEvent("youthplatform.graduate_tracking.person_erased.v1")]
public sealed record PersonErased(Guid PersonId, string Region, DateOnly ErasedOn);
