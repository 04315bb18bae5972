using System.Globalization;
using YouthPlatform.Entrepreneurship.Programmes;

namespace YouthPlatform.Entrepreneurship.Selection;

/// <summary>
/// Why each project is in or out. A project that is out is shown what stands against it: the constraints that it would break on top, and the
/// selected project in whose place it could come at the least loss. As the selection is the best one, that loss is never negative.
/// </summary>
internal sealed class Explanation
{
    private readonly PortfolioLimits _limits;
    private readonly HashSet<int> _selected;
    private readonly int _cost;
    private readonly int _counting;

    public Explanation(
        IReadOnlyList<RankedProject> ranking,
        IReadOnlyList<Candidate> candidates,
        IReadOnlyList<Candidate> best,
        PortfolioLimits limits,
        IReadOnlyDictionary<Guid, Adjustment> wanted,
        IReadOnlyDictionary<Guid, string> outOfReach,
        decimal passMark)
    {
        _limits = limits;
        _selected = [.. best.Select(candidate => candidate.Index)];
        _cost = best.Sum(candidate => candidate.Cost);
        _counting = best.Count(candidate => candidate.Counts);
        var movable = best.Where(candidate => !wanted.ContainsKey(ranking[candidate.Index].ProjectId)).OrderBy(candidate => candidate.Score).ToList();
        Lines =
        [
            .. ranking.Select((project, index) => wanted.ContainsKey(project.ProjectId) ? Plain(project, index, "adjusted")
                : _selected.Contains(index) ? Plain(project, index, "best_total")
                : outOfReach.TryGetValue(project.ProjectId, out var reason) ? Plain(project, index, reason)
                : project.Score < passMark ? Plain(project, index, "below_pass_mark")
                : Out(project, candidates[index], ranking, movable)),
        ];
    }

    public IReadOnlyList<SelectionLine> Lines { get; }

    public bool IsSelected(int index) => _selected.Contains(index);

    /// <summary>What is used of each constraint.</summary>
    public IReadOnlyList<ConstraintUse> Constraints(ProgrammeTerms terms, string cost) =>
    [
        new(Selector.Budget, terms.Budget.ToString(), cost, Binds(Selector.Budget)),
        new(Selector.Quota, Text(_limits.Quota), Text(_selected.Count), Binds(Selector.Quota)),
        new(Selector.SectorShare, _limits.Share.ToString(), $"{Text(_counting)}/{Text(_selected.Count)}", Binds(Selector.SectorShare)),
    ];

    private bool Binds(string constraint) => Lines.Any(line => line.Blocks.Contains(constraint));

    private SelectionLine Plain(RankedProject project, int index, string why) => new(project.ProjectId, _selected.Contains(index), why, [], null, null);

    private SelectionLine Out(RankedProject project, Candidate candidate, IReadOnlyList<RankedProject> ranking, List<Candidate> movable)
    {
        var others = _selected.Count - _counting;
        List<string> blocks = [];
        if (_cost + candidate.Cost > _limits.Budget)
        {
            blocks.Add(Selector.Budget);
        }

        if (_selected.Count + 1 > _limits.Quota)
        {
            blocks.Add(Selector.Quota);
        }

        if (!_limits.Allow(_counting + (candidate.Counts ? 1 : 0), others + (candidate.Counts ? 0 : 1)))
        {
            blocks.Add(Selector.SectorShare);
        }

        var rival = movable.Find(leaving => MayReplace(candidate, leaving));
        return new(
            project.ProjectId,
            false,
            "constrained",
            blocks,
            rival is null ? null : ranking[rival.Index].ProjectId,
            rival is null ? null : (rival.Score - candidate.Score) / 100m);
    }

    private bool MayReplace(Candidate entering, Candidate leaving)
    {
        var counting = _counting + (entering.Counts ? 1 : 0) - (leaving.Counts ? 1 : 0);
        return _cost + entering.Cost - leaving.Cost <= _limits.Budget && _limits.Allow(counting, _selected.Count - counting);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
