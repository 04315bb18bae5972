using YouthPlatform.Internships.Placements;
using YouthPlatform.Internships.Registers;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Claims;

/// <summary>What a line of a claim is judged on.</summary>
/// <param name="Placement">The placement as it stands.</param>
/// <param name="Month">The claimed month.</param>
/// <param name="UnitApprovedOn">China date of the unit's approval.</param>
/// <param name="Found">What other files and registers say.</param>
/// <param name="Today">China date of the claim.</param>
internal sealed record LineFacts(PlacementState Placement, YearMonth Month, DateOnly? UnitApprovedOn, FoundFacts Found, DateOnly Today);

/// <summary>What was found on the person outside the placement.</summary>
/// <param name="ClaimedBy">An earlier claim for the same person, month and kind that was not rejected.</param>
/// <param name="MonthsClaimed">Other months of the person that stand claimed.</param>
/// <param name="Overlapping">Other placements of the person that cover a day of the month.</param>
/// <param name="Registered">Entries of registers on the person that hold on a day of the month.</param>
/// <param name="SharedAccounts">Others whose account is that of the person.</param>
/// <param name="RegistersAsOf">State of each register.</param>
internal sealed record FoundFacts(
    Guid? ClaimedBy,
    int MonthsClaimed,
    int Overlapping,
    IReadOnlyList<RegisterHit> Registered,
    int SharedAccounts,
    IReadOnlyDictionary<string, DateOnly> RegistersAsOf)
{
    public static FoundFacts Nothing { get; } = new(null, 0, 0, [], 0, new Dictionary<string, DateOnly>());
}

/// <summary>What the packs say of judging a line.</summary>
/// <param name="Checks">The checks that are made.</param>
/// <param name="Attendance">Share of the working days that the intern has to be present.</param>
/// <param name="Months">Months of an internship; the greatest is the most that are subsidised.</param>
/// <param name="EarlyHireUntil">Last day up to which an early hire keeps the subsidy running (H9 §三(一)).</param>
/// <param name="PartMonth">Whether part months are paid: <c>none</c> or <c>prorata</c>.</param>
internal sealed record LineRules(
    Rule<CategoryList> Checks, Rule<Threshold> Attendance, Rule<NumberRange> Months, Rule<DateOnly> EarlyHireUntil, Rule<string> PartMonth);
