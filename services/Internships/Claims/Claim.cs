using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.Claims;

/// <summary>
/// A claim of the '1+1' subsidy (H9 §四(二)): proposed by the unit, approved by an official. What is granted becomes an entitlement, which
/// pay runs pay.
/// </summary>
internal sealed class Claim : IDecider<ClaimState, ClaimCommand, ClaimEvent>
{
    private Claim()
    {
    }

    public static ClaimState Initial { get; } = new ClaimState.NotProposed();

    public static string Stream(Guid claimId) => $"claim-{claimId}";

    public static ClaimState Evolve(ClaimState state, ClaimEvent recorded) => (recorded, state) switch
    {
        (ClaimProposed e, _) => new ClaimState.Proposed(
            e.File, [], [.. e.File.Lines.Where(line => line.AllChecksPassed()).Select(line => line.Line)]),
        (CheckOverrideProposed e, ClaimState.Proposed s) => s with
        {
            Overrides = s.Overrides.RemoveAll(given => given.Line == e.Line && given.Check == e.Check)
                .Add(new(e.Line, e.Check, e.Reason, e.ProposedBy, e.ExpiresOn, null)),
        },
        (CheckOverrideConfirmed e, ClaimState.Proposed s) => s with
        {
            Overrides = s.Overrides.ConvertAll(given =>
                given.Line == e.Line && given.Check == e.Check ? given with { ConfirmedBy = e.ConfirmedBy } : given),
            Held = e.NowHeld is null ? s.Held : s.Held.Add(e.Line),
        },
        (ClaimRejected e, ClaimState.Proposed s) => new ClaimState.Rejected(s.File, e.Reason),
        (ClaimApproved e, ClaimState.Proposed s) => new ClaimState.Approved(s.File, e.ApprovedBy, [.. e.Granted]),
        _ => state,
    };

    public static IReadOnlyList<ClaimEvent> Decide(ClaimCommand command, ClaimState state) => (command, state) switch
    {
        (ProposeClaim c, ClaimState.NotProposed) => [new ClaimProposed(Complete(c.File))],
        (ProposeClaim, _) => throw new RuleViolation("claim.already_proposed", "该补贴申领已提交。"),
        (_, ClaimState.NotProposed) => throw new RuleViolation("claim.not_proposed", "该补贴申领尚未提交。"),
        (ProposeOverride c, ClaimState.Proposed s) => Overrides.Propose(c, s),
        (ConfirmOverride c, ClaimState.Proposed s) => Overrides.Confirm(c, s),
        (ApproveClaim c, ClaimState.Proposed s) => Approve(c, s),
        (ApproveClaim, ClaimState.Approved) => [],
        (RejectClaim c, ClaimState.Proposed s) => Reject(c, s),
        (RejectClaim, ClaimState.Rejected) => [],
        _ => throw new RuleViolation("claim.already_decided", "该补贴申领已有审批意见。"),
    };

    private static ClaimFile Complete(ClaimFile file)
    {
        if (file.Lines.Count == 0)
        {
            throw new RuleViolation("claim.lines_missing", "没有可申领的补贴明细。");
        }

        return file.Lines.DistinctBy(line => line.ToKey()).Count() < file.Lines.Count
            ? throw new RuleViolation("claim.person_twice", "同一见习人员同一月份的补贴在本次申领中重复。")
            : file;
    }

    private static IReadOnlyList<ClaimEvent> Approve(ApproveClaim command, ClaimState.Proposed claim)
    {
        FourEyes.Require(command.Actor, [claim.File.ProposedBy, .. claim.Overrides.Select(given => given.ProposedBy)]);
        var held = claim.File.Lines.Where(line => claim.Held.Contains(line.Line)).ToLookup(line => claim.IsPayable(line, command.Today));
        return held.Contains(true)
            ? [
                new ClaimApproved(
                    claim.File.ClaimId,
                    [.. held[true].Select(line => line.Line)],
                    [.. held[false].Select(line => line.ToKey())],
                    command.Actor,
                    command.Today),
            ]
            : throw new RuleViolation("claim.nothing_payable", "本次申领没有通过核验的明细，请驳回。");
    }

    private static IReadOnlyList<ClaimEvent> Reject(RejectClaim command, ClaimState.Proposed claim)
    {
        FourEyes.Require(command.Actor, claim.File.ProposedBy);
        var freed = claim.File.Lines.Where(line => claim.Held.Contains(line.Line)).Select(line => line.ToKey());
        return [new ClaimRejected(claim.File.ClaimId, [.. freed], Reasons.Require(command.Reason), command.Actor, command.Today)];
    }
}
