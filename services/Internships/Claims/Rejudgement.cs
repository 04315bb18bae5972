using YouthPlatform.Internships.Placements;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Claims;

/// <summary>
/// What is due for a line that was claimed, as its placement stands: a check of the placement that passed at the claim and fails now takes the
/// month away (H9 §四(二)); when it passes again the month is due again. What registers and other claims said is not asked anew.
/// </summary>
/// <param name="Due">What is due.</param>
/// <param name="Checks">The checks of the placement, with the facts of now.</param>
internal sealed record Rejudgement(Money Due, IReadOnlyList<NamedCheck> Checks)
{
    public static Rejudgement Of(
        ClaimLine line, PlacementState placement, LineRules rules, Func<DateOnly, Rule<Money>> rateOn, DateOnly today)
    {
        var agreement = PlacementView.ArrangementOf(placement).Agreement;
        var facts = new LineFacts(placement, line.Month, agreement.StartsOn, FoundFacts.Nothing, today);
        var (month, checks) = LineAssessment.Month(facts, rules);
        var stands = checks.All(check => check.Passed || line.Checks.Any(claimed => claimed.Name == check.Name && !claimed.Passed));
        return new(month is not null && stands ? Amount(line, month, rateOn) : Money.Zero, checks);
    }

    private static Money Amount(ClaimLine line, SubsidisedMonth month, Func<DateOnly, Rule<Money>> rateOn) =>
        (month.From, month.To) == (line.From, line.To) ? line.Amount : month.Of(rateOn(month.To).Value);
}
