using YouthPlatform.Internships.Claims;
using YouthPlatform.Policy;
using static YouthPlatform.Internships.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Internships.Claims.Claim,
    YouthPlatform.Internships.Claims.ClaimState,
    YouthPlatform.Internships.Claims.ClaimCommand,
    YouthPlatform.Internships.Claims.ClaimEvent>;

namespace YouthPlatform.Internships.Tests.Claims;

public sealed class ClaimTests
{
    private static readonly DateOnly PaidOn = new(2023, 9, 8);
    private static readonly ClaimProposed Proposed = new(TheClaim);
    private static readonly ClaimApproved Approved = new(ClaimId, "approver-1", PaidOn);
    private static readonly ClaimRejected Rejected = new(ClaimId, "材料不实", "approver-1", PaidOn);
    private static readonly PaymentOrdered Ordered = new(ClaimId, OrderId, [1], "payer-1", PaidOn);
    private static readonly SubsidyPaid Paid = new(
        ClaimId, OrderId, 1, Line.PlacementId, PersonId, UnitId, Furong, "monthly", new YearMonth(2023, 9), BaseRate, PaidOn, "B-1");
    private static readonly PaymentFailed Failed = new(ClaimId, OrderId, 1, "账号错误", PaidOn);
    private static readonly BankResult BankPaid = new(1, BankOutcome.Paid, PaidOn, "B-1");
    private static readonly BankResult BankFailed = new(1, BankOutcome.Failed, PaidOn, Reason: "账号错误");

    [Fact]
    public void GivenNothing_WhenProposed_ThenProposed() => Spec.Given().When(new ProposeClaim(TheClaim)).Then(Proposed);

    [Fact]
    public void GivenNothing_WhenAPersonIsClaimedTwice_ThenRejected()
    {
        Spec.Given().When(new ProposeClaim(TheClaim with { Lines = [Line, LineOf(2, PersonId)] })).ThenRejected("claim.person_twice");
        Spec.Given().When(new ProposeClaim(TheClaim with { Lines = [] })).ThenRejected("claim.lines_missing");
    }

    // Proposer, approver and payer are three people.
    [Fact]
    public void GivenAnEarlierStep_WhenTheSamePersonTakesTheNext_ThenRejected()
    {
        Spec.Given(Proposed).When(new ApproveClaim("unit-1", PaidOn)).ThenRejected("four_eyes.same_person");
        Spec.Given(Proposed).When(new RejectClaim("不实", "unit-1", PaidOn)).ThenRejected("four_eyes.same_person");
        Spec.Given(Proposed, Approved).When(new OrderPayment(OrderId, "unit-1", PaidOn)).ThenRejected("four_eyes.same_person");
        Spec.Given(Proposed, Approved).When(new OrderPayment(OrderId, "approver-1", PaidOn)).ThenRejected("four_eyes.same_person");
    }

    [Fact]
    public void GivenNoLinePassed_WhenApproved_ThenRejected() =>
        Spec.Given(new ClaimProposed(TheClaim with { Lines = [LineOf(1, PersonId, passed: false)] }))
            .When(new ApproveClaim("approver-1", PaidOn)).ThenRejected("claim.nothing_payable");

    [Fact]
    public void GivenARefusedLine_WhenPaymentIsOrdered_ThenOnlyTheOthersAreOrdered()
    {
        var mixed = new ClaimProposed(TheClaim with { Lines = [LineOf(1, PersonId, passed: false), LineOf(2, Id(31))] });
        Spec.Given(mixed, Approved).When(new OrderPayment(OrderId, "payer-1", PaidOn)).Then(Ordered with { Lines = [2] });
        Spec.Given(mixed, Approved, Ordered with { Lines = [2] })
            .When(new RecordBankResults(OrderId, [BankPaid], PaidOn)).ThenRejected("claim.line_not_ordered");
    }

    [Fact]
    public void GivenOrdered_WhenTheBankPays_ThenPaidOnce()
    {
        Spec.Given(Proposed, Approved, Ordered).When(new RecordBankResults(OrderId, [BankPaid], PaidOn)).Then(Paid);
        Spec.Given(Proposed, Approved, Ordered, Paid).When(new RecordBankResults(OrderId, [BankPaid], PaidOn)).ThenNothing();
        Spec.Given(Proposed, Approved, Ordered, Paid).When(new RecordBankResults(OrderId, [BankFailed], PaidOn)).ThenRejected("claim.line_already_paid");
        Spec.Given(Proposed, Approved, Ordered, Paid).When(new OrderPayment(Id(70), "payer-1", PaidOn)).ThenRejected("claim.nothing_to_order");
    }

    [Fact]
    public void GivenFailed_WhenOrderedAgain_ThenOnlyTheNewOrderCanPay()
    {
        var again = Ordered with { OrderId = Id(70) };
        Spec.Given(Proposed, Approved, Ordered).When(new RecordBankResults(OrderId, [BankFailed], PaidOn)).Then(Failed);
        Spec.Given(Proposed, Approved, Ordered, Failed).When(new RecordBankResults(OrderId, [BankFailed], PaidOn)).ThenNothing();
        Spec.Given(Proposed, Approved, Ordered, Failed).When(new OrderPayment(Id(70), "payer-1", PaidOn)).Then(again);
        Spec.Given(Proposed, Approved, Ordered, Failed, again)
            .When(new RecordBankResults(OrderId, [BankPaid], PaidOn)).ThenRejected("claim.line_not_ordered");
        Spec.Given(Proposed, Approved, Ordered, Failed, again)
            .When(new RecordBankResults(Id(70), [BankPaid], PaidOn)).Then(Paid with { OrderId = Id(70) });
    }

    [Fact]
    public void GivenOrdered_WhenTheBanksAnswerIsUnsound_ThenRejected()
    {
        ClaimEvent[] ordered = [Proposed, Approved, Ordered];
        Spec.Given(ordered).When(new RecordBankResults(OrderId, [BankPaid with { Line = 9 }], PaidOn)).ThenRejected("claim.line_unknown");
        Spec.Given(ordered).When(new RecordBankResults(OrderId, [BankPaid, BankFailed], PaidOn)).ThenRejected("bank_result.line_twice");
        Spec.Given(ordered).When(new RecordBankResults(OrderId, [BankPaid], PaidOn.AddDays(-1))).ThenRejected("bank_result.in_future");
        Spec.Given(ordered).When(new RecordBankResults(OrderId, [BankPaid with { Reference = " " }], PaidOn)).ThenRejected("bank_result.reference_missing");
        Spec.Given(ordered).When(new RecordBankResults(OrderId, [BankFailed with { Reason = null }], PaidOn)).ThenRejected("reason.missing");
    }

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBe<Claim, ClaimState, ClaimCommand, ClaimEvent>(
        [
            new ProposeClaim(TheClaim),
            new ApproveClaim("approver-1", PaidOn),
            new RejectClaim("不实", "approver-1", PaidOn),
            new OrderPayment(OrderId, "payer-1", PaidOn),
            new RecordBankResults(OrderId, [BankPaid], PaidOn),
        ],
        new Dictionary<string, IReadOnlyList<ClaimEvent>>
        {
            ["not proposed"] = [],
            ["proposed"] = [Proposed],
            ["rejected"] = [Proposed, Rejected],
            ["approved"] = [Proposed, Approved],
            ["ordered"] = [Proposed, Approved, Ordered],
            ["failed"] = [Proposed, Approved, Ordered, Failed],
            ["paid"] = [Proposed, Approved, Ordered, Paid],
        },
        """
        not proposed + ProposeClaim = ClaimProposed
        not proposed + ApproveClaim = claim.not_proposed
        not proposed + RejectClaim = claim.not_proposed
        not proposed + OrderPayment = claim.not_proposed
        not proposed + RecordBankResults = claim.not_proposed
        proposed + ProposeClaim = claim.already_proposed
        proposed + ApproveClaim = ClaimApproved
        proposed + RejectClaim = ClaimRejected
        proposed + OrderPayment = claim.not_approved
        proposed + RecordBankResults = claim.not_approved
        rejected + ProposeClaim = claim.already_proposed
        rejected + ApproveClaim = claim.already_decided
        rejected + RejectClaim = -
        rejected + OrderPayment = claim.not_approved
        rejected + RecordBankResults = claim.not_approved
        approved + ProposeClaim = claim.already_proposed
        approved + ApproveClaim = -
        approved + RejectClaim = claim.already_decided
        approved + OrderPayment = PaymentOrdered
        approved + RecordBankResults = claim.line_not_ordered
        ordered + ProposeClaim = claim.already_proposed
        ordered + ApproveClaim = -
        ordered + RejectClaim = claim.already_decided
        ordered + OrderPayment = claim.nothing_to_order
        ordered + RecordBankResults = SubsidyPaid
        failed + ProposeClaim = claim.already_proposed
        failed + ApproveClaim = -
        failed + RejectClaim = claim.already_decided
        failed + OrderPayment = PaymentOrdered
        failed + RecordBankResults = claim.line_not_ordered
        paid + ProposeClaim = claim.already_proposed
        paid + ApproveClaim = -
        paid + RejectClaim = claim.already_decided
        paid + OrderPayment = claim.nothing_to_order
        paid + RecordBankResults = -
        """);
}
