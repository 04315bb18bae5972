using System.Globalization;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Claims;

/// <summary>What a line of a claim is judged on.</summary>
/// <param name="Placement">The placement as it stands.</param>
/// <param name="Month">The claimed month.</param>
/// <param name="AllowancePaid">Living allowance that the unit declares to have paid for that month.</param>
/// <param name="ClaimedBy">An earlier claim for the same person, month and kind that was not rejected.</param>
/// <param name="Rate">Monthly rate of the region on a day.</param>
/// <param name="Today">China date of the claim.</param>
internal sealed record LineFacts(
    PlacementState Placement,
    YearMonth Month,
    Money AllowancePaid,
    Guid? ClaimedBy,
    Func<DateOnly, Rule<Money>> Rate,
    DateOnly Today);

/// <summary>Judges a line: every check is made and stored, whether or not an earlier one failed.</summary>
internal static class LineAssessment
{
    /// <summary>Kind of the subsidy paid month by month (H9 §四(二)).</summary>
    public const string Monthly = "monthly";

    public static ClaimLine Assess(int number, LineFacts facts)
    {
        var (arrangement, lastDay, hasStarted) = Read(facts.Placement);
        var agreement = arrangement.Agreement;
        var month = SubsidyMonths.Of(agreement.StartsOn, lastDay).FirstOrDefault(m => m.Month == facts.Month);
        var rate = facts.Rate(month?.To ?? facts.Month.LastDay);
        NamedCheck Check(string name, bool passed, params (string Key, string Value)[] looked) =>
            new(name, passed, looked.ToDictionary(f => f.Key, f => f.Value), rate.Version);

        return new(
            number,
            agreement.PlacementId,
            agreement.PersonId,
            Monthly,
            facts.Month,
            month?.From,
            month?.To,
            rate.Value,
            rate.Version,
            [
                Check("internship.started", hasStarted, ("startsOn", Text(agreement.StartsOn))),
                Check(
                    "month.ran_in_full",
                    month is not null && month.To <= facts.Today,
                    ("month", $"{facts.Month}"),
                    ("lastDay", Text(lastDay)),
                    ("claimedOn", Text(facts.Today))),
                Check("insurance.covered", IsInsured(arrangement.Insurance, month), ("insuredTo", Text(arrangement.Insurance.To))),
                Check(
                    "allowance.paid",
                    facts.AllowancePaid >= agreement.MonthlyAllowance,
                    ("paid", $"{facts.AllowancePaid}"),
                    ("agreed", $"{agreement.MonthlyAllowance}")),
                Check("month.not_claimed_before", facts.ClaimedBy is null, ("claimedBy", facts.ClaimedBy?.ToString() ?? "none")),
            ]);
    }

    private static (Arrangement Arrangement, DateOnly LastDay, bool HasStarted) Read(PlacementState placement) => placement switch
    {
        PlacementState.Arranged s => (s.Arrangement, s.Arrangement.Agreement.EndsOn, false),
        PlacementState.Cancelled s => (s.Arrangement, s.Arrangement.Agreement.EndsOn, false),
        PlacementState.Begun s => (s.Arrangement, s.LastDay, true),
        _ => throw new InvalidOperationException("A placement that was never arranged has no lines."),
    };

    private static bool IsInsured(InsuranceCover insurance, SubsidyMonth? month) =>
        month is not null && insurance.Covers(month.From, month.To);

    private static string Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "none";
}
