using YouthPlatform.EventStore;
using YouthPlatform.Reviews;

namespace YouthPlatform.PayeeAccounts;

/// <summary>
/// The account that a payee is paid into: named by the payee, confirmed by somebody else who reads it from the payee's document a second time, changed in
/// the same way only, and not paid into while somebody doubts it.
/// </summary>
public sealed class Registration : IDecider<RegistrationState, RegistrationCommand, RegistrationEvent>
{
    private Registration()
    {
    }

    /// <inheritdoc />
    public static RegistrationState Initial { get; } = new RegistrationState.None();

    /// <summary>Stream of a payee's account.</summary>
    public static string Stream(Guid payeeId) => $"payee_account-{payeeId}";

    /// <inheritdoc />
    public static RegistrationState Evolve(RegistrationState state, RegistrationEvent recorded) => (recorded, state) switch
    {
        (AccountProposed e, RegistrationState.Registered s) => s with { File = e.File, Pending = PendingOf(e) },
        (AccountProposed e, _) => new RegistrationState.Registered(e.File, null, PendingOf(e), null),
        (AccountConfirmed e, RegistrationState.Registered s) => s with { Confirmed = e.Account, Pending = null, Contest = null },
        (AccountRefused, RegistrationState.Registered s) => s with { Pending = null },
        (AccountContested e, RegistrationState.Registered s) => s with { Contest = new(e.Reason, e.ContestedBy, e.ContestedOn) },
        (AccountUpheld, RegistrationState.Registered s) => s with { Contest = null },
        (PayeeErased, RegistrationState.Registered s) => new RegistrationState.Erased(s.File),
        _ => state,
    };

    /// <inheritdoc />
    public static IReadOnlyList<RegistrationEvent> Decide(RegistrationCommand command, RegistrationState state) => (command, state) switch
    {
        (ErasePayee c, RegistrationState.Registered s) => [new PayeeErased(s.File.PayeeId, c.Today)],
        (ErasePayee, _) => [],
        (_, RegistrationState.Erased) => throw new RuleViolation("payee_account.erased", "该收款人的个人信息已按规定删除。"),
        (ProposeAccount c, RegistrationState.None) => [ProposedBy(c)],
        (ProposeAccount c, RegistrationState.Registered s) => Propose(c, s),
        (ConfirmAccount c, RegistrationState.Registered { Pending: { } pending } s) => Confirm(c, s, pending),
        (RefuseAccount c, RegistrationState.Registered { Pending: { } pending } s) => Refuse(c, s, pending),
        (ConfirmAccount or RefuseAccount, _) => throw new RuleViolation("payee_account.none_pending", "没有待确认的收款账户。"),
        (ContestAccount, RegistrationState.Registered { Contest: not null }) => [],
        (ContestAccount c, RegistrationState.Registered { Confirmed: not null } s) =>
            [new AccountContested(s.File.PayeeId, Reasons.Require(c.Reason), c.Actor, c.Today)],
        (UpholdAccount c, RegistrationState.Registered { Contest: { } contest } s) => Uphold(c, s, contest),
        (ContestAccount, _) => throw new RuleViolation("payee_account.none_confirmed", "没有已确认的收款账户。"),
        (UpholdAccount, _) => throw new RuleViolation("payee_account.not_contested", "该收款账户没有未处理的异议。"),
        _ => throw new InvalidOperationException($"No decision on {command.GetType().Name} in {state.GetType().Name}."),
    };

    private static IReadOnlyList<RegistrationEvent> Propose(ProposeAccount command, RegistrationState.Registered state)
    {
        if (state.Pending is { } pending)
        {
            return pending.Account.Fingerprint == command.Account.Fingerprint
                ? []
                : throw new RuleViolation("payee_account.pending", "已有一个收款账户待确认。");
        }

        var isKnown = state.Confirmed?.Fingerprint == command.Account.Fingerprint && state.Contest is null && state.File == command.File;
        return isKnown ? [] : [ProposedBy(command)];
    }

    private static IReadOnlyList<RegistrationEvent> Confirm(ConfirmAccount command, RegistrationState.Registered state, PendingAccount pending)
    {
        FourEyes.Require(command.Actor, pending.ProposedBy);
        return command.Fingerprint == pending.Account.Fingerprint
            ? [new AccountConfirmed(state.File, pending.Account, command.SharedWith, command.Actor, command.Today)]
            : throw new RuleViolation("payee_account.differs", "所填账户与收款人申报的账户不一致，请核对开户资料；确有错误的，请退回由收款人重新申报。");
    }

    private static IReadOnlyList<RegistrationEvent> Refuse(RefuseAccount command, RegistrationState.Registered state, PendingAccount pending)
    {
        FourEyes.Require(command.Actor, pending.ProposedBy);
        return [new AccountRefused(state.File.PayeeId, Reasons.Require(command.Reason), command.Actor, command.Today)];
    }

    private static IReadOnlyList<RegistrationEvent> Uphold(UpholdAccount command, RegistrationState.Registered state, Contest contest)
    {
        FourEyes.Require(command.Actor, contest.By);
        return [new AccountUpheld(state.File.PayeeId, Reasons.Require(command.Reason), command.Actor, command.Today)];
    }

    private static AccountProposed ProposedBy(ProposeAccount command) => new(command.File, command.Account, command.Actor, command.Today);

    private static PendingAccount PendingOf(AccountProposed recorded) => new(recorded.Account, recorded.ProposedBy, recorded.ProposedOn);
}
