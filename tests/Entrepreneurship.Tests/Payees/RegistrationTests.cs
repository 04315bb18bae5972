using YouthPlatform.PayeeAccounts;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.Entrepreneurship.Tests.Payees.PayeeSamples;
using static YouthPlatform.Entrepreneurship.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.PayeeAccounts.Registration,
    YouthPlatform.PayeeAccounts.RegistrationState,
    YouthPlatform.PayeeAccounts.RegistrationCommand,
    YouthPlatform.PayeeAccounts.RegistrationEvent>;

namespace YouthPlatform.Entrepreneurship.Tests.Payees;

/// <summary>An account is the payee's word and somebody else's, and is not paid into while it is doubted.</summary>
public sealed class RegistrationTests
{
    private const string Reviewer = "reviewer-1";
    private const string Auditor = "auditor-1";

    private static readonly AccountProposed Proposed = new(Founder, Account, Leader, Day);
    private static readonly AccountConfirmed Confirmed = new(Founder, Account, 0, Reviewer, Day);
    private static readonly AccountContested Contested = new(Id(2), "举报", Auditor, Day);
    private static readonly PayeeErased Erased = new(Id(2), Day);

    [Fact]
    public void AProposedAccountIsConfirmedBySomebodyElse() =>
        Spec.Given(Proposed).When(new ConfirmAccount(Account.Fingerprint, 0, Reviewer, Day)).Then(Confirmed);

    [Fact]
    public void WhoNamedAnAccountNeitherConfirmsNorRefusesIt()
    {
        Spec.Given(Proposed).When(new ConfirmAccount(Account.Fingerprint, 0, Leader, Day)).ThenRejected("four_eyes.same_person");
        Spec.Given(Proposed).When(new RefuseAccount("不符", Leader, Day)).ThenRejected("four_eyes.same_person");
    }

    [Fact]
    public void AnAccountThatTheDocumentShowsOtherwiseIsNotConfirmed() =>
        Spec.Given(Proposed).When(new ConfirmAccount(Other.Fingerprint, 0, Reviewer, Day)).ThenRejected("payee_account.differs");

    [Fact]
    public void TheSameAccountAgainChangesNothingAndAnotherWaits()
    {
        Spec.Given(Proposed).When(new ProposeAccount(Founder, Account, Leader, Day)).ThenNothing();
        Spec.Given(Proposed).When(new ProposeAccount(Founder, Other, Leader, Day)).ThenRejected("payee_account.pending");
        Spec.Given(Proposed, Confirmed).When(new ProposeAccount(Founder, Account, Leader, Day)).ThenNothing();
    }

    [Fact]
    public void WhileAChangeWaitsTheConfirmedAccountStays() =>
        Spec.Given(Proposed, Confirmed).When(new ProposeAccount(Founder, Other, Leader, Day)).ThenState(state =>
        {
            var registered = state.ShouldBeOfType<RegistrationState.Registered>();
            registered.Confirmed.ShouldBe(Account);
            registered.Pending!.Account.ShouldBe(Other);
        });

    [Fact]
    public void AContestEndsBySomebodyElsesWordOrByANewConfirmation()
    {
        Spec.Given(Proposed, Confirmed, Contested).When(new UpholdAccount("已核实", Auditor, Day)).ThenRejected("four_eyes.same_person");
        Spec.Given(Proposed, Confirmed, Contested).When(new UpholdAccount("已核实", Reviewer, Day)).Then(new AccountUpheld(Id(2), "已核实", Reviewer, Day));
        Spec.Given(Proposed, Confirmed, Contested).When(new ProposeAccount(Founder, Account, Leader, Day)).Then(Proposed);
        Spec.Given(Proposed, Confirmed, Contested, Proposed).When(new ConfirmAccount(Account.Fingerprint, 0, Reviewer, Day))
            .ThenState(state => state.ShouldBeOfType<RegistrationState.Registered>().Contest.ShouldBeNull());
    }

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBe<Registration, RegistrationState, RegistrationCommand, RegistrationEvent>(
        [
            new ProposeAccount(Founder, Other, Leader, Day), new ConfirmAccount(Account.Fingerprint, 0, Reviewer, Day), new RefuseAccount("不符", Reviewer, Day),
            new ContestAccount("举报", Auditor, Day), new UpholdAccount("已核实", Reviewer, Day), new ErasePayee(Day),
        ],
        new Dictionary<string, IReadOnlyList<RegistrationEvent>>
        {
            ["none"] = [], ["proposed"] = [Proposed], ["confirmed"] = [Proposed, Confirmed],
            ["contested"] = [Proposed, Confirmed, Contested], ["erased"] = [Proposed, Confirmed, Erased],
        },
        """
        none + ProposeAccount = AccountProposed
        none + ConfirmAccount = payee_account.none_pending
        none + RefuseAccount = payee_account.none_pending
        none + ContestAccount = payee_account.none_confirmed
        none + UpholdAccount = payee_account.not_contested
        none + ErasePayee = -
        proposed + ProposeAccount = payee_account.pending
        proposed + ConfirmAccount = AccountConfirmed
        proposed + RefuseAccount = AccountRefused
        proposed + ContestAccount = payee_account.none_confirmed
        proposed + UpholdAccount = payee_account.not_contested
        proposed + ErasePayee = PayeeErased
        confirmed + ProposeAccount = AccountProposed
        confirmed + ConfirmAccount = payee_account.none_pending
        confirmed + RefuseAccount = payee_account.none_pending
        confirmed + ContestAccount = AccountContested
        confirmed + UpholdAccount = payee_account.not_contested
        confirmed + ErasePayee = PayeeErased
        contested + ProposeAccount = AccountProposed
        contested + ConfirmAccount = payee_account.none_pending
        contested + RefuseAccount = payee_account.none_pending
        contested + ContestAccount = -
        contested + UpholdAccount = AccountUpheld
        contested + ErasePayee = PayeeErased
        erased + ProposeAccount = payee_account.erased
        erased + ConfirmAccount = payee_account.erased
        erased + RefuseAccount = payee_account.erased
        erased + ContestAccount = payee_account.erased
        erased + UpholdAccount = payee_account.erased
        erased + ErasePayee = -
        """);
}
