using YouthPlatform.EventStore;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Policy;
using static YouthPlatform.Internships.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Internships.HostUnits.HostUnit,
    YouthPlatform.Internships.HostUnits.HostUnitState,
    YouthPlatform.Internships.HostUnits.HostUnitCommand,
    YouthPlatform.Internships.HostUnits.HostUnitEvent>;

namespace YouthPlatform.Internships.Tests.HostUnits;

/// <summary>What follows an approval: suspension, honours (H9 §四(三), W62 §二(八)), the account for subsidies.</summary>
public sealed class HostUnitStandingTests
{
    private static readonly HostUnitEvent[] Approved = [new HostUnitApplied(Unit), new HostUnitApproved(UnitId, Furong, null, "reviewer-1", Today, [])];
    private static readonly HostUnitEvent[] Left = [.. Approved, new HostUnitWithdrawn(UnitId, Furong, "不再参加", Today, true)];
    private static readonly HostUnitSuspended Suspended = new(UnitId, Furong, Today.AddDays(3), "带教缺失", "reviewer-1", Today);
    private static readonly Rule<CategoryList> Honours = new(new([new("base", "就业见习基地")]), ReviewRule, null);
    private static readonly HonourHostUnit Honour = new("base", Today, "长人社发〔2023〕1号", Honours, "approver-1");
    private static readonly HostUnitHonoured Honoured = new(UnitId, Furong, "base", Today, "长人社发〔2023〕1号", "approver-1", ReviewRule);
    private static readonly BankAccountProposed Proposed = new(UnitId, Furong, Account, ReviewRound.First("unit-1", FrozenContent.Of(Account), Review));

    [Fact]
    public void ASuspensionHoldsFromItsDayOn()
    {
        Spec.Given(Approved).When(new SuspendHostUnit(Today.AddDays(3), "带教缺失", "reviewer-1", Today)).Then(Suspended);
        Spec.Given([.. Approved, Suspended]).When(new LiftSuspension("已整改", "reviewer-1", Today))
            .Then(new HostUnitSuspensionLifted(UnitId, Furong, "已整改", "reviewer-1", Today));
        var state = Fold([.. Approved, Suspended]);
        Should.NotThrow(() => HostUnitStanding.RequireActive(state, Today.AddDays(2)));
        Should.Throw<RuleViolation>(() => HostUnitStanding.RequireActive(state, Today.AddDays(3))).Code.ShouldBe("host_unit.suspended");
        Should.Throw<RuleViolation>(() => HostUnitStanding.RequireActive(Fold([Approved[0]]), Today)).Code.ShouldBe("host_unit.not_approved");
    }

    [Fact]
    public void ASuspensionNeitherBeginsInThePastNorWithoutReason()
    {
        Spec.Given(Approved).When(new SuspendHostUnit(Today.AddDays(-1), "带教缺失", "r", Today)).ThenRejected("host_unit.suspended_in_the_past");
        Spec.Given(Approved).When(new SuspendHostUnit(Today, " ", "r", Today)).ThenRejected("reason.missing");
        Spec.Given([.. Approved, Suspended]).When(new SuspendHostUnit(Today, "又一次", "r", Today)).ThenRejected("host_unit.suspended_already");
    }

    [Fact]
    public void AnHonourIsGrantedByADocumentAndRevokedWithAReason()
    {
        Spec.Given(Approved).When(Honour).Then(Honoured);
        Spec.Given([.. Approved, Honoured]).When(Honour).ThenNothing();
        Spec.Given(Approved).When(Honour with { Honour = "best" }).ThenRejected("host_unit.honour_unknown");
        Spec.Given(Approved).When(Honour with { Document = "" }).ThenRejected("host_unit.document_missing");
        Spec.Given([.. Approved, Honoured]).When(new RevokeHonour("base", "不再符合", "approver-1", Today))
            .Then(new HostUnitHonourRevoked(UnitId, Furong, "base", Today, "不再符合", "approver-1"));
        Spec.Given(Approved).When(new RevokeHonour("base", "不再符合", "approver-1", Today)).ThenRejected("host_unit.honour_not_held");
    }

    [Fact]
    public void AnAccountIsConfirmedByASecondPerson()
    {
        Spec.Given(Approved).When(new ProposeBankAccount(Account with { Number = "4300 0000-0001" }, "unit-1", Review)).Then(Proposed);
        Spec.Given([.. Approved, Proposed]).When(new ConfirmBankAccount("unit-1", Today)).ThenRejected("four_eyes.same_person");
        var confirmed = new BankAccountConfirmed(UnitId, Account, "reviewer-1", Today, [Proposed.Round.InTime(Today)]);
        Spec.Given([.. Approved, Proposed]).When(new ConfirmBankAccount("reviewer-1", Today)).Then(confirmed);
        Spec.Given([.. Approved, Proposed, confirmed]).When(new ProposeBankAccount(Account, "unit-1", Review)).ThenNothing();
        Spec.Given([.. Approved, Proposed]).When(new ProposeBankAccount(Account, "unit-1", Review)).ThenRejected("bank_account.pending");
        Spec.Given([.. Approved, Proposed]).When(new RefuseBankAccount("开户行不符", "reviewer-1", Today))
            .ThenState(state => state.ShouldBeOfType<HostUnitState.Approved>().Pending.ShouldBeNull());
    }

    [Theory]
    [InlineData("1234567", "bank_account.number_invalid")]
    [InlineData("12345678x", "bank_account.number_invalid")]
    [InlineData("123456789012345678901234567890123", "bank_account.number_invalid")]
    public void AnAccountNumberIsDigits(string number, string code) =>
        Spec.Given(Approved).When(new ProposeBankAccount(Account with { Number = number }, "unit-1", Review)).ThenRejected(code);

    [Fact]
    public void AnAccountIsMaskedButForItsLastDigits() => Account.Masked().Number.ShouldBe("********0001");

    [Fact]
    public void NothingIsPaidWithoutAConfirmedAccountOrWhileSuspended()
    {
        var confirmed = new BankAccountConfirmed(UnitId, Account, "reviewer-1", Today, []);
        HostUnitPayees.HoldOf(Fold(Approved), Today)!.Code.ShouldBe("payee.account_missing");
        HostUnitPayees.HoldOf(Fold([.. Approved, Proposed]), Today)!.Code.ShouldBe("payee.account_missing");
        HostUnitPayees.HoldOf(Fold([.. Approved, Proposed, confirmed]), Today).ShouldBeNull();
        HostUnitPayees.HoldOf(Fold([.. Approved, Proposed, confirmed, Suspended]), Today.AddDays(2)).ShouldBeNull();
        HostUnitPayees.HoldOf(Fold([.. Approved, Proposed, confirmed, Suspended]), Today.AddDays(3))!.Code.ShouldBe("payee.suspended");
    }

    [Fact]
    public void AUnitThatLeftIsPaidOnceAnOfficialAllowsItAndItHasAnAccount()
    {
        HostUnitEvent[] left = [.. Left, new FinalPaymentAllowed(UnitId, "经核查应予结清", "approver-1", Today)];
        HostUnitPayees.HoldOf(Fold(Left), Today)!.Code.ShouldBe("payee.withdrawn");
        HostUnitPayees.HoldOf(Fold(left), Today)!.Code.ShouldBe("payee.account_missing");
        HostUnitPayees.HoldOf(Fold([.. left, Proposed, new BankAccountConfirmed(UnitId, Account, "reviewer-1", Today, [])]), Today).ShouldBeNull();
        Spec.Given(Left).When(new AllowFinalPayment(" ", "approver-1", Today)).ThenRejected("reason.missing");
    }

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBeKept<HostUnit, HostUnitState, HostUnitCommand, HostUnitEvent>(
        "host_unit",
        [
            new ApplyAsHostUnit(UnitId, Content, "unit-1", Review),
            new ReturnHostUnit([UnclearName], null, ReturnCodes, "reviewer-1", Today),
            new ResubmitHostUnit(Content with { Name = "长沙示例有限公司" }, "unit-1", Review),
            new ApproveHostUnit("reviewer-1", Today),
            new RejectHostUnit("不符", "reviewer-1", Today),
            new WithdrawHostUnit("不再参加", Today),
            new AllowFinalPayment("经核查应予结清", "approver-1", Today),
            new SuspendHostUnit(Today.AddDays(3), "带教缺失", "reviewer-1", Today),
            new LiftSuspension("已整改", "reviewer-1", Today),
            Honour,
            new RevokeHonour("base", "不再符合", "approver-1", Today),
            new ProposeBankAccount(Account, "unit-1", Review),
            new ConfirmBankAccount("reviewer-1", Today),
            new RefuseBankAccount("开户行不符", "reviewer-1", Today),
        ],
        new Dictionary<string, IReadOnlyList<HostUnitEvent>>
        {
            ["not applied"] = [],
            ["submitted"] = [Approved[0]],
            ["returned"] = [Approved[0], new HostUnitReturned(UnitId, [UnclearName], null, "reviewer-1", Today)],
            ["approved"] = Approved,
            ["approved, suspended, honoured, account proposed"] = [.. Approved, Suspended, Honoured, Proposed],
            ["rejected"] = [Approved[0], new HostUnitRejected(UnitId, "不符合条件", "reviewer-1", Today, [])],
            ["withdrawn"] = [Approved[0], new HostUnitWithdrawn(UnitId, Furong, "不再参加", Today, false)],
            ["withdrawn after the approval"] = Left,
            ["withdrawn, final payment allowed"] = [.. Left, new FinalPaymentAllowed(UnitId, "经核查应予结清", "approver-1", Today)],
        });

    private static HostUnitState Fold(IEnumerable<HostUnitEvent> events) => events.Aggregate(HostUnit.Initial, HostUnit.Evolve);
}
