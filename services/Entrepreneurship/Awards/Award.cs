using System.Collections.Immutable;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Awards;

internal abstract record AwardCommand;

internal sealed record GrantAward(AwardFile File) : AwardCommand;

internal sealed record ProposeTranche(string Code, string Actor, DateOnly Today) : AwardCommand;

internal sealed record ReleaseTranche(string Code, string Actor, DateOnly Today) : AwardCommand;

internal sealed record FileReport(string Code, string? Text, string Actor, DateOnly Today) : AwardCommand;

internal sealed record AnswerReport(string Code, bool IsAccepted, string? Remark, string Actor, DateOnly Today) : AwardCommand;

internal sealed record ProposeRevocation(string? Reason, string Actor, DateOnly Today) : AwardCommand;

internal sealed record ConfirmRevocation(string Actor, DateOnly Today) : AwardCommand;

internal abstract record AwardEvent;

/// <summary>An award was granted with the decided selection.</summary>
internal sealed record AwardGranted(AwardFile File) : AwardEvent;

internal sealed record TrancheProposed(Guid ProjectId, string Tranche, IReadOnlyList<string> Accepted, string ProposedBy, DateOnly ProposedOn) : AwardEvent;

/// <summary>A tranche may be paid; pay runs pay it.</summary>
internal sealed record TrancheReleased(Guid ProjectId, string Tranche, Money Amount, string ReleasedBy, DateOnly ReleasedOn) : AwardEvent;

internal sealed record ReportFiled(Guid ProjectId, string Tranche, string Text, string FiledBy, DateOnly FiledOn) : AwardEvent;

internal sealed record ReportAnswered(Guid ProjectId, string Tranche, bool IsAccepted, string? Remark, string AnsweredBy, DateOnly AnsweredOn) : AwardEvent;

internal sealed record RevocationProposed(Guid ProjectId, string Reason, string ProposedBy, DateOnly ProposedOn) : AwardEvent;

/// <summary>The award was revoked: nothing more is paid, what was paid is claimed back.</summary>
internal sealed record AwardRevoked(
    AwardFile File, IReadOnlyList<string> Released, string Reason, string ProposedBy, string ConfirmedBy, DateOnly RevokedOn) : AwardEvent;

/// <summary>
/// A granted award on its way to the team: tranche by tranche, each after the first only on an accepted report on the one before; who
/// proposes a tranche does not release it, and a third person pays it.
/// </summary>
internal sealed class Award : IDecider<AwardState, AwardCommand, AwardEvent>
{
    private Award()
    {
    }

    public static AwardState Initial { get; } = new AwardState.NotGranted();

    public static string Stream(Guid projectId) => $"award-{projectId}";

    public static AwardState Evolve(AwardState state, AwardEvent recorded) => (recorded, state) switch
    {
        (AwardGranted e, _) => new AwardState.InForce(
            e.File, ImmutableSortedDictionary<string, string>.Empty, [], ImmutableSortedDictionary<string, MilestoneReport>.Empty, null),
        (TrancheProposed e, AwardState.InForce s) => s with { Proposed = s.Proposed.SetItem(e.Tranche, e.ProposedBy) },
        (TrancheReleased e, AwardState.InForce s) => s with { Proposed = s.Proposed.Remove(e.Tranche), Released = s.Released.Add(e.Tranche) },
        (ReportFiled e, AwardState.InForce s) => s with { Reports = s.Reports.SetItem(e.Tranche, new(e.Tranche, e.Text, "filed", null)) },
        (ReportAnswered e, AwardState.InForce s) => s with
        {
            Reports = s.Reports.SetItem(
                e.Tranche, s.Reports[e.Tranche] with { Status = e.IsAccepted ? "accepted" : "returned", Remark = e.Remark }),
        },
        (RevocationProposed e, AwardState.InForce s) => s with { Revocation = (e.Reason, e.ProposedBy) },
        (AwardRevoked e, AwardState.InForce s) => new AwardState.Revoked(s.File, s.Released, e.Reason),
        _ => state,
    };

    public static IReadOnlyList<AwardEvent> Decide(AwardCommand command, AwardState state) => (command, state) switch
    {
        (GrantAward c, AwardState.NotGranted) => [new AwardGranted(c.File)],
        (GrantAward, _) => throw new RuleViolation("award.already_granted", "该项目已获得资助。"),
        (_, AwardState.NotGranted) => throw new RuleViolation("award.not_found", "该项目没有获得资助。"),
        (ConfirmRevocation, AwardState.Revoked) => [],
        (_, AwardState.Revoked) => throw new RuleViolation("award.revoked", "该项目的资助已撤销。"),
        (ProposeTranche c, AwardState.InForce s) => AwardRules.Propose(c, s),
        (ReleaseTranche c, AwardState.InForce s) => AwardRules.Release(c, s),
        (FileReport c, AwardState.InForce s) => AwardRules.File(c, s),
        (AnswerReport c, AwardState.InForce s) => AwardRules.Answer(c, s),
        (ProposeRevocation c, AwardState.InForce s) =>
            [new RevocationProposed(s.File.ProjectId, Reasons.Require(c.Reason), c.Actor, c.Today)],
        (ConfirmRevocation c, AwardState.InForce s) => AwardRules.Revoke(c, s),
        _ => throw new InvalidOperationException($"{command.GetType().Name} in {state.GetType().Name} is not decided."),
    };
}
