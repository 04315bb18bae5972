using System.Collections.Immutable;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Claims;

/// <summary>A claim of a host unit for one calendar month.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="UnitId">The host unit that is paid.</param>
/// <param name="Region">County or district of the unit, GB/T 2260.</param>
/// <param name="Month">The claimed month; a subsidised month belongs to the calendar month in which it ends.</param>
/// <param name="Lines">One line a placement.</param>
/// <param name="ProposedBy">Account that claimed.</param>
/// <param name="ProposedOn">China date of the claim.</param>
internal sealed record ClaimFile(
    Guid ClaimId, Guid UnitId, RegionCode Region, YearMonth Month, IReadOnlyList<ClaimLine> Lines, string ProposedBy, DateOnly ProposedOn);

/// <summary>What is claimed for one intern and month, and how the rules judged it. It is payable when every check passed.</summary>
/// <param name="Line">Number within the claim, from 1.</param>
/// <param name="PlacementId">The placement.</param>
/// <param name="PersonId">The intern.</param>
/// <param name="Kind">Code of the subsidy kind.</param>
/// <param name="Month">The subsidised month.</param>
/// <param name="From">First day of it; null when the internship has no such month.</param>
/// <param name="To">Last day of it; null when the internship has no such month.</param>
/// <param name="Amount">What the rate comes to.</param>
/// <param name="Rate">The rule that gave the rate.</param>
/// <param name="Checks">Named checks with the facts they used.</param>
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
}

/// <summary>Where the payment of a line stands.</summary>
internal abstract record LinePayment
{
    private LinePayment()
    {
    }

    /// <summary>A check failed; the line is never paid.</summary>
    public sealed record Refused : LinePayment;

    public sealed record Open : LinePayment;

    public sealed record Ordered(Guid OrderId) : LinePayment;

    public sealed record Paid(Guid OrderId, DateOnly PaidOn) : LinePayment;

    public sealed record Failed(Guid OrderId, string Reason) : LinePayment;
}

internal abstract record ClaimState
{
    private ClaimState()
    {
    }

    public sealed record NotProposed : ClaimState;

    public sealed record Proposed(ClaimFile File) : ClaimState;

    public sealed record Rejected(ClaimFile File, string Reason) : ClaimState;

    public sealed record Approved(ClaimFile File, string ApprovedBy, ImmutableSortedDictionary<int, LinePayment> Payments) : ClaimState;
}
