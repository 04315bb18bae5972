using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.HostUnits;

/// <summary>What happens to a unit after its approval: suspension, honours, and the account that subsidies are paid into.</summary>
internal static class HostUnitStanding
{
    public static IReadOnlyList<HostUnitEvent> Decide(HostUnitCommand command, HostUnitState.Approved unit) => (command, unit) switch
    {
        (SuspendHostUnit c, { Suspension: null }) => Suspend(c, unit.File),
        (SuspendHostUnit c, { Suspension: { } s }) when s.From == c.From => [],
        (SuspendHostUnit, _) => throw new RuleViolation("host_unit.suspended_already", "该单位已被暂停；如需改变日期，请先解除。"),
        (LiftSuspension c, { Suspension: not null }) =>
            [new HostUnitSuspensionLifted(unit.File.UnitId, unit.File.Region, Reasons.Require(c.Reason), c.Actor, c.Today)],
        (LiftSuspension, _) => [],
        (HonourHostUnit c, _) => Honour(c, unit),
        (RevokeHonour c, _) when unit.Honours.ContainsKey(c.Honour) =>
            [new HostUnitHonourRevoked(unit.File.UnitId, unit.File.Region, c.Honour, c.Today, Reasons.Require(c.Reason), c.Actor)],
        (RevokeHonour, _) => throw new RuleViolation("host_unit.honour_not_held", "该单位没有此项称号。"),
        (ProposeBankAccount c, _) => Propose(c, unit),
        (ConfirmBankAccount c, { Pending: { } pending }) => Confirm(c, unit, pending),
        (RefuseBankAccount c, { Pending: { } pending }) => Refuse(c, unit, pending),
        (ConfirmBankAccount or RefuseBankAccount, _) => throw new RuleViolation("bank_account.none_pending", "没有待审核的银行账户变更。"),
        _ => throw new InvalidOperationException($"{command.GetType().Name} is no command of an approved unit."),
    };

    /// <summary>Asks that a unit may publish posts and take interns today.</summary>
    /// <exception cref="RuleViolation">It is not approved, or suspended.</exception>
    public static HostUnitState.Approved RequireActive(HostUnitState state, DateOnly today) => state switch
    {
        HostUnitState.Approved { Suspension: { } suspension } when suspension.From <= today =>
            throw new RuleViolation("host_unit.suspended", $"该单位自 {suspension.From:yyyy-MM-dd} 起暂停见习资格，不能发布岗位或安排见习。"),
        HostUnitState.Approved approved => approved,
        _ => throw new RuleViolation("host_unit.not_approved", "该单位不是已通过审核的见习单位。"),
    };

    private static IReadOnlyList<HostUnitEvent> Suspend(SuspendHostUnit command, HostUnitFile file)
    {
        if (command.From < command.Today)
        {
            throw new RuleViolation("host_unit.suspended_in_the_past", "暂停日期不能早于今天。");
        }

        var reason = Reasons.Require(command.Reason);
        return [new HostUnitSuspended(file.UnitId, file.Region, command.From, reason, command.Actor, command.Today)];
    }

    private static IReadOnlyList<HostUnitEvent> Honour(HonourHostUnit command, HostUnitState.Approved unit)
    {
        if (!command.Honours.Value.Contains(command.Honour))
        {
            var known = string.Join('、', command.Honours.Value.Items.Select(item => $"{item.Code}（{item.Name}）"));
            throw new RuleViolation("host_unit.honour_unknown", $"称号应为以下之一：{known}。");
        }

        if (string.IsNullOrWhiteSpace(command.Document))
        {
            throw new RuleViolation("host_unit.document_missing", "请填写认定文件的文号。");
        }

        return unit.Honours.ContainsKey(command.Honour)
            ? []
            : [new HostUnitHonoured(
                unit.File.UnitId, unit.File.Region, command.Honour, command.From, command.Document.Trim(), command.Actor, command.Honours.Version)];
    }

    private static IReadOnlyList<HostUnitEvent> Propose(ProposeBankAccount command, HostUnitState.Approved unit)
    {
        if (unit.Pending is not null)
        {
            throw new RuleViolation("bank_account.pending", "已有一项银行账户变更待审核。");
        }

        var account = BankAccounts.Complete(command.Account, unit.File.Name);
        return account == unit.Account
            ? []
            : [new BankAccountProposed(
                unit.File.UnitId, unit.File.Region, account, ReviewRound.First(command.Actor, FrozenContent.Of(account), command.Deadline))];
    }

    private static IReadOnlyList<HostUnitEvent> Confirm(ConfirmBankAccount command, HostUnitState.Approved unit, PendingAccount pending)
    {
        pending.Round.RequireReviewer(command.Actor);
        return [new BankAccountConfirmed(unit.File.UnitId, pending.Account, command.Actor, command.Today, [pending.Round.InTime(command.Today)])];
    }

    private static IReadOnlyList<HostUnitEvent> Refuse(RefuseBankAccount command, HostUnitState.Approved unit, PendingAccount pending)
    {
        pending.Round.RequireReviewer(command.Actor);
        return [new BankAccountRefused(unit.File.UnitId, Reasons.Require(command.Reason), command.Actor, command.Today)];
    }
}
