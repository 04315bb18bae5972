using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Subsidies.LateMatches;
using YouthPlatform.Imports;
using YouthPlatform.Imports.Http;
using YouthPlatform.PersonLinks;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.GraduateTracking.Subsidies;

/// <summary>Subsidies without an application: found by matching data, offered, approved and paid (H32 §二(一)2); and those for trainings (W62 §二(七)).</summary>
internal sealed class SubsidyArea : TrackingArea
{
    public override IReadOnlyList<IProjection> Projections { get; } = [new SubsidyTable()];

    public override IReadOnlyList<UniqueConstraint> Uniqueness { get; } =
    [
        new(SubsidyTable.SlotConstraint, "subsidy.excluded", "该人员已享受或正在办理同类或互斥的补贴，不能重复享受。"),
    ];

    public override void AddEvents(EventTypes types) => types
        .Add<SubsidyFound>("graduatetracking.subsidy_found.v1")
        .Add<SubsidyReassessed>("graduatetracking.subsidy_reassessed.v1")
        .Add<SubsidyClaimed>("graduatetracking.subsidy_claimed.v1")
        .Add<SubsidyOffered>("graduatetracking.subsidy_offered.v1")
        .Add<SubsidyOfferLapsed>("graduatetracking.subsidy_offer_lapsed.v1")
        .Add<SubsidyAccepted>("graduatetracking.subsidy_accepted.v1")
        .Add<SubsidyDeclined>("graduatetracking.subsidy_declined.v1")
        .Add<SubsidyApproved>("graduatetracking.subsidy_approved.v1")
        .Add<SubsidyRejected>("graduatetracking.subsidy_rejected.v1")
        .Add<InsuranceEnded>("graduatetracking.insurance_ended.v1");

    /// <summary>Of subsidies that exclude each other a person gets one, also under two ids.</summary>
    private static readonly ExclusiveGrants Slots = new(
        "SELECT e.entitlement_id, s.slot FROM entitlements e JOIN subsidy_slots s ON s.subsidy_id = e.decision_id WHERE e.entitlement_id = ANY ($1)");

    public override void AddServices(IServiceCollection services) =>
        services.AddSingleton(Slots).AddSingleton<WaitingInsured>().AddSingleton<LateMatching>().AddHostedService<LateMatchWorker>()
            .AddSingleton<SubsidyAssessment>().AddSingleton<LedgerFactsReader>().AddImports<InsuredKind>();

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapImports<InsuredKind>(
            "insured-imports", "Insured", "Takes in the month's newly insured and matches them with the ledger", Roles.Clerk);
        routes.MapSubsidies();
    }
}
