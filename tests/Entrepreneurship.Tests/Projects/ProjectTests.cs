using YouthPlatform.Entrepreneurship.Projects;
using YouthPlatform.Policy;
using static YouthPlatform.Entrepreneurship.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Entrepreneurship.Projects.Project,
    YouthPlatform.Entrepreneurship.Projects.ProjectState,
    YouthPlatform.Entrepreneurship.Projects.ProjectCommand,
    YouthPlatform.Entrepreneurship.Projects.ProjectEvent>;

namespace YouthPlatform.Entrepreneurship.Tests.Projects;

public sealed class ProjectTests
{
    private static readonly ProjectCommand Recommend = new ProjectCommand.Recommend(
        ProjectId, GoldenBridge, "水稻智能育秧", "rural_revitalisation", Changsha, LeaderId, Eligible, Recommender, Day);

    private static readonly ProjectCommand Select = new ProjectCommand.Select(Proposer, Day);
    private static readonly ProjectCommand Decline = new ProjectCommand.Decline("材料不全", Proposer, Day);
    private static readonly ProjectCommand Propose = new ProjectCommand.ProposeGrant(EightThousand, [Passed], Proposer, Day);
    private static readonly ProjectCommand Approve = new ProjectCommand.ApproveGrant(Approver, Day);
    private static readonly ProjectCommand Order = new ProjectCommand.OrderPayment(PaymentId, Payer, Day);
    private static readonly ProjectCommand RecordPaid = new ProjectCommand.RecordPaid(PaymentId, Day);
    private static readonly ProjectCommand RecordFailed = new ProjectCommand.RecordFailed(PaymentId, "账号不符", Day);

    private static readonly Dictionary<string, ProjectEvent[]> States = new()
    {
        ["unknown"] = [],
        ["recommended"] = [Recommended],
        ["declined"] = [Recommended, Declined],
        ["selected"] = [Recommended, Selected],
        ["proposed"] = [Recommended, Selected, Proposed],
        ["granted"] = [Recommended, Selected, Proposed, Approved],
        ["ordered"] = [Recommended, Selected, Proposed, Approved, Ordered],
        ["paid"] = [Recommended, Selected, Proposed, Approved, Ordered, Paid],
    };

    private static readonly Dictionary<string, ProjectCommand> Commands = new()
    {
        ["recommend"] = Recommend,
        ["select"] = Select,
        ["decline"] = Decline,
        ["propose"] = Propose,
        ["approve"] = Approve,
        ["order"] = Order,
        ["record paid"] = RecordPaid,
        ["record failed"] = RecordFailed,
    };

    /// <summary>Every command in every state: the event's name, "nothing", or the code of the refusal.</summary>
    private static readonly Dictionary<string, string[]> Outcomes = new()
    {
        // In the order of States.
        ["recommend"] =
        [
            "ProjectRecommended", "project.already_recommended", "project.already_recommended", "project.already_recommended",
            "project.already_recommended", "project.already_recommended", "project.already_recommended", "project.already_recommended",
        ],
        ["select"] = ["project.unknown", "ProjectSelected", "project.declined", "nothing", "nothing", "nothing", "nothing", "nothing"],
        ["decline"] =
        [
            "project.unknown", "ProjectDeclined", "nothing", "project.already_selected",
            "project.already_selected", "project.already_selected", "project.already_selected", "project.already_selected",
        ],
        ["propose"] =
        [
            "project.unknown", "project.not_selected", "project.not_selected", "GrantProposed",
            "nothing", "grant.already_proposed", "grant.already_proposed", "grant.already_proposed",
        ],
        ["approve"] =
        [
            "project.unknown", "grant.not_proposed", "grant.not_proposed", "grant.not_proposed",
            "GrantApproved", "nothing", "nothing", "nothing",
        ],
        ["order"] =
        [
            "project.unknown", "grant.not_approved", "grant.not_approved", "grant.not_approved",
            "grant.not_approved", "GrantPaymentOrdered", "nothing", "grant.already_paid",
        ],
        ["record paid"] =
        [
            "project.unknown", "grant.payment_unknown", "grant.payment_unknown", "grant.payment_unknown",
            "grant.payment_unknown", "grant.payment_unknown", "GrantPaid", "nothing",
        ],
        ["record failed"] =
        [
            "project.unknown", "grant.payment_unknown", "grant.payment_unknown", "grant.payment_unknown",
            "grant.payment_unknown", "grant.payment_unknown", "GrantPaymentFailed", "grant.payment_unknown",
        ],
    };

    public static TheoryData<string, string, string> Table()
    {
        var table = new TheoryData<string, string, string>();
        foreach (var (command, outcomes) in Outcomes)
        {
            foreach (var (state, outcome) in States.Keys.Zip(outcomes))
            {
                table.Add(command, state, outcome);
            }
        }

        return table;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void EveryCommandInEveryState(string command, string state, string outcome)
    {
        var result = Spec.Given(States[state]).When(Commands[command]);
        if (outcome.Contains('.', StringComparison.Ordinal))
        {
            result.ThenRejected(outcome);
        }
        else if (outcome == "nothing")
        {
            result.ThenNothing();
        }
        else
        {
            result.Events.ShouldHaveSingleItem().GetType().Name.ShouldBe(outcome);
        }
    }

    [Fact]
    public void GivenGrantedProject_WhenPaid_ThenEveryStepIsAnEvent()
    {
        Spec.Given().When(Recommend).Then(Recommended);
        Spec.Given(States["recommended"]).When(Select).Then(Selected);
        Spec.Given(States["selected"]).When(Propose).Then(Proposed);
        Spec.Given(States["proposed"]).When(Approve).Then(Approved);
        Spec.Given(States["granted"]).When(Order).Then(Ordered);
        Spec.Given(States["ordered"]).When(RecordPaid).Then(Paid);
    }

    [Fact]
    public void GivenFailedPayment_WhenOrderedAgain_ThenANewPaymentIsOrdered()
    {
        var again = Guid.Parse("0188f1a0-0000-7000-8000-000000000009");
        Spec.Given([.. States["ordered"], Failed])
            .When(new ProjectCommand.OrderPayment(again, Payer, Day))
            .Then(Ordered with { PaymentId = again });
    }

    [Fact]
    public void GivenOrderedPayment_WhenAnotherIsOrdered_ThenRejected() =>
        Spec.Given(States["ordered"]).When(new ProjectCommand.OrderPayment(Guid.Empty, Payer, Day)).ThenRejected("grant.payment_pending");

    [Fact]
    public void GivenFailedCheck_WhenRecommended_ThenRejectedByName() =>
        Spec.Given().When((ProjectCommand.Recommend)Recommend with { Eligibility = new(false, null, [Refused], Rule) }).Violation.Detail.ShouldContain(Refused.Name);

    [Fact]
    public void GivenAwardBelowMinimum_WhenProposed_ThenRejected() =>
        Spec.Given(States["selected"]).When((ProjectCommand.ProposeGrant)Propose with { Checks = [Refused] })
            .ThenRejected("grant.not_allowed");

    [Fact]
    public void GivenProposal_WhenProposerApproves_ThenRejected() =>
        Spec.Given(States["proposed"]).When(new ProjectCommand.ApproveGrant(Proposer, Day)).ThenRejected("grant.same_person");

    [Theory]
    [InlineData(Proposer)]
    [InlineData(Approver)]
    public void GivenGrant_WhenProposerOrApproverPays_ThenRejected(string payer) =>
        Spec.Given(States["granted"]).When(new ProjectCommand.OrderPayment(PaymentId, payer, Day)).ThenRejected("grant.same_person");

    [Fact]
    public void GivenProposal_WhenProposedWithAnotherAmount_ThenRejected() =>
        Spec.Given(States["proposed"]).When((ProjectCommand.ProposeGrant)Propose with { Amount = Money.Of(9_000m) })
            .ThenRejected("grant.already_proposed");
}
