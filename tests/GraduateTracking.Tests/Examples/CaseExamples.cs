using System.Collections.Immutable;
using YouthPlatform.GraduateTracking.Assistances;
using YouthPlatform.GraduateTracking.Camps;
using YouthPlatform.GraduateTracking.Destinations;
using YouthPlatform.GraduateTracking.JobSearchAllowances;
using YouthPlatform.GraduateTracking.Pairings;
using YouthPlatform.GraduateTracking.Plans;
using YouthPlatform.GraduateTracking.WelfarePosts;
using YouthPlatform.Policy;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;

namespace YouthPlatform.GraduateTracking.Tests.Examples;

/// <summary>Examples of the events of casework.</summary>
internal static class CaseExamples
{
    public static NamedCheck Check { get; } = new("long_term_unemployed_youth", true, new Dictionary<string, string> { ["age"] = "22-23" }, Rule);

    public static IReadOnlyList<object> All =>
    [
        new AssistanceEvent.ServiceRendered(
            PersonId, "430104", new(OtherId, "job_recommendation", ServiceGroup.Recommendation, new("测试工程师", "示例公司", "430102"), Day), Check, Rule, "clerk-1"),
        new AssistanceEvent.ServiceWithdrawn(
            PersonId, "430104", OtherId, "job_recommendation", ServiceGroup.Recommendation, "录入错误", "clerk-1", Day),
        .. PairingExamples,
        .. DestinationExamples,
        .. HardshipExamples,
        new AllowanceApplied(Allowance, [Check], Rule),
        new AllowanceApproved(Allowance, "approver-1", Day),
        new AllowanceRejected(PersonId, "证明材料已过期", "approver-1", Day),
    ];

    private static AllowanceFile Allowance { get; } = new(PersonId, "430104", "disabled", "CJ-2023-1", Money.Of(1500), "clerk-1", Day);

    private static DestinationFile Destination { get; } =
        new(OtherId, PersonId, "430104", "employed", CreditCode.Create(RegionCode.Parse("430102"), 17), Day, "clerk-1", Day);

    private static WelfarePostFile Post { get; } =
        new(PersonId, "430104", "社区就业服务协理员", "示例街道办事处", new(2023, 11, 1), new(2024, 10, 31), "clerk-1", Day);

    private static CampPlan Camp { get; } = new(OtherId, "430100", "青年就业训练营", [new("guidance", Day)]);

    private static IReadOnlyList<object> HardshipExamples =>
    [
        new PlanDrawnUp(PersonId, "430104", 1, "clerk-1", [new(1, "guidance", "clerk-1", Day)], Rule, "clerk-1", Day),
        new PlanRevised(PersonId, "430104", 2, "clerk-2", [new(2, "training", "clerk-2", Day)], [1], "本人希望先参加培训", "clerk-1", Day),
        new PlanStepDone(PersonId, "430104", 2, "training", "clerk-2", Day),
        new PlanEnded(PersonId, "430104", "employed", [3], "clerk-2", Day),
        new WelfarePostProposed(Post, [Check]),
        new WelfarePostApproved(Post, [Check], "approver-1", Day),
        new WelfarePostRejected(PersonId, "企业已提供岗位", "approver-1", Day),
        new WelfarePostEnded(PersonId, "430104", "另行就业", "clerk-1", Day),
        new CampPlanned(Camp, "clerk-1", Day),
        new CampJoined(OtherId, PersonId, "430104", Check, "clerk-1", Day),
        new CampAttended(OtherId, PersonId, "430104", 0, "guidance", "clerk-1", Day),
        new CampCancelled(OtherId, "报名人数不足", "clerk-1", Day),
    ];

    private static IReadOnlyList<object> DestinationExamples =>
    [
        new DestinationRegistered(Destination),
        new DestinationVerified(Destination, new("social_insurance", "SB-1", "reviewer-1", Day)),
        new DestinationDisputed(Destination, "本人未在该单位就业", "person-1", Day),
        new DestinationShared(UnitId, OtherId, PersonId, "public_security", SharingGround.Consent, "TY-1", "clerk-1", Instant),
    ];

    private static IReadOnlyList<object> PairingExamples =>
    [
        new CadreRegistered(new(OtherId, "cadre-1", "golden_bridge", "示例职业学院", "430100"), "committee-1", Day),
        new StudentPaired(OtherId, "golden_bridge", UnitId, PersonId, "430104", true, [Check], Rule, "committee-1", Day),
        new FittingJobRecommended(OtherId, UnitId, PersonId, "430104", UnitId, new("机电技术员", "示例公司", "430102", ["major"]), "cadre-1", Day),
        new StudentFollowed(OtherId, UnitId, PersonId, "intention", "cadre-1", Day),
        new PairingEnded(OtherId, "golden_bridge", UnitId, PersonId, "430104", "employed", Day, "cadre-1", Day),
        new StudentHandedOver(OtherId, UnitId, PersonId, PersonId, "工作调动", "committee-1", Day),
        new StudentTakenOver(PersonId, new(UnitId, PersonId, "430104", Day, ImmutableDictionary<Guid, FittingJob>.Empty), OtherId, Rule, Day),
        new CoverArranged(OtherId, new(PersonId, "cadre-2", Day, new(2023, 8, 20)), "外出培训", Rule, "committee-1", Day),
        new CoverEnded(OtherId, PersonId, "committee-1", Day),
    ];
}
