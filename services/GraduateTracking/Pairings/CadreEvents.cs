using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Pairings;

/// <summary>Events of <c>cadre-{cadreId}</c>.</summary>
internal abstract record CadreEvent;

internal sealed record CadreRegistered(CadreFile File, string RegisteredBy, DateOnly RegisteredOn) : CadreEvent;

internal sealed record StudentPaired(
    Guid CadreId,
    string Programme,
    Guid PairingId,
    Guid PersonId,
    string Region,
    bool IsUnemployedHardship,
    IReadOnlyList<NamedCheck> Checks,
    RuleVersion Limit,
    string PairedBy,
    DateOnly PairedOn) : CadreEvent;

internal sealed record FittingJobRecommended(
    Guid CadreId, Guid PairingId, Guid PersonId, string Region, Guid RecommendationId, FittingJob Job, string RecommendedBy, DateOnly RecommendedOn) : CadreEvent;

internal sealed record StudentFollowed(Guid CadreId, Guid PairingId, Guid PersonId, string Kind, string FollowedBy, DateOnly FollowedOn) : CadreEvent;

internal sealed record PairingEnded(
    Guid CadreId,
    string Programme,
    Guid PairingId,
    Guid PersonId,
    string Region,
    string Reason,
    DateOnly? EmployedOn,
    string EndedBy,
    DateOnly EndedOn) : CadreEvent;

internal sealed record StudentHandedOver(
    Guid CadreId, Guid PairingId, Guid PersonId, Guid ToCadreId, string Reason, string HandedOverBy, DateOnly HandedOverOn) : CadreEvent;

internal sealed record StudentTakenOver(Guid CadreId, PairedStudent Student, Guid FromCadreId, RuleVersion Limit, DateOnly TakenOverOn) : CadreEvent;

internal sealed record CoverArranged(Guid CadreId, Cover Cover, string Reason, RuleVersion Rule, string ArrangedBy, DateOnly ArrangedOn) : CadreEvent;

internal sealed record CoverEnded(Guid CadreId, Guid CoverCadreId, string EndedBy, DateOnly EndedOn) : CadreEvent;
