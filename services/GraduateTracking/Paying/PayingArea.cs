using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.PayeeAccounts;
using YouthPlatform.Payments;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Payments.Http;
using YouthPlatform.PersonLinks;
using YouthPlatform.ServiceDefaults.Authorization;
using Public = YouthPlatform.Contracts.GraduateTracking;

namespace YouthPlatform.GraduateTracking.Paying;

/// <summary>
/// Pays what the other areas grant: for people, to them or to the firms that employ or train them. The kind of an entitlement is the code of its
/// subsidy (H32 §二(一)2, W62 §二(七), §二(九)), so a kind, person and period are paid once whichever area grants them.
/// </summary>
internal sealed class PayingArea : TrackingArea
{
    /// <summary>The programme, as in the keys of entitlements.</summary>
    public const string Scheme = "graduate_tracking";

    /// <summary>Period of an entitlement that is paid once in a life.</summary>
    public const string Once = "once";

    public override IReadOnlyList<IProjection> Projections { get; } = [.. PaymentsEvents.Projections, new PersonLinkTable(), new PayeeAccountTable()];

    public override void AddEvents(EventTypes types) => types.AddPayments(TrackingAreas.Service).AddPersonLinks(TrackingAreas.Service)
        .AddPayeeAccounts(TrackingAreas.Service);

    public override void AddServices(IServiceCollection services) => services.AddPayments(Scheme).AddPayees<TrackingPayees>()
        .AddPersonLinks().AddSingleton<OneLedgerPerson>();

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapPayments();
        routes.MapDoubledEntitlements();
        routes.MapPayeeAccounts(Roles.HostUnit);
    }

    public override IEnumerable<PublicEventDraft> Translate(RecordedEvent recorded) => recorded.Data switch
    {
        EntitlementPaid e => [Draft(Translate(e), e.File)],
        EntitlementPaymentReturned e => [Draft(Translate(e), e.File)],
        EntitlementCorrected e => [Draft(Translate(e), e.File)],
        EntitlementRecovered e => [Draft(Translate(e), e.File)],
        _ => [],
    };

    private static PublicEventDraft Draft(object contract, EntitlementFile file) => new(contract, file.Region.Value, file.Key.Subject.ToString());

    /// <summary>The firm that is paid; null where the person is.</summary>
    private static Guid? UnitOf(EntitlementFile file) => file.Payee == file.Key.Subject ? null : file.Payee;

    private static Public.EntitlementPaid Translate(EntitlementPaid e) => new(
        e.File.EntitlementId,
        e.File.DecisionId,
        e.File.Key.Subject,
        UnitOf(e.File),
        e.File.Region.Value,
        e.File.Key.Kind,
        e.File.Key.Period,
        e.Amount.Amount,
        e.PaidOn);

    private static Public.EntitlementReturned Translate(EntitlementPaymentReturned e) => new(
        e.File.EntitlementId, e.File.Key.Subject, UnitOf(e.File), e.File.Region.Value, e.File.Key.Kind, e.File.Key.Period, e.Amount.Amount, e.ReturnedOn);

    private static Public.EntitlementCorrected Translate(EntitlementCorrected e) => new(
        e.File.EntitlementId,
        e.File.Key.Subject,
        UnitOf(e.File),
        e.File.Region.Value,
        e.File.Key.Kind,
        e.File.Key.Period,
        e.From.Amount,
        e.Owed.Amount,
        e.CorrectedOn);

    private static Public.EntitlementRecovered Translate(EntitlementRecovered e) => new(
        e.File.EntitlementId, e.File.Key.Subject, UnitOf(e.File), e.File.Region.Value, e.File.Key.Kind, e.File.Key.Period, e.Amount.Amount, e.RecoveredOn);
}
