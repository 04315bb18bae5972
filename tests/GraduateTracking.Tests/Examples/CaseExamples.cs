using YouthPlatform.GraduateTracking.Assistances;
using YouthPlatform.Policy;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;

namespace YouthPlatform.GraduateTracking.Tests.Examples;

/// <summary>Examples of the events of casework.</summary>
internal static class CaseExamples
{
    public static NamedCheck Check { get; } = new("long_term_unemployed_youth", true, new Dictionary<string, string> { ["age"] = "22-23" }, Rule);

    public static IReadOnlyList<object> All { get; } =
    [
        new AssistanceEvent.ServiceRendered(
            PersonId, "430104", new(OtherId, "job_recommendation", ServiceGroup.Recommendation, new("测试工程师", "示例公司", "430102"), Day), Check, Rule, "clerk-1"),
        new AssistanceEvent.ServiceWithdrawn(
            PersonId, "430104", OtherId, "job_recommendation", ServiceGroup.Recommendation, "录入错误", "clerk-1", Day),
    ];
}
