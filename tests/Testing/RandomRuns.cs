namespace YouthPlatform.Testing;

/// <summary>Random runs that are to try certain things.</summary>
public static class RandomRuns
{
    private const int MostRounds = 20;

    /// <summary>Runs rounds of random tries until they have reached all that they are to try: chance decides how many rounds, not whether the test passes.</summary>
    /// <param name="wanted">What the tries are to reach, at least once in all.</param>
    /// <param name="round">A round of tries; answers what has been reached so far. It runs once at least.</param>
    /// <exception cref="InvalidOperationException">The tries do not reach something within twenty rounds.</exception>
    public static void UntilReached<T>(IReadOnlyCollection<T> wanted, Func<IReadOnlySet<T>> round)
    {
        ArgumentNullException.ThrowIfNull(round);
        var missing = wanted;
        for (var count = 0; count < MostRounds && (count == 0 || missing.Count > 0); count++)
        {
            var reached = round();
            missing = [.. wanted.Where(thing => !reached.Contains(thing))];
        }

        if (missing.Count > 0)
        {
            throw new InvalidOperationException($"The random tries never reach: {string.Join(", ", missing)}.");
        }
    }
}
