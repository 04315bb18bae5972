using YouthPlatform.GraduateTracking.Assistances;
using YouthPlatform.GraduateTracking.Tests.Examples;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.GraduateTracking.Assistances.AssistanceCommand;
using static YouthPlatform.GraduateTracking.Assistances.AssistanceEvent;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.GraduateTracking.Assistances.Assistance,
    YouthPlatform.GraduateTracking.Assistances.AssistanceState,
    YouthPlatform.GraduateTracking.Assistances.AssistanceCommand,
    YouthPlatform.GraduateTracking.Assistances.AssistanceEvent>;

namespace YouthPlatform.GraduateTracking.Tests.Assistances;

/// <summary>Services to who wants work (H32 §二(六)17, E17 §二(六), W62 §二(六)).</summary>
public sealed class AssistanceTests
{
    private static readonly RecommendedJob Job = new("测试工程师", "示例公司", "430102");
    private static readonly RenderedService Recommendation = new(OtherId, "job_recommendation", ServiceGroup.Recommendation, Job, Day);
    private static readonly RenderedService Guidance = new(UnitId, "career_guidance", ServiceGroup.Guidance, null, Day);
    private static readonly RenderService Recommend = new(PersonId, "430104", Day, Recommendation, true, CaseExamples.Check, Rule, "clerk-1", Day);
    private static readonly RenderService Guide = Recommend with { Service = Guidance, NamesJob = false };
    private static readonly ServiceRendered Recommended = new(PersonId, "430104", Recommendation, CaseExamples.Check, Rule, "clerk-1");
    private static readonly WithdrawService Withdraw = new(PersonId, "430104", OtherId, " 录入错误 ", "clerk-2", Day);
    private static readonly ServiceWithdrawn Withdrawn = new(
        PersonId, "430104", OtherId, "job_recommendation", ServiceGroup.Recommendation, "录入错误", "clerk-2", Day);

    [Fact]
    public void GivenNothing_WhenRendered_ThenRecordedWithTheCheckOfLongUnemployment()
    {
        Spec.Given().When(Recommend).Then(Recommended);
        Spec.Given(Recommended).When(Recommend).ThenNothing();
        Spec.Given(Recommended).When(Guide).Then(Recommended with { Service = Guidance });
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void GivenEntryOfToday_WhenRenderedOnAnotherDay_ThenRejected(int days, bool isAccepted)
    {
        var outcome = Spec.Given().When(Recommend with { Service = Recommendation with { RenderedOn = Day.AddDays(days) } });
        if (isAccepted)
        {
            outcome.Events.ShouldHaveSingleItem();
        }
        else
        {
            outcome.ThenRejected("assistance.date");
        }
    }

    [Fact]
    public void GivenRecommendation_WhenTheSamePostIsRecommended_ThenRejectedUntilItWasWithdrawn()
    {
        var again = Recommend with { Service = Recommendation with { ServiceId = UnitId } };
        Spec.Given(Recommended).When(again).ThenRejected("assistance.job_recommended_already");
        Spec.Given(Recommended, Withdrawn).When(again).Then(Recommended with { Service = again.Service });
        Spec.Given(Recommended).When(again with { Service = again.Service with { Job = Job with { Title = "运维工程师" } } }).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void GivenNothing_WhenTheJobIsMissingOrMisplaced_ThenRejected()
    {
        Spec.Given().When(Recommend with { Service = Recommendation with { Job = null } }).ThenRejected("assistance.job");
        Spec.Given().When(Guide with { Service = Guidance with { Job = Job } }).ThenRejected("assistance.job");
        Spec.Given().When(Recommend with { Service = Recommendation with { Job = Job with { Employer = " " } } }).ThenRejected("assistance.job");
        Spec.Given().When(Recommend with { Service = Recommendation with { Job = Job with { Title = new string('岗', 101) } } }).ThenRejected("assistance.job");
    }

    [Fact]
    public void GivenService_WhenWithdrawn_ThenWithAReason()
    {
        Spec.Given(Recommended).When(Withdraw).Then(Withdrawn);
        Spec.Given(Recommended, Withdrawn).When(Withdraw).ThenNothing();
        Spec.Given(Recommended).When(Withdraw with { Reason = "" }).ThenRejected("reason.missing");
        Spec.Given(Recommended).When(Withdraw with { ServiceId = UnitId }).ThenRejected("assistance.not_found");
    }

    [Fact]
    public void Every_command_in_every_state() => CommandTable.ShouldBe<Assistance, AssistanceState, AssistanceCommand, AssistanceEvent>(
        [Guide, Withdraw],
        new Dictionary<string, IReadOnlyList<AssistanceEvent>> { ["none"] = [], ["given"] = [Recommended], ["withdrawn"] = [Recommended, Withdrawn] },
        """
        none + RenderService = ServiceRendered
        none + WithdrawService = assistance.not_found
        given + RenderService = ServiceRendered
        given + WithdrawService = ServiceWithdrawn
        withdrawn + RenderService = ServiceRendered
        withdrawn + WithdrawService = -
        """);
}
