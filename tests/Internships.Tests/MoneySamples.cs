using YouthPlatform.Internships.Claims;
using YouthPlatform.Internships.Inspections;
using YouthPlatform.Internships.Registers;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Payments.Payees;
using YouthPlatform.Payments.PayRuns;
using YouthPlatform.Policy;
using YouthPlatform.Testing;
using static YouthPlatform.Internships.Tests.Samples;

namespace YouthPlatform.Internships.Tests;

/// <summary>Invented files of claims, payments, registers and inspections, and the packs that they are judged by.</summary>
internal static class MoneySamples
{
    public static readonly Guid RunId = Id(7);
    public static readonly SubsidyRules Packs = new(PolicyData.Load(Repository.PathOf("seeds")));
    public static readonly EntitlementFile TheEntitlement = ClaimGrants.EntitlementOf(TheClaim, Line);
    public static readonly Guid PaymentId = EventStore.DerivedId.Create(TheEntitlement.EntitlementId, "payment/1");

    public static readonly PayRunFile TheRun = new(
        RunId,
        ClaimGrants.Scheme,
        Furong,
        [
            new PayRunLine(
                1,
                TheEntitlement.EntitlementId,
                TheEntitlement.Key,
                PaymentId,
                1,
                UnitId,
                TheEntitlement.PayeeCode,
                BaseRate,
                [new Offset(Id(9), Money.Of(200))],
                "approver-1",
                new PayeeAccount(Account.Bank, Account.Name, Account.Number)),
        ],
        "clerk-1",
        Today)
    {
        Held = [new HeldPayee(Id(10), Unit.CreditCode.Value, new PayeeHold("payee.suspended", "该单位被暂停见习资格"), 2, Money.Of(3000))],
    };

    public static readonly RegisterSource TheRegister = new(Id(20), RegisterKinds.Insured, Furong, "clerk-1");

    public static readonly DrawFile TheDraw = new(
        InspectionDraw.IdOf(Furong, new(2023, 9), new(2023, 12)),
        Furong,
        new(2023, 9),
        new(2023, 12),
        [new UnitFiles(UnitId, Unit.CreditCode.Value, Furong, [PlacementId])],
        0.20m,
        new NumberRange(2, 20),
        [RateRule],
        "reviewer-1",
        Today);

    public static readonly InspectionFile TheInspection = new(
        InspectionDraw.InspectionIdOf(TheDraw.DrawId, PlacementId), TheDraw.DrawId, Furong, UnitId, Unit.CreditCode.Value, PlacementId);
}
