using YouthPlatform.Internships.Applications;
using YouthPlatform.Policy;
using static YouthPlatform.Internships.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Internships.Applications.Application,
    YouthPlatform.Internships.Applications.ApplicationState,
    YouthPlatform.Internships.Applications.ApplicationCommand,
    YouthPlatform.Internships.Applications.ApplicationEvent>;

namespace YouthPlatform.Internships.Tests.Applications;

public sealed class ApplicationTests
{
    private const string Age = "registered_unemployed_youth.age";

    private const string RegisteredCheck = "registered_unemployed_youth.registered_unemployed";

    private static readonly NamedCheck FailedCheck = PassedCheck with { Passed = false };
    private static readonly ApplicationSubmitted Submitted = new(TheApplication);
    private static readonly ApplicationRefused Refused = new(TheApplicationId, Today);
    private static readonly ApplicationApproved Approved = new(TheApplicationId, [], "reviewer-1", Today);
    private static readonly ApplicationRejected Rejected = new(TheApplicationId, "材料不实", "reviewer-1", Today);
    private static readonly ApplicantInvited Invited = new(TheApplicationId, Today, Today);
    private static readonly OfferMade Offered = new(TheApplicationId, PersonId, PostId, UnitId, Furong, Today, Today);
    private static readonly OfferAccepted Accepted = new(TheApplicationId, PersonId, PostId, UnitId, Furong, Today);
    private static readonly ApplicantTurnedDown TurnedDown = new(TheApplicationId, "not_matching", Today);
    private static readonly ApplicationWithdrawn Withdrawn = new(TheApplicationId, null, Today);
    private static readonly ApplicationPlaced Placed = new(TheApplicationId, PlacementId);

    [Fact]
    public void GivenNothing_WhenAnEligiblePersonApplies_ThenSubmitted() =>
        Spec.Given().When(new SubmitApplication(TheApplication, Eligibility.Eligible)).Then(Submitted);

    [Fact]
    public void GivenNothing_WhenAnIneligiblePersonApplies_ThenKeptAndRefused() =>
        Spec.Given().When(new SubmitApplication(TheApplication, Eligibility.NotEligible)).Then(Submitted, Refused);

    [Fact]
    public void GivenSubmitted_WhenTheApplicantDecides_ThenRejected()
    {
        Spec.Given(Submitted).When(Approve("person-1")).ThenRejected("four_eyes.same_person");
        Spec.Given(Submitted).When(new RejectApplication("不符", "person-1", Today)).ThenRejected("four_eyes.same_person");
    }

    [Fact]
    public void GivenSubmitted_WhenRejectedWithoutReason_ThenRejected() =>
        Spec.Given(Submitted).When(new RejectApplication(" ", "reviewer-1", Today)).ThenRejected("reason.missing");

    // H9 §二(一): registered unemployed of 16 to 24. Where the age is not certain, the reviewer looks at evidence.
    [Fact]
    public void GivenAnUnknownAge_WhenApproved_ThenOnlyWithEvidence()
    {
        var file = TheApplication with { Checks = [FailedCheck, new(RegisteredCheck, true, PassedCheck.Facts, ReviewRule), UnknownAge] };
        ApplicationEvent[] given = [new ApplicationSubmitted(file)];
        Spec.Given().When(new SubmitApplication(file, Eligibility.Undetermined)).Then(given);
        Spec.Given(given).When(Approve()).ThenRejected("application.evidence_missing");
        Spec.Given(given).When(Approve(confirmed: new ConfirmedCheck(Age, "hearsay"))).ThenRejected("application.evidence_unknown");
        Spec.Given(given).When(Approve(confirmed: new ConfirmedCheck(FailedCheck.Name, "identity_card"))).ThenRejected("application.check_not_open");
        var confirmed = new ConfirmedCheck(Age, "identity_card");
        Spec.Given(given).When(Approve(confirmed: confirmed)).Then(Approved with { Confirmed = [confirmed] });
    }

    // H9 §二(四): the unit's uptake is fed back.
    [Fact]
    public void GivenApproved_WhenTheUnitAnswers_ThenItsUptakeIsKept()
    {
        ApplicationEvent[] pushed = [Submitted, Approved];
        Spec.Given(pushed).When(new InviteApplicant(Today, Today)).Then(Invited);
        Spec.Given([.. pushed, Invited]).When(new InviteApplicant(Today, Today)).ThenNothing();
        Spec.Given(pushed).When(new InviteApplicant(Today.AddDays(-1), Today)).ThenRejected("application.interview_in_past");
        Spec.Given([.. pushed, Invited]).When(new OfferInternship(Today, Today)).Then(Offered);
        Spec.Given([.. pushed, Offered]).When(new OfferInternship(Today, Today)).ThenNothing();
        Spec.Given(pushed).When(new OfferInternship(Today.AddDays(-1), Today)).ThenRejected("application.offer_in_past");
        Spec.Given(pushed).When(new TurnApplicantDown("too_tall", TurnDownReasons, Today)).ThenRejected("application.reason_unknown");
        Spec.Given([.. pushed, Offered, Accepted]).When(new TurnApplicantDown("not_matching", TurnDownReasons, Today)).ThenRejected("application.offer_accepted");
        Spec.Given([.. pushed, Offered]).When(new AcceptOffer(Today)).Then(Accepted);
        Spec.Given(pushed).When(new AcceptOffer(Today)).ThenRejected("application.not_offered");
    }

    [Fact]
    public void GivenAnOffer_WhenDeclined_ThenWithdrawn() =>
        Spec.Given(Submitted, Approved, Offered).When(new WithdrawApplication(" 另有安排 ", Today))
            .Then(new ApplicationWithdrawn(TheApplicationId, "另有安排", Today));

    [Fact]
    public void GivenPlaced_WhenAnotherPlacementIsMade_ThenRejected()
    {
        Spec.Given(Submitted, Approved, Placed).When(new PlaceApplicant(Id(99))).ThenRejected("application.already_placed");
        Spec.Given(Submitted, Approved, Placed).When(new ReopenApplication(Id(99))).ThenRejected("application.not_placed");
    }

    [Fact]
    public void GivenPlaced_WhenThePlacementIsCancelled_ThenTheApprovalStands() =>
        Spec.Given(Submitted, Approved, Placed, new ApplicationReopened(TheApplicationId, PlacementId))
            .When(new PlaceApplicant(Id(99))).Then(new ApplicationPlaced(TheApplicationId, Id(99)));

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBeKept<Application, ApplicationState, ApplicationCommand, ApplicationEvent>(
        "application",
        [
            new SubmitApplication(TheApplication, Eligibility.Eligible),
            Approve(),
            new RejectApplication("不实", "reviewer-1", Today),
            new InviteApplicant(Today, Today),
            new OfferInternship(Today, Today),
            new AcceptOffer(Today),
            new TurnApplicantDown("not_matching", TurnDownReasons, Today),
            new WithdrawApplication(null, Today),
            new PlaceApplicant(PlacementId),
            new ReopenApplication(PlacementId),
        ],
        new Dictionary<string, IReadOnlyList<ApplicationEvent>>
        {
            ["not submitted"] = [],
            ["submitted"] = [Submitted],
            ["refused"] = [Submitted, Refused],
            ["approved"] = [Submitted, Approved],
            ["invited"] = [Submitted, Approved, Invited],
            ["offered"] = [Submitted, Approved, Offered],
            ["accepted"] = [Submitted, Approved, Offered, Accepted],
            ["rejected"] = [Submitted, Rejected],
            ["turned down"] = [Submitted, Approved, TurnedDown],
            ["withdrawn"] = [Submitted, Withdrawn],
            ["placed"] = [Submitted, Approved, Placed],
        });

    private static ApproveApplication Approve(string actor = "reviewer-1", params IReadOnlyList<ConfirmedCheck> confirmed) =>
        new(confirmed, Evidence, actor, Today);
}
