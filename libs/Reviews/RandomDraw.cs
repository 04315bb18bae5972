using System.Security.Cryptography;
using YouthPlatform.Policy;

namespace YouthPlatform.Reviews;

/// <summary>
/// Draws so that anybody can draw again: items are ranked by the SHA-256 over the seed and what identifies them. The population is announced before
/// the seed exists.
/// </summary>
public static class RandomDraw
{
    /// <summary>Name of the algorithm, stored with each draw.</summary>
    public const string Algorithm = "sha256-rank-v1";

    /// <summary>A share of a population, rounded up, between the fewest and the most, and never more than there are.</summary>
    /// <param name="population">How many there are.</param>
    /// <param name="share">Share, 0 to 1.</param>
    /// <param name="count">Fewest and most.</param>
    public static int CountOf(int population, decimal share, NumberRange count)
    {
        ArgumentNullException.ThrowIfNull(count);
        return Math.Min(population, (int)Math.Clamp(Math.Ceiling(population * share), count.Min, count.Max));
    }

    /// <summary>The items that come first.</summary>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="seed">The seed.</param>
    /// <param name="items">The population, in whatever order.</param>
    /// <param name="count">How many are drawn.</param>
    /// <param name="identify">What identifies an item; no two have the same.</param>
    public static IReadOnlyList<T> Take<T>(byte[] seed, IEnumerable<T> items, int count, Func<T, byte[]> identify)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(identify);
        return [.. items.OrderBy(item => Convert.ToHexStringLower(SHA256.HashData([.. seed, .. identify(item)])), StringComparer.Ordinal).Take(count)];
    }
}
