using YouthPlatform.GraduateTracking.Subsidies;
using YouthPlatform.Policy;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;

namespace YouthPlatform.GraduateTracking.Tests.Examples;

internal static class SubsidyExamples
{
    public static readonly RuleVersion AmountRule = new("P43", "entitlement.amounts", RegionCode.Parse("430000"), new(2022, 4, 1), null, null, "demonstration configuration");

    private static readonly Dictionary<string, string> Looked = new() { ["leftSchoolOn"] = "2023-06-30", ["appliedOn"] = "2023-07-10", ["until"] = "2025-06-30" };

    public static readonly SubsidyFile TheFile = new(
        OtherId,
        "one_off_hiring",
        SubsidyOrigin.Match,
        PersonId,
        Firm.Of(CreditCode.Create(RegionCode.Parse("430104"), 7)),
        true,
        RegionCode.Parse("430104"),
        new(2023, 7, 10),
        new(2024, 7, 9),
        null,
        Money.Of(1000),
        null,
        ["one_off_hiring", "group_hiring_incentive"],
        [new NamedCheck("recent_graduate.within_two_years", true, Looked, AmountRule)],
        AmountRule);

    public static readonly SubsidyFile Monthly = TheFile with { Kind = "social_insurance", Amount = Money.Of(800), Months = 2, Slots = ["social_insurance"] };

    public static IReadOnlyList<SubsidyEvent> Events { get; } =
    [
        new SubsidyFound(TheFile, Day),
        new SubsidyReassessed(TheFile with { Checks = [] }, Day),
        new SubsidyClaimed(TheFile with { Origin = SubsidyOrigin.Claim, Course = "cnc_machining/intermediate" }, "unit-1", Day),
        new SubsidyOffered(OtherId, PersonId, TheFile.Slots, new(2023, 8, 19), "clerk-1", Day, AmountRule),
        new SubsidyOfferLapsed(OtherId, PersonId, TheFile.Slots, new(2023, 8, 20)),
        new SubsidyAccepted(OtherId, "unit-1", Day),
        new SubsidyDeclined(OtherId, PersonId, TheFile.Slots, "不需要", "unit-1", Day),
        new SubsidyApproved(OtherId, new YearMonth(2023, 7), Money.Of(800), "approver-1", Day),
        new SubsidyRejected(OtherId, PersonId, TheFile.Slots, "材料不实", "approver-1", Day),
        new InsuranceEnded(OtherId, new(2023, 7, 19), Day),
    ];

    public static IReadOnlyList<object> All => Events;
}
