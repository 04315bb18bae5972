namespace YouthPlatform.Entrepreneurship.Selection;

/// <summary>Leaves out projects that no best portfolio needs.</summary>
internal static class Dominance
{
    /// <summary>
    /// Drops each project before which so many better or equal ones stand that cost no more as there are seats: in whatever portfolio it
    /// was, one of those could take its place at no loss.
    /// </summary>
    /// <param name="ordered">Projects of one class, the best first.</param>
    /// <param name="seats">Most projects of a portfolio.</param>
    public static IReadOnlyList<Candidate> Reduce(IReadOnlyList<Candidate> ordered, int seats)
    {
        var notDearer = new int[ordered.Select(candidate => candidate.Cost).DefaultIfEmpty().Max() + 1];
        List<Candidate> kept = [];
        foreach (var candidate in ordered)
        {
            if (Sum(notDearer, candidate.Cost) < seats)
            {
                kept.Add(candidate);
            }

            Add(notDearer, candidate.Cost);
        }

        return kept;
    }

    // A binary indexed tree over costs.
    private static void Add(int[] tree, int cost)
    {
        for (; cost < tree.Length; cost += cost & -cost)
        {
            tree[cost]++;
        }
    }

    private static int Sum(int[] tree, int cost)
    {
        var sum = 0;
        for (; cost > 0; cost -= cost & -cost)
        {
            sum += tree[cost];
        }

        return sum;
    }
}
