using YouthPlatform.EventStore;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryCommand;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryEvent;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>
/// Who answers for an entry. People are served where they are registered, where they live or where they look for work (H32 §二(六)17), so an
/// entry can go to another county, for good or for a time; that county accepts or refuses.
/// </summary>
internal static class AssignmentRules
{
    public static IReadOnlyList<LedgerEntryEvent> Propose(ProposeTransfer propose, LedgerEntryState.Open open)
    {
        var from = open.RegionOn(propose.Today);
        if (open.Pending is { } pending)
        {
            return pending.TransferId == propose.TransferId
                ? []
                : throw new RuleViolation("ledger_entry.transfer_pending", "该台账已有待接收的转移，请先等待答复或撤回。");
        }

        if (from != open.Region)
        {
            throw new RuleViolation("ledger_entry.lent", "该台账正在临时转移期内，期满后由原区县办理转移。");
        }

        if (propose.To == from)
        {
            throw new RuleViolation("ledger_entry.same_region", "该台账已由该区县负责。");
        }

        if (propose.Until <= propose.Today)
        {
            throw new RuleViolation("ledger_entry.transfer_until", "临时转移的截止日期应晚于今天。");
        }

        return [new TransferProposed(propose.TransferId, open.PersonId, from, propose.To, propose.Place, propose.Until, propose.Today)];
    }

    public static IReadOnlyList<LedgerEntryEvent> Accept(AcceptTransfer accept, LedgerEntryState.Open open)
    {
        var pending = Pending(open, accept.TransferId);
        return pending.Until < accept.Today
            ? throw new RuleViolation("ledger_entry.transfer_until", "临时转移的截止日期已过，请由原区县重新提出。")
            : [new TransferAccepted(pending.TransferId, open.PersonId, pending.From, pending.To, pending.Place, pending.Until, accept.Today)];
    }

    public static IReadOnlyList<LedgerEntryEvent> Refuse(RefuseTransfer refuse, LedgerEntryState.Open open)
    {
        var pending = Pending(open, refuse.TransferId);
        return [new TransferRefused(pending.TransferId, open.PersonId, pending.From, pending.To, refuse.Reason, refuse.Today)];
    }

    public static IReadOnlyList<LedgerEntryEvent> Withdraw(WithdrawTransfer withdraw, LedgerEntryState.Open open)
    {
        var pending = Pending(open, withdraw.TransferId);
        return [new TransferWithdrawn(pending.TransferId, open.PersonId, pending.From, pending.To, withdraw.Today)];
    }

    public static IReadOnlyList<LedgerEntryEvent> Assign(AssignOfficer assign, LedgerEntryState.Open open)
    {
        var region = open.RegionOn(assign.Today);
        return open.Officers.GetValueOrDefault(region) == assign.Officer
            ? []
            : [new OfficerAssigned(open.PersonId, region, assign.Officer, assign.Today)];
    }

    private static TransferProposed Pending(LedgerEntryState.Open open, Guid transferId) => open.Pending is { } pending && pending.TransferId == transferId
        ? pending
        : throw new RuleViolation("ledger_entry.transfer_not_pending", "该转移不存在或已答复。");
}
