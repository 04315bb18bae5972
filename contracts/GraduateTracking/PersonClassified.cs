using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A person of the ledger is something else than before (H32 §二(六)17).</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Region">County of the entry at that time, GB/T 2260.</param>
/// <param name="From">Code of the classification before; null for the first.</param>
/// <param name="To">Code of the classification, such as <c>unemployed</c>.</param>
/// <param name="Duty">What it obliges to: <c>wants_work</c>, <c>wants_startup</c>, <c>no_intention</c>, <c>employed</c> or <c>settled</c>.</param>
/// <param name="Evidence">Code of the kind of evidence.</param>
/// <param name="IsHardship">Whether the entry names a hardship.</param>
/// <param name="EffectiveOn">China date from which it holds.</param>
/// <param name="ClassifiedOn">China date on which it was recorded.</param>
[PublicEvent("youthplatform.graduate_tracking.person_classified.v1")]
public sealed record PersonClassified(
    Guid PersonId,
    string Region,
    string? From,
    string To,
    string Duty,
    string Evidence,
    bool IsHardship,
    DateOnly EffectiveOn,
    DateOnly ClassifiedOn);
