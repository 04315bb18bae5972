using YouthPlatform.EventStore;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Claims;

/// <summary>
/// The other half of '1+1' (H9 §四(二)): once a unit's internships of a year are over, the difference for each month that was granted, where
/// the share of those kept reaches the threshold (H9 §三(一)), and the reward for each person kept (W62 §二(八)).
/// </summary>
internal sealed class Settlement(int year, IReadOnlyList<PlacementState> placements, SettlementRules rules, DateOnly today)
{
    private readonly List<PlacementState.Ended> _finished =
        [.. placements.OfType<PlacementState.Ended>().Where(p => p is not PlacementState.EndedEarly && p.EndedOn.Year == year)];

    /// <summary>Those whose internship ran to its end, or ended by early hire.</summary>
    public int Finished => _finished.Count;

    /// <summary>Those of them whom the unit employs, signed in time and insured.</summary>
    public int Retained => Kept().Count();

    /// <summary>The lines, numbered from 1.</summary>
    /// <param name="granted">Months granted to the unit in the year.</param>
    /// <param name="claimed">Who claimed a person's month of a kind before.</param>
    /// <exception cref="RuleViolation">No pack provides for a settlement in this region.</exception>
    public IReadOnlyList<ClaimLine> Lines(IReadOnlyList<GrantedMonth> granted, Func<SubsidyMonthKey, Guid?> claimed)
    {
        if (rules is { DifferenceThreshold: null, RewardThreshold: null })
        {
            throw new RuleViolation("settlement.not_provided", "该地区的政策没有差额补贴或留用奖励。");
        }

        var lines = Differences(granted, claimed).Concat(Rewards(claimed));
        return [.. lines.Where(line => line.Amount > Money.Zero).Select((line, index) => line with { Line = index + 1 })];
    }

    private IEnumerable<ClaimLine> Differences(IReadOnlyList<GrantedMonth> granted, Func<SubsidyMonthKey, Guid?> claimed)
    {
        if (rules is not { DifferenceThreshold: { } threshold, Difference: { } difference })
        {
            yield break;
        }

        var byId = placements.ToDictionary(placement => PlacementView.ArrangementOf(placement).Agreement.PlacementId);
        foreach (var month in granted.OrderBy(month => month.Month).ThenBy(month => month.PersonId))
        {
            var days = SubsidisedMonth.Find(byId[month.PlacementId], month.Month, "prorata");
            var rate = difference(days?.To ?? month.Month.LastDay);
            var key = new SubsidyMonthKey(month.PersonId, month.Month, SubsidyKinds.Difference);
            yield return new(
                0,
                month.PlacementId,
                month.PersonId,
                key.Kind,
                key.Month,
                days?.From,
                days?.To,
                days?.Of(rate.Value) ?? rate.Value,
                rate.Version,
                Checks(threshold, claimed(key)));
        }
    }

    private IEnumerable<ClaimLine> Rewards(Func<SubsidyMonthKey, Guid?> claimed)
    {
        if (rules is not { RewardThreshold: { } threshold, Reward: { } reward })
        {
            yield break;
        }

        foreach (var kept in Kept())
        {
            var agreement = kept.Arrangement.Agreement;
            var key = new SubsidyMonthKey(agreement.PersonId, YearMonth.Of(kept.EndedOn), SubsidyKinds.RetentionReward);
            yield return new(
                0,
                agreement.PlacementId,
                agreement.PersonId,
                key.Kind,
                key.Month,
                agreement.StartsOn,
                kept.EndedOn,
                reward.Value,
                reward.Version,
                Checks(threshold, claimed(key)));
        }
    }

    private NamedCheck[] Checks(Rule<Threshold> threshold, Guid? claimedBy) =>
    [
        new(
            "retention.share",
            threshold.Value.IsMetByShare(Retained, Finished),
            Facts.Of("placements", ("year", year), ("finished", Finished), ("retained", Retained), ("threshold", threshold.Value)),
            threshold.Version),
        new(
            "settlement.year_closed",
            OpenUntil() is not { } open || open < today,
            Facts.Of("placements", ("openUntil", OpenUntil()), ("settledOn", today), ("windowDays", rules.WindowDays.Value)),
            rules.WindowDays.Version),
        new("month.not_claimed_before", claimedBy is null, Facts.Of("claims", ("claimedBy", claimedBy)), threshold.Version),
    ];

    /// <summary>
    /// The last day on which the share can still change: that of the hiring window of those who finished and were not kept, and that of an
    /// internship that still runs and is to end in the year. Null when nothing is open.
    /// </summary>
    private DateOnly? OpenUntil()
    {
        var running = placements.OfType<PlacementState.Running>().Select(p => p.LastDay).Where(day => day.Year == year);
        var unkept = _finished.OfType<PlacementState.Completed>().Where(p => p.FollowUpOn is null).Select(p => p.EndedOn);
        DateOnly[] days = [.. running.Concat(unkept)];
        return days.Length == 0 ? null : days.Max().AddDays(rules.WindowDays.Value);
    }

    private IEnumerable<PlacementState.Ended> Kept() => _finished.Where(placement => placement switch
    {
        PlacementState.Retained p => p.Employment.Checks.All(check => check.Passed),
        PlacementState.HiredEarly p => p.Employment.Checks.All(check => check.Passed),
        _ => false,
    });
}
