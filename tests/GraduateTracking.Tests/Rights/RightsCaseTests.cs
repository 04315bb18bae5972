using YouthPlatform.GraduateTracking.RightsCases;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;
using static YouthPlatform.GraduateTracking.Tests.Examples.RightsExamples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.GraduateTracking.RightsCases.RightsCase,
    YouthPlatform.GraduateTracking.RightsCases.RightsCaseState,
    YouthPlatform.GraduateTracking.RightsCases.RightsCaseCommand,
    YouthPlatform.GraduateTracking.RightsCases.RightsCaseEvent>;

namespace YouthPlatform.GraduateTracking.Tests.Rights;

/// <summary>Cases of graduates' rights and orders to rectify (H32 §二(十)23).</summary>
public sealed class RightsCaseTests
{
    private static readonly RightsCaseEvent Opened = Cases[0];
    private static readonly RightsCaseEvent Investigated = Cases[1];
    private static readonly RightsCaseConcluded Ordered = (RightsCaseConcluded)Cases[3];
    private static readonly RightsCaseConcluded Dismissed = Ordered with { Outcome = CaseOutcome.Dismissed, Order = null };
    private static readonly RightsCaseEvent Reported = Cases[4];
    private static readonly RightsCaseEvent Refused = Cases[5];
    private static readonly RightsCaseEvent Confirmed = Cases[6];
    private static readonly InvestigateRightsCase Investigate = new(" 收费属实 ", 12, "clerk-1", Day);
    private static readonly ConcludeRightsCase Conclude = new(CaseOutcome.Upheld, Order, "违反规定", "approver-1", Day);
    private static readonly ReportRectification Report = new("已退还", "unit-1", Day);
    private static readonly ConfirmRectification Confirm = new("reviewer-1", Day);
    private static readonly RefuseRectification Refuse = new("未全部退还", new(2023, 8, 31), DueRule, "reviewer-1", Day);

    [Fact]
    public void WhoInvestigatedDoesNotConclude()
    {
        Spec.Given().When(new OpenRightsCase(TheCase)).Then(Opened);
        Spec.Given().When(new OpenRightsCase(TheCase with { Facts = " " })).ThenRejected("reason.missing");
        Spec.Given(Opened).When(Investigate).Then(Investigated);
        Spec.Given(Opened).When(Investigate with { GraduatesConcerned = -1 }).ThenRejected("rights_case.graduates_invalid");
        Spec.Given(Opened, Investigated).When(Conclude).Then(Ordered);
        Spec.Given(Opened, Investigated).When(Conclude with { Actor = "clerk-1" }).ThenRejected("four_eyes.same_person");
        Spec.Given(Opened, Investigated).When(new ReturnRightsCase("补充证据", "clerk-1", Day)).ThenRejected("four_eyes.same_person");
        Spec.Given(Opened, Investigated).When(new ReturnRightsCase("补充证据", "approver-1", Day)).Then(Cases[2]);
        Spec.Given(Opened, Investigated).When(Conclude with { Outcome = CaseOutcome.Dismissed }).ThenRejected("rights_case.order_without_breach");
    }

    [Fact]
    public void AnOrderRunsUntilSomebodyElseFindsItFulfilled()
    {
        RightsCaseEvent[] ordered = [Opened, Investigated, Ordered];
        Spec.Given(ordered).When(Report).Then(Reported);
        Spec.Given([.. ordered, Reported]).When(Confirm with { Actor = "unit-1" }).ThenRejected("four_eyes.same_person");
        Spec.Given([.. ordered, Reported]).When(Refuse).Then(Refused);
        Spec.Given([.. ordered, Reported, Refused]).When(Confirm).ThenRejected("rights_case.not_reported");
        Spec.Given([.. ordered, Reported, Refused]).When(Report).Then(Reported);
        Spec.Given([.. ordered, Reported]).When(Confirm).Then(Confirmed);
        Spec.Given([.. ordered, Reported]).When(Refuse).ThenState(state =>
            state.ShouldBeOfType<RightsCaseState.UnderOrder>().Order.DueOn.ShouldBe(new DateOnly(2023, 8, 31)));
    }

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBeKept<RightsCase, RightsCaseState, RightsCaseCommand, RightsCaseEvent>(
        "rights_case",
        [new OpenRightsCase(TheCase), Investigate, new ReturnRightsCase("补充证据", "approver-1", Day), Conclude, Report, Confirm, Refuse],
        new Dictionary<string, IReadOnlyList<RightsCaseEvent>>
        {
            ["not opened"] = [],
            ["open"] = [Opened],
            ["investigated"] = [Opened, Investigated],
            ["under order"] = [Opened, Investigated, Ordered],
            ["rectified"] = [Opened, Investigated, Ordered, Reported],
            ["dismissed"] = [Opened, Investigated, Dismissed],
            ["closed"] = [Opened, Investigated, Ordered, Reported, Confirmed],
        });
}
