global using CadreAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.GraduateTracking.Pairings.Cadre,
    YouthPlatform.GraduateTracking.Pairings.CadreState,
    YouthPlatform.GraduateTracking.Pairings.CadreCommand,
    YouthPlatform.GraduateTracking.Pairings.CadreEvent>;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.ServiceDefaults.Http;
using Public = YouthPlatform.Contracts.GraduateTracking;

namespace YouthPlatform.GraduateTracking.Pairings;

/// <summary>Cadres and their students.</summary>
internal sealed class PairingArea : TrackingArea
{
    public override IReadOnlyList<IProjection> Projections { get; } = [new PairingTable()];

    public override IReadOnlyList<UniqueConstraint> Uniqueness { get; } =
    [
        new(PairingTable.OneCadre, "pairing.already_paired", "该学生已有结对帮扶干部，一名学生同一时间只由一名干部帮扶。"),
        new(PairingTable.OneAccount, "cadre.already_registered", "该账号已登记为本项目的帮扶干部。"),
    ];

    public override void AddEvents(EventTypes types) => types
        .Add<CadreRegistered>("graduatetracking.cadre_registered.v1")
        .Add<StudentPaired>("graduatetracking.student_paired.v1")
        .Add<FittingJobRecommended>("graduatetracking.fitting_job_recommended.v1")
        .Add<StudentFollowed>("graduatetracking.student_followed.v1")
        .Add<PairingEnded>("graduatetracking.pairing_ended.v1")
        .Add<StudentHandedOver>("graduatetracking.student_handed_over.v1")
        .Add<StudentTakenOver>("graduatetracking.student_taken_over.v1")
        .Add<CoverArranged>("graduatetracking.cover_arranged.v1")
        .Add<CoverEnded>("graduatetracking.cover_ended.v1");

    public override void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPairings();

    public override IEnumerable<PublicEventDraft> Translate(RecordedEvent recorded) => recorded.Data switch
    {
        StudentPaired e => [Draft(Translate(e), e.Region, e.CadreId)],
        FittingJobRecommended e =>
        [
            Draft(new Public.PairedStudentRecommended(e.RecommendationId, e.PairingId, e.PersonId, e.CadreId, e.Region, e.RecommendedOn), e.Region, e.CadreId),
        ],
        PairingEnded e => [Draft(Translate(e), e.Region, e.CadreId)],
        _ => [],
    };

    private static PublicEventDraft Draft(object contract, string region, Guid cadre) => new(contract, region, Cadre.StreamOf(cadre));

    private static Public.PairingBegun Translate(StudentPaired e) =>
        new(e.PairingId, e.PersonId, e.CadreId, e.Region, e.Programme, e.IsUnemployedHardship, e.PairedOn);

    private static Public.PairingEnded Translate(PairingEnded e) =>
        new(e.PairingId, e.PersonId, e.CadreId, e.Region, e.Programme, e.Reason, e.EmployedOn, e.EndedOn);
}
