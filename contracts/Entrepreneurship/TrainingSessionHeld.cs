using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Entrepreneurship;

/// <summary>A session of a startup course took place (W62 §二(三): 100,000 attendances a year).</summary>
/// <param name="CourseId">The course.</param>
/// <param name="Region">Region of the authority, GB/T 2260.</param>
/// <param name="Kind">Kind of course.</param>
/// <param name="Attendances">People who attended.</param>
/// <param name="HeldOn">China date.</param>
[PublicEvent("youthplatform.entrepreneurship.training_session_held.v1")]
public sealed record TrainingSessionHeld(Guid CourseId, string Region, string Kind, int Attendances, DateOnly HeldOn);
