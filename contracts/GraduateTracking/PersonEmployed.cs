using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A person of the ledger found work, as a document shows; an internship is none (H9 §三(三)).</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Region">County of the entry at that time, GB/T 2260.</param>
/// <param name="Evidence">Code of the kind of evidence.</param>
/// <param name="IsHardship">Whether the entry names a hardship.</param>
/// <param name="EmployedOn">China date from which the person works.</param>
/// <param name="RecordedOn">China date on which it was recorded.</param>
[PublicEvent("youthplatform.graduate_tracking.person_employed.v1")]
public sealed record PersonEmployed(
    Guid PersonId, string Region, string Evidence, bool IsHardship, DateOnly EmployedOn, DateOnly RecordedOn);
