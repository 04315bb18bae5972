using System.Collections.Immutable;
using YouthPlatform.Entrepreneurship.Programmes;
using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Awards;

/// <summary>A part of an award.</summary>
/// <param name="Code">Code.</param>
/// <param name="Amount">Yuan.</param>
internal sealed record Tranche(string Code, Money Amount);

/// <summary>What was granted.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Call">Programme and year.</param>
/// <param name="Region">Prefecture of the project.</param>
/// <param name="Title">Title of the project.</param>
/// <param name="Amount">The award.</param>
/// <param name="Tranches">Its parts in their order; they make the award.</param>
/// <param name="LeaderId">Who leads the team.</param>
/// <param name="FirmCode">The team's firm, if it has one.</param>
/// <param name="ExclusiveGroup">Within this group leader and firm are supported once.</param>
/// <param name="DecidedBy">Account that decided.</param>
/// <param name="GrantedOn">China date.</param>
internal sealed record AwardFile(
    Guid ProjectId,
    CallKey Call,
    RegionCode Region,
    string Title,
    Money Amount,
    IReadOnlyList<Tranche> Tranches,
    Guid LeaderId,
    string? FirmCode,
    string ExclusiveGroup,
    string DecidedBy,
    DateOnly GrantedOn)
{
    /// <summary>Code of the leader's college; null of what was stored before it was kept.</summary>
    public string? College { get; init; }

    /// <summary>Whom the award's group may support once: the leader, and the firm.</summary>
    public IReadOnlyList<string> Holders() => FirmCode is null ? [LeaderId.ToString()] : [LeaderId.ToString(), FirmCode];

    /// <summary>Splits an award: parts are rounded to the fen, the last takes what is left.</summary>
    public static IReadOnlyList<Tranche> Split(Money amount, IReadOnlyList<TrancheRule> rules)
    {
        List<Tranche> parts = [.. rules.SkipLast(1).Select(rule => new Tranche(rule.Code, amount.Multiply(rule.Share, MoneyRounding.HalfUpToFen)))];
        parts.Add(new(rules[^1].Code, amount - parts.Select(part => part.Amount).Sum()));
        return parts;
    }
}

/// <summary>A report on a tranche; the next tranche waits for its acceptance.</summary>
internal sealed record MilestoneReport(string Tranche, string Text, string Status, string? Remark);

/// <summary>What an award is at.</summary>
internal abstract record AwardState
{
    private AwardState()
    {
    }

    public virtual AwardFile? FileOrNull => null;

    public sealed record NotGranted : AwardState;

    /// <param name="File">What was granted.</param>
    /// <param name="Proposed">Tranches that wait for approval, with who proposed them.</param>
    /// <param name="Released">Tranches that were approved.</param>
    /// <param name="Reports">Reports by tranche.</param>
    /// <param name="Revocation">A proposed revocation.</param>
    public sealed record InForce(
        AwardFile File,
        ImmutableSortedDictionary<string, string> Proposed,
        ImmutableSortedSet<string> Released,
        ImmutableSortedDictionary<string, MilestoneReport> Reports,
        (string Reason, string ProposedBy)? Revocation) : AwardState
    {
        public override AwardFile FileOrNull => File;
    }

    public sealed record Revoked(AwardFile File, ImmutableSortedSet<string> Released, string Reason) : AwardState
    {
        public override AwardFile FileOrNull => File;
    }
}
