using System.Collections.Immutable;
using YouthPlatform.EventStore;

namespace YouthPlatform.GraduateTracking.Pairings;

/// <summary>
/// A cadre with 3 to 5 students (G3 §三(三)1). The students of a cadre are one stream, so the limit holds however many clerks pair at once; that a
/// student has one cadre is a unique key of <see cref="PairingTable"/>.
/// </summary>
internal sealed class Cadre : IDecider<CadreState, CadreCommand, CadreEvent>
{
    private static readonly ImmutableDictionary<Guid, PairedStudent> Nobody = ImmutableDictionary<Guid, PairedStudent>.Empty;
    private static readonly ImmutableDictionary<Guid, FittingJob> NoJobs = ImmutableDictionary<Guid, FittingJob>.Empty;

    public static CadreState Initial { get; } = new CadreState.NotRegistered();

    public static string StreamOf(Guid cadreId) => $"cadre-{cadreId}";

    public static CadreState Evolve(CadreState state, CadreEvent recorded) => (recorded, state) switch
    {
        (CadreRegistered e, _) => new CadreState.Registered(e.File, Nobody, null),
        (StudentPaired e, CadreState.Registered s) => With(s, new(e.PairingId, e.PersonId, e.Region, e.PairedOn, NoJobs)),
        (StudentTakenOver e, CadreState.Registered s) => With(s, e.Student),
        (FittingJobRecommended e, CadreState.Registered s) => With(s, Recommended(s.Students[e.PersonId], e)),
        (PairingEnded e, CadreState.Registered s) => s with { Students = s.Students.Remove(e.PersonId) },
        (StudentHandedOver e, CadreState.Registered s) => s with { Students = s.Students.Remove(e.PersonId) },
        (CoverArranged e, CadreState.Registered s) => s with { Cover = e.Cover },
        (CoverEnded, CadreState.Registered s) => s with { Cover = null },
        _ => state,
    };

    public static IReadOnlyList<CadreEvent> Decide(CadreCommand command, CadreState state) => (command, state) switch
    {
        (RegisterCadre register, CadreState.NotRegistered) => CoverRules.Register(register),
        (RegisterCadre register, CadreState.Registered s) when register.File == s.File => [],
        (RegisterCadre, _) => throw new RuleViolation("cadre.already_registered", "该帮扶干部已登记。"),
        (_, CadreState.NotRegistered) => throw new RuleViolation("cadre.not_registered", "没有该帮扶干部。"),
        (PairStudent pair, CadreState.Registered s) => PairingRules.Pair(pair, s),
        (RecommendJob recommend, CadreState.Registered s) => PairingRules.Recommend(recommend, s),
        (FollowStudent follow, CadreState.Registered s) => PairingRules.Follow(follow, s),
        (EndPairing end, CadreState.Registered s) => PairingRules.End(end, s),
        (HandStudentOver hand, CadreState.Registered s) => PairingRules.HandOver(hand, s),
        (TakeStudentOver take, CadreState.Registered s) => PairingRules.TakeOver(take, s),
        (ArrangeCover arrange, CadreState.Registered s) => CoverRules.Arrange(arrange, s),
        (EndCover end, CadreState.Registered { Cover: { } cover } s) => [new CoverEnded(s.File.CadreId, cover.CadreId, end.Actor, end.Today)],
        (EndCover, _) => [],
        _ => throw new InvalidOperationException($"No decision on {command.GetType().Name}."),
    };

    private static CadreState.Registered With(CadreState.Registered state, PairedStudent student) =>
        state with { Students = state.Students.SetItem(student.PersonId, student) };

    private static PairedStudent Recommended(PairedStudent student, FittingJobRecommended e) =>
        student with { Recommended = student.Recommended.SetItem(e.RecommendationId, e.Job) };
}
