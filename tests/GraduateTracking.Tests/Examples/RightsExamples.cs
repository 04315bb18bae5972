using YouthPlatform.GraduateTracking.RightsCases;
using YouthPlatform.GraduateTracking.RightsInspections;
using YouthPlatform.Policy;
using YouthPlatform.Reviews;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;

namespace YouthPlatform.GraduateTracking.Tests.Examples;

internal static class RightsExamples
{
    public static readonly RegionCode Furong = RegionCode.Parse("430102");
    public static readonly RuleVersion DueRule = new("D1", "rights.rectification_days", RegionCode.China, new(2023, 1, 1), null, null, "decision of the platform");
    public static readonly RightsCaseFile TheCase = new(OtherId, Furong, "false_recruitment", "complaint", CodeOf(1), "以招聘为名收取培训费", "clerk-1", Day);
    public static readonly RectificationOrder Order = new("退还费用", new(2023, 8, 10), DueRule);

    public static readonly RightsInspectionFile Inspection = new(
        RightsInspection.IdOf(Furong, new(2023, 9)),
        Furong,
        new(2023, 9),
        [new(CodeOf(1), true), .. Enumerable.Range(2, 40).Select(number => new InspectionObject(CodeOf(number), false))],
        ["inspector-1", "inspector-2", "inspector-3", "inspector-4"],
        0.05m,
        0.50m,
        new NumberRange(1, 200),
        2,
        [DueRule],
        "reviewer-1",
        Day);

    public static IReadOnlyList<RightsCaseEvent> Cases { get; } =
    [
        new RightsCaseOpened(TheCase),
        new RightsCaseInvestigated(OtherId, "收费属实", 12, "clerk-1", Day),
        new RightsCaseReturned(OtherId, "补充证据", "approver-1", Day),
        new RightsCaseConcluded(OtherId, Furong, "false_recruitment", CaseOutcome.Upheld, 12, Order, "违反规定", "approver-1", Day),
        new RectificationReported(OtherId, "已退还", "unit-1", Day),
        new RectificationRefused(OtherId, "未全部退还", new(2023, 8, 31), DueRule, "reviewer-1", Day),
        new RectificationConfirmed(OtherId, "reviewer-1", Day),
    ];

    public static IReadOnlyList<object> All { get; } =
    [
        .. Cases,
        new RightsInspectionAnnounced(Inspection with { Objects = [.. Inspection.Objects.Take(2)] }),
        new RightsInspectionDrawn(OtherId, "00ff", 7, RandomDraw.Algorithm, [new(CodeOf(1), ["inspector-1", "inspector-2"])], "reviewer-1", Day),
        new RightsInspectionResultRecorded(OtherId, new(CodeOf(1), false, "未依法签订劳动合同", OtherId, "inspector-1", Day)),
        new RightsInspectionPublished(OtherId, Furong, new(2023, 9), 3, 1, "approver-1", Day),
    ];

    public static CreditCode CodeOf(int number) => CreditCode.Create(Furong, number);
}
