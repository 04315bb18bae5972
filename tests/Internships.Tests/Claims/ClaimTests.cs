using YouthPlatform.Internships.Claims;
using YouthPlatform.Policy;
using static YouthPlatform.Internships.Tests.MoneySamples;
using static YouthPlatform.Internships.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Internships.Claims.Claim,
    YouthPlatform.Internships.Claims.ClaimState,
    YouthPlatform.Internships.Claims.ClaimCommand,
    YouthPlatform.Internships.Claims.ClaimEvent>;

namespace YouthPlatform.Internships.Tests.Claims;

public sealed class ClaimTests
{
    private const string Check = "attendance.sufficient";

    private static readonly DateOnly Day = new(2023, 9, 8);
    private static readonly ClaimLine Failed = LineOf(1, PersonId) with
    {
        Checks = [new NamedCheck(Check, false, new Dictionary<string, string>(), RateRule)],
    };

    private static readonly OverrideRules Allowed = Packs.Overrides(Furong, Day);
    private static readonly ClaimProposed Proposed = new(TheClaim);
    private static readonly ClaimProposed Doubtful = new(TheClaim with { Lines = [Failed] });
    private static readonly ClaimApproved Approved = new(ClaimId, [1], [], "approver-1", Day);
    private static readonly ClaimRejected Rejected = new(ClaimId, [Line.ToKey()], "材料不实", "approver-1", Day);
    private static readonly CheckOverrideProposed Vouched = new(
        ClaimId, 1, Check, "已补交请假证明", "reviewer-1", Day, Day.AddDays(30), Allowed.Checks.Version);

    private static readonly CheckOverrideConfirmed Confirmed = new(ClaimId, 1, Check, Failed.ToKey(), "approver-1", Day);
    private static readonly ProposeOverride Vouch = new(1, Check, "已补交请假证明", Allowed, "reviewer-1", Day);

    [Fact]
    public void GivenNothing_WhenProposed_ThenProposed() => Spec.Given().When(new ProposeClaim(TheClaim)).Then(Proposed);

    [Fact]
    public void GivenNothing_WhenAPersonIsClaimedTwice_ThenRejected()
    {
        Spec.Given().When(new ProposeClaim(TheClaim with { Lines = [Line, LineOf(2, PersonId)] })).ThenRejected("claim.person_twice");
        Spec.Given().When(new ProposeClaim(TheClaim with { Lines = [] })).ThenRejected("claim.lines_missing");
    }

    [Fact]
    public void GivenAnEarlierStep_WhenTheSamePersonTakesTheNext_ThenRejected()
    {
        Spec.Given(Proposed).When(new ApproveClaim("unit-1", Day)).ThenRejected("four_eyes.same_person");
        Spec.Given(Proposed).When(new RejectClaim("不实", "unit-1", Day)).ThenRejected("four_eyes.same_person");
        Spec.Given(Doubtful).When(Vouch with { Actor = "unit-1" }).ThenRejected("four_eyes.same_person");
        Spec.Given(Doubtful, Vouched).When(new ConfirmOverride(1, Check, "reviewer-1", Day)).ThenRejected("four_eyes.same_person");
        Spec.Given(Doubtful, Vouched, Confirmed).When(new ApproveClaim("reviewer-1", Day)).ThenRejected("four_eyes.same_person");
    }

    [Fact]
    public void GivenARefusedLine_WhenApproved_ThenOnlyTheOthersAreGranted()
    {
        var mixed = new ClaimProposed(TheClaim with { Lines = [LineOf(1, PersonId, passed: false), LineOf(2, Id(31))] });
        Spec.Given(mixed).When(new ApproveClaim("approver-1", Day)).Then(Approved with { Granted = [2] });
        Spec.Given(Doubtful).When(new ApproveClaim("approver-1", Day)).ThenRejected("claim.nothing_payable");
    }

    [Fact]
    public void GivenProposed_WhenRejected_ThenItsMonthsAreFree() =>
        Spec.Given(Proposed).When(new RejectClaim("材料不实", "approver-1", Day)).Then(Rejected);

    [Fact]
    public void GivenAFailedCheck_WhenTwoOfficialsPassItOver_ThenTheLineIsGranted()
    {
        Spec.Given(Doubtful).When(Vouch).Then(Vouched);
        Spec.Given(Doubtful, Vouched).When(new ConfirmOverride(1, Check, "approver-1", Day)).Then(Confirmed);
        Spec.Given(Doubtful, Vouched, Confirmed).When(new ConfirmOverride(1, Check, "approver-1", Day)).ThenNothing();
        Spec.Given(Doubtful, Vouched, Confirmed).When(new ApproveClaim("approver-1", Day)).Then(Approved);
    }

    [Fact]
    public void GivenAnOverride_WhenItExpires_ThenItNoLongerCountsAndTheMonthIsFreed()
    {
        var last = Vouched.ExpiresOn;
        Spec.Given(Doubtful, Vouched).When(new ConfirmOverride(1, Check, "approver-1", last.AddDays(1))).ThenRejected("override.expired");
        Spec.Given(Doubtful, Vouched, Confirmed).When(new ApproveClaim("approver-1", last)).Then(Approved with { ApprovedOn = last });
        Spec.Given(Doubtful, Vouched, Confirmed).When(new ApproveClaim("approver-1", last.AddDays(1))).ThenRejected("claim.nothing_payable");
        var two = new ClaimProposed(TheClaim with { Lines = [Failed, LineOf(2, Id(31))] });
        Spec.Given(two, Vouched, Confirmed).When(new ApproveClaim("approver-1", last.AddDays(1)))
            .Then(new ClaimApproved(ClaimId, [2], [Failed.ToKey()], "approver-1", last.AddDays(1)));
    }

    [Fact]
    public void GivenACheckThatMayNotBePassedOver_ThenRejected()
    {
        var unpaid = new ClaimProposed(TheClaim with { Lines = [LineOf(1, PersonId, passed: false)] });
        Spec.Given(unpaid).When(Vouch with { Check = "allowance.paid" }).ThenRejected("override.not_allowed");
        Spec.Given(Proposed).When(Vouch with { Check = "allowance.paid" }).ThenRejected("override.check_not_failed");
        Spec.Given(Doubtful).When(Vouch with { Line = 2 }).ThenRejected("claim.line_unknown");
        Spec.Given(Doubtful).When(Vouch with { Reason = " " }).ThenRejected("reason.missing");
        Spec.Given(Doubtful).When(new ConfirmOverride(1, Check, "approver-1", Day)).ThenRejected("override.not_proposed");
    }

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBe<Claim, ClaimState, ClaimCommand, ClaimEvent>(
        [
            new ProposeClaim(TheClaim), Vouch, new ConfirmOverride(1, Check, "approver-1", Day), new ApproveClaim("approver-1", Day),
            new RejectClaim("不实", "approver-1", Day),
        ],
        new Dictionary<string, IReadOnlyList<ClaimEvent>>
        {
            ["not proposed"] = [],
            ["proposed"] = [Proposed],
            ["doubtful"] = [Doubtful, Vouched],
            ["rejected"] = [Proposed, Rejected],
            ["approved"] = [Proposed, Approved],
        },
        """
        not proposed + ProposeClaim = ClaimProposed
        not proposed + ProposeOverride = claim.not_proposed
        not proposed + ConfirmOverride = claim.not_proposed
        not proposed + ApproveClaim = claim.not_proposed
        not proposed + RejectClaim = claim.not_proposed
        proposed + ProposeClaim = claim.already_proposed
        proposed + ProposeOverride = override.check_not_failed
        proposed + ConfirmOverride = override.not_proposed
        proposed + ApproveClaim = ClaimApproved
        proposed + RejectClaim = ClaimRejected
        doubtful + ProposeClaim = claim.already_proposed
        doubtful + ProposeOverride = CheckOverrideProposed
        doubtful + ConfirmOverride = CheckOverrideConfirmed
        doubtful + ApproveClaim = claim.nothing_payable
        doubtful + RejectClaim = ClaimRejected
        rejected + ProposeClaim = claim.already_proposed
        rejected + ProposeOverride = claim.already_decided
        rejected + ConfirmOverride = claim.already_decided
        rejected + ApproveClaim = claim.already_decided
        rejected + RejectClaim = -
        approved + ProposeClaim = claim.already_proposed
        approved + ProposeOverride = claim.already_decided
        approved + ConfirmOverride = claim.already_decided
        approved + ApproveClaim = -
        approved + RejectClaim = claim.already_decided
        """);
}
