using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A person is registered as unemployed. Who is 16 to 24 years old on that day may intern (H9 §二(一)).</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Region">County or district of the register, GB/T 2260.</param>
/// <param name="RegisteredOn">China date of the registration.</param>
/// <param name="AgeOnRegistration">Age in full years on that day: all that others learn of the date of birth.</param>
[PublicEvent("youthplatform.graduate_tracking.unemployment_registered.v1")]
public sealed record UnemploymentRegistered(Guid PersonId, string Region, DateOnly RegisteredOn, int AgeOnRegistration);
