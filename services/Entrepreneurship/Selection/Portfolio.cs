using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Selection;

/// <summary>A project as the solver sees it.</summary>
/// <param name="Index">Place in the ranking, from 0; smaller is better among equals.</param>
/// <param name="Counts">Whether it counts towards the share.</param>
/// <param name="Cost">Award in steps, at least 1.</param>
/// <param name="Score">Score in hundredths.</param>
internal sealed record Candidate(int Index, bool Counts, int Cost, int Score);

/// <summary>What a portfolio may cost and hold.</summary>
/// <param name="Budget">Budget in steps.</param>
/// <param name="Quota">Most projects.</param>
/// <param name="Share">Least share of those that count.</param>
internal sealed record PortfolioLimits(int Budget, int Quota, Threshold Share)
{
    public bool Allow(int counting, int others) => Share.IsMetByShare(counting, counting + others);
}

/// <summary>
/// The portfolio with the greatest sum of scores that keeps budget, quota and share: exact, and the same for the same field. Projects that
/// count and those that do not are solved apart for every number and cost (a knapsack with a number of items), then put together. Time grows
/// with projects x quota x budget steps, never exponentially.
/// </summary>
internal static class Portfolio
{
    /// <summary>The best portfolio; null when there is none.</summary>
    /// <param name="field">Projects that may be taken.</param>
    /// <param name="forced">Projects that are taken in any case.</param>
    /// <param name="limits">The hard constraints.</param>
    public static IReadOnlyList<Candidate>? Best(IEnumerable<Candidate> field, IReadOnlyList<Candidate> forced, PortfolioLimits limits)
    {
        var quota = limits.Quota - forced.Count;
        var budget = limits.Budget - forced.Sum(candidate => candidate.Cost);
        if (quota < 0 || budget < 0)
        {
            return null;
        }

        var free = field.OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Index).ToList();
        var counting = Dominance.Reduce([.. free.Where(candidate => candidate.Counts)], quota);
        var others = Dominance.Reduce([.. free.Where(candidate => !candidate.Counts)], quota);
        var forcedCounting = forced.Count(candidate => candidate.Counts);
        var split = Join(
            Knapsack.Solve(counting, quota, budget),
            Knapsack.Solve(others, quota, budget).UpTo(),
            count => MostOthers(limits, forcedCounting + count, forced.Count - forcedCounting, quota - count));
        if (split is not { } found)
        {
            return null;
        }

        var taken = Knapsack.Items(counting, found.Counting, found.CountingBudget);
        var rest = Knapsack.Items(others, found.Others, budget - found.CountingBudget, upTo: true);
        List<Candidate> best = [.. forced.Concat(taken).Concat(rest).OrderBy(candidate => candidate.Index)];
        return best.Count > 0 ? best : Single(free, quota, budget, limits);
    }

    /// <summary>Where no portfolio scores more than none at all: one project that may stand alone, as nothing is no selection.</summary>
    private static Candidate[]? Single(IEnumerable<Candidate> free, int quota, int budget, PortfolioLimits limits) =>
        free.FirstOrDefault(candidate => quota > 0 && candidate.Cost <= budget && limits.Allow(candidate.Counts ? 1 : 0, candidate.Counts ? 0 : 1)) is { } one
            ? [one]
            : null;

    /// <summary>Most projects that do not count beside so many that do; -1 when even none is too many.</summary>
    private static int MostOthers(PortfolioLimits limits, int counting, int forcedOthers, int seats)
    {
        var most = seats;
        while (most >= 0 && !limits.Allow(counting, forcedOthers + most))
        {
            most--;
        }

        return most;
    }

    private static (int Counting, int CountingBudget, int Others)? Join(Knapsack counting, Knapsack others, Func<int, int> mostOthers)
    {
        (int Counting, int CountingBudget, int Others)? best = null;
        var bestScore = -1;
        for (var count = counting.Most; count >= 0; count--)
        {
            var most = Math.Min(mostOthers(count), others.Most);
            if (most < 0)
            {
                continue;
            }

            var left = counting.Row(count);
            var right = others.Row(most);
            for (var budget = 0; budget < left.Length; budget++)
            {
                var score = left[budget] < 0 ? -1 : left[budget] + right[left.Length - 1 - budget];
                if (score > bestScore)
                {
                    (best, bestScore) = ((count, budget, most), score);
                }
            }
        }

        return best;
    }
}
