using System.Collections.Immutable;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Claims;

/// <summary>A claim of a host unit: for one calendar month, or for the settlement of a year.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="UnitId">The host unit that is paid.</param>
/// <param name="UnitCode">Its unified social credit code.</param>
/// <param name="Region">County or district of the unit, GB/T 2260.</param>
/// <param name="Month">The claimed month, the one in which subsidised months end; of a settlement, the last of its year.</param>
/// <param name="Lines">One line a person, month and kind.</param>
/// <param name="ProposedBy">Account that claimed.</param>
/// <param name="ProposedOn">China date of the claim.</param>
internal sealed record ClaimFile(
    Guid ClaimId,
    Guid UnitId,
    string UnitCode,
    RegionCode Region,
    YearMonth Month,
    IReadOnlyList<ClaimLine> Lines,
    string ProposedBy,
    DateOnly ProposedOn);

/// <summary>What is claimed for one intern and month, and how the rules judged it. It is payable when every check passed or is overridden.</summary>
/// <param name="Line">Number within the claim, from 1.</param>
/// <param name="PlacementId">The placement.</param>
/// <param name="PersonId">The intern.</param>
/// <param name="Kind">Code of the subsidy kind, see <see cref="SubsidyKinds"/>.</param>
/// <param name="Month">The subsidised month.</param>
/// <param name="From">First day of it; null when the internship has no such month.</param>
/// <param name="To">Last day of it; null when the internship has no such month.</param>
/// <param name="Amount">What the rate comes to.</param>
/// <param name="Rate">The rule that gave the rate.</param>
/// <param name="Checks">Named checks with the facts they used and where these come from.</param>
internal sealed record ClaimLine(
    int Line,
    Guid PlacementId,
    Guid PersonId,
    string Kind,
    YearMonth Month,
    DateOnly? From,
    DateOnly? To,
    Money Amount,
    RuleVersion Rate,
    IReadOnlyList<NamedCheck> Checks)
{
    public bool AllChecksPassed() => Checks.All(check => check.Passed);

    /// <summary>What can be claimed once, whatever the path.</summary>
    public SubsidyMonthKey ToKey() => new(PersonId, Month, Kind);
}

/// <summary>A person's month of one kind of subsidy: claimed once.</summary>
internal sealed record SubsidyMonthKey(Guid PersonId, YearMonth Month, string Kind);

/// <summary>Kinds of the internship subsidy.</summary>
internal static class SubsidyKinds
{
    /// <summary>Paid month by month (H9 §四(二)).</summary>
    public const string Monthly = "monthly";

    /// <summary>The lump-sum difference after the end where enough were kept (H9 §三(一), §四(二)).</summary>
    public const string Difference = "difference";

    /// <summary>A reward for each person kept (W62 §二(八)).</summary>
    public const string RetentionReward = "retention_reward";
}

/// <summary>A failed check that an official vouches for; it counts once another has confirmed it, and until it expires.</summary>
internal sealed record CheckOverride(int Line, string Check, string Reason, string ProposedBy, DateOnly ExpiresOn, string? ConfirmedBy)
{
    public bool Counts(ClaimLine line, NamedCheck check, DateOnly today) =>
        Line == line.Line && Check == check.Name && ConfirmedBy is not null && today <= ExpiresOn;
}

internal abstract record ClaimState
{
    private ClaimState()
    {
    }

    public sealed record NotProposed : ClaimState;

    /// <param name="File">The claim.</param>
    /// <param name="Overrides">Checks that somebody vouches for.</param>
    /// <param name="Held">Lines that hold their person's month.</param>
    public sealed record Proposed(ClaimFile File, ImmutableList<CheckOverride> Overrides, ImmutableSortedSet<int> Held) : ClaimState
    {
        public bool IsPayable(ClaimLine line, DateOnly today) =>
            line.Checks.All(check => check.Passed || Overrides.Exists(given => given.Counts(line, check, today)));
    }

    public sealed record Rejected(ClaimFile File, string Reason) : ClaimState;

    /// <param name="File">The claim.</param>
    /// <param name="ApprovedBy">Account that approved it.</param>
    /// <param name="Granted">Lines that were granted.</param>
    public sealed record Approved(ClaimFile File, string ApprovedBy, ImmutableSortedSet<int> Granted) : ClaimState;
}
