using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.Claims;

/// <summary>A failed check passed over: by two officials, with a reason, for a limited time, and only where the pack allows it.</summary>
internal static class Overrides
{
    public static IReadOnlyList<ClaimEvent> Propose(ProposeOverride command, ClaimState.Proposed claim)
    {
        FourEyes.Require(command.Actor, claim.File.ProposedBy);
        var line = LineOf(claim, command.Line);
        if (!line.Checks.Any(check => check.Name == command.Check && !check.Passed))
        {
            throw new RuleViolation("override.check_not_failed", "该明细的此项核验未失败，无需放行。");
        }

        if (!command.Rules.Allows(command.Check))
        {
            throw new RuleViolation("override.not_allowed", "此项核验不得人工放行。");
        }

        var expiresOn = command.Today.AddDays(command.Rules.Days.Value);
        return
        [
            new CheckOverrideProposed(
                claim.File.ClaimId,
                command.Line,
                command.Check,
                Reasons.Require(command.Reason),
                command.Actor,
                command.Today,
                expiresOn,
                command.Rules.Checks.Version),
        ];
    }

    public static IReadOnlyList<ClaimEvent> Confirm(ConfirmOverride command, ClaimState.Proposed claim)
    {
        var given = claim.Overrides.Find(given => given.Line == command.Line && given.Check == command.Check)
            ?? throw new RuleViolation("override.not_proposed", "没有待确认的放行申请。");
        if (given.ConfirmedBy is not null)
        {
            return [];
        }

        FourEyes.Require(command.Actor, claim.File.ProposedBy, given.ProposedBy);
        if (command.Today > given.ExpiresOn)
        {
            throw new RuleViolation("override.expired", $"放行申请已于 {given.ExpiresOn:yyyy-MM-dd} 失效，请重新提出。");
        }

        var line = LineOf(claim, command.Line);
        var after = claim with { Overrides = claim.Overrides.Replace(given, given with { ConfirmedBy = command.Actor }) };
        var isHeldNow = !claim.Held.Contains(line.Line) && after.IsPayable(line, command.Today);
        return
        [
            new CheckOverrideConfirmed(
                claim.File.ClaimId, command.Line, command.Check, isHeldNow ? line.ToKey() : null, command.Actor, command.Today),
        ];
    }

    private static ClaimLine LineOf(ClaimState.Proposed claim, int number) =>
        claim.File.Lines.FirstOrDefault(line => line.Line == number)
        ?? throw new RuleViolation("claim.line_unknown", $"本次申领没有第 {number} 行。");
}
