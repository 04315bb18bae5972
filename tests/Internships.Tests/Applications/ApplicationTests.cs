using YouthPlatform.Internships.Applications;
using static YouthPlatform.Internships.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Internships.Applications.Application,
    YouthPlatform.Internships.Applications.ApplicationState,
    YouthPlatform.Internships.Applications.ApplicationCommand,
    YouthPlatform.Internships.Applications.ApplicationEvent>;

namespace YouthPlatform.Internships.Tests.Applications;

public sealed class ApplicationTests
{
    private static readonly ApplicationSubmitted Submitted = new(TheApplication);
    private static readonly ApplicationRefused Refused = new(TheApplicationId, Today);
    private static readonly ApplicationApproved Approved = new(TheApplicationId, "reviewer-1", Today);
    private static readonly ApplicationRejected Rejected = new(TheApplicationId, "材料不实", "reviewer-1", Today);
    private static readonly ApplicationPlaced Placed = new(TheApplicationId, PlacementId);

    [Fact]
    public void GivenNothing_WhenAnEligiblePersonApplies_ThenSubmitted() =>
        Spec.Given().When(new SubmitApplication(TheApplication, true)).Then(Submitted);

    [Fact]
    public void GivenNothing_WhenAnIneligiblePersonApplies_ThenKeptAndRefused() =>
        Spec.Given().When(new SubmitApplication(TheApplication, false)).Then(Submitted, Refused);

    [Fact]
    public void GivenSubmitted_WhenTheApplicantDecides_ThenRejected()
    {
        Spec.Given(Submitted).When(new ApproveApplication("person-1", Today)).ThenRejected("four_eyes.same_person");
        Spec.Given(Submitted).When(new RejectApplication("不符", "person-1", Today)).ThenRejected("four_eyes.same_person");
    }

    [Fact]
    public void GivenSubmitted_WhenRejectedWithoutReason_ThenRejected() =>
        Spec.Given(Submitted).When(new RejectApplication(" ", "reviewer-1", Today)).ThenRejected("reason.missing");

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
    public void EveryCommandInEveryState() => CommandTable.ShouldBe<Application, ApplicationState, ApplicationCommand, ApplicationEvent>(
        [
            new SubmitApplication(TheApplication, true),
            new ApproveApplication("reviewer-1", Today),
            new RejectApplication("不实", "reviewer-1", Today),
            new PlaceApplicant(PlacementId),
            new ReopenApplication(PlacementId),
        ],
        new Dictionary<string, IReadOnlyList<ApplicationEvent>>
        {
            ["not submitted"] = [],
            ["submitted"] = [Submitted],
            ["refused"] = [Submitted, Refused],
            ["approved"] = [Submitted, Approved],
            ["rejected"] = [Submitted, Rejected],
            ["placed"] = [Submitted, Approved, Placed],
        },
        """
        not submitted + SubmitApplication = ApplicationSubmitted
        not submitted + ApproveApplication = application.not_submitted
        not submitted + RejectApplication = application.not_submitted
        not submitted + PlaceApplicant = application.not_submitted
        not submitted + ReopenApplication = application.not_submitted
        submitted + SubmitApplication = application.already_submitted
        submitted + ApproveApplication = ApplicationApproved
        submitted + RejectApplication = ApplicationRejected
        submitted + PlaceApplicant = application.not_approved
        submitted + ReopenApplication = application.not_placed
        refused + SubmitApplication = application.already_submitted
        refused + ApproveApplication = application.not_under_review
        refused + RejectApplication = application.not_under_review
        refused + PlaceApplicant = application.not_approved
        refused + ReopenApplication = application.not_placed
        approved + SubmitApplication = application.already_submitted
        approved + ApproveApplication = -
        approved + RejectApplication = application.not_under_review
        approved + PlaceApplicant = ApplicationPlaced
        approved + ReopenApplication = application.not_placed
        rejected + SubmitApplication = application.already_submitted
        rejected + ApproveApplication = application.not_under_review
        rejected + RejectApplication = -
        rejected + PlaceApplicant = application.not_approved
        rejected + ReopenApplication = application.not_placed
        placed + SubmitApplication = application.already_submitted
        placed + ApproveApplication = application.not_under_review
        placed + RejectApplication = application.not_under_review
        placed + PlaceApplicant = -
        placed + ReopenApplication = ApplicationReopened
        """);
}
