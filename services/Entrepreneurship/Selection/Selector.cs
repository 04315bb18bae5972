using YouthPlatform.Entrepreneurship.Programmes;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Selection;

/// <summary>Finds the best selection of a ranking under a programme's terms, and says why each project is in or out.</summary>
internal static class Selector
{
    public const string Budget = "budget";
    public const string Quota = "quota";
    public const string SectorShare = "sector_share";

    /// <summary>Selects.</summary>
    /// <param name="ranking">All projects, the best first.</param>
    /// <param name="terms">The hard constraints.</param>
    /// <param name="adjustments">What officials want in or out.</param>
    /// <param name="outOfReach">Projects that cannot be selected, with the reason's code: struck or already_supported.</param>
    /// <exception cref="RuleViolation">No selection keeps the constraints, or an adjustment is against them.</exception>
    public static SelectionResult Select(
        IReadOnlyList<RankedProject> ranking,
        ProgrammeTerms terms,
        IReadOnlyList<Adjustment> adjustments,
        IReadOnlyDictionary<Guid, string> outOfReach)
    {
        var wanted = Checked(adjustments, ranking, terms, outOfReach);
        var limits = new PortfolioLimits((int)Math.Floor(terms.Budget.Amount / terms.AwardStep.Amount), terms.Quota, terms.SectorShare);
        var candidates = ranking.Select((project, index) => new Candidate(
            index, project.Counts, (int)(project.Amount.Amount / terms.AwardStep.Amount), (int)(project.Score * 100))).ToList();
        bool IsFree(Candidate candidate) =>
            ranking[candidate.Index].Score >= terms.PassMark
            && !outOfReach.ContainsKey(ranking[candidate.Index].ProjectId)
            && !wanted.ContainsKey(ranking[candidate.Index].ProjectId);

        var forced = candidates.Where(candidate => wanted.TryGetValue(ranking[candidate.Index].ProjectId, out var change) && change.IsSelected).ToList();
        var best = Portfolio.Best(candidates.Where(IsFree), forced, limits)
            ?? throw new RuleViolation("selection.infeasible", "没有满足预算、名额和重点领域占比的遴选方案，请检查调整意见。");
        var explained = new Explanation(ranking, candidates, best, limits, wanted, outOfReach, terms.PassMark);
        var cost = ranking.Where((_, index) => explained.IsSelected(index)).Select(project => project.Amount).Sum();
        return new(
            best.Sum(candidate => candidate.Score) / 100m,
            cost,
            explained.Constraints(terms, cost.ToString()),
            explained.Lines,
            [.. adjustments.OrderBy(adjustment => adjustment.ProjectId)]);
    }

    private static Dictionary<Guid, Adjustment> Checked(
        IReadOnlyList<Adjustment> adjustments, IReadOnlyList<RankedProject> ranking, ProgrammeTerms terms, IReadOnlyDictionary<Guid, string> outOfReach)
    {
        var known = ranking.ToDictionary(project => project.ProjectId);
        Dictionary<Guid, Adjustment> wanted = [];
        foreach (var adjustment in adjustments)
        {
            if (!known.TryGetValue(adjustment.ProjectId, out var project))
            {
                throw new RuleViolation("selection.project_unknown", $"项目 {adjustment.ProjectId} 不在排名中。");
            }

            Reasons.Require(adjustment.Reason);
            if (adjustment.IsSelected && (outOfReach.ContainsKey(project.ProjectId) || project.Score < terms.PassMark))
            {
                throw new RuleViolation("selection.adjustment_forbidden", "未达合格分、异议成立或已获其他项目支持的项目不能调入。");
            }

            if (!wanted.TryAdd(adjustment.ProjectId, adjustment))
            {
                throw new RuleViolation("selection.adjusted_twice", "同一项目只能有一条调整意见。");
            }
        }

        return wanted;
    }
}
