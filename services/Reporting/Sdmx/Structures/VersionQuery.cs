using System.Globalization;

namespace YouthPlatform.Reporting.Sdmx.Structures;

/// <summary>
/// Versions as SDMX-REST asks for them: an exact one, or parts with <c>*</c> (all), <c>+</c> (the latest stable) or <c>~</c> (the latest).
/// Of every artefact there is one version, so whatever fits is the latest as well.
/// </summary>
internal static class VersionQuery
{
    private static readonly char[] Wildcards = ['*', '+', '~'];

    /// <summary>Whether a version fits one of the texts between commas.</summary>
    /// <exception cref="FormatException">A text is no version.</exception>
    public static bool Matches(string query, string version)
    {
        var parts = Parts(version);
        return query.Split(',').Select(text => MatchesOne(text, parts)).ToList().Contains(true);
    }

    private static bool MatchesOne(string query, int[] version)
    {
        if (query.Length == 1 && Wildcards.Contains(query[0]))
        {
            return true;
        }

        var texts = query.Split('.');
        var wildcards = texts.Select((text, index) => (text, index)).Where(part => part.text.IndexOfAny(Wildcards) >= 0).ToList();
        if (wildcards.Count > 1 || texts.Length > 3 || texts.Any(text => text.Length == 0))
        {
            throw new FormatException($"'{query}' is not a version.");
        }

        var asked = texts.Select(text => text.TrimEnd(Wildcards) is { Length: > 0 } number ? Number(number) : 0).ToArray();
        if (wildcards is not [var wildcard])
        {
            return asked.SequenceEqual(version);
        }

        // Up to the wildcard the version is the one asked for; from there on it is that or a later one.
        return asked.Length == version.Length
            && asked.Take(wildcard.index).SequenceEqual(version.Take(wildcard.index))
            && asked.Zip(version).Skip(wildcard.index).Select(pair => pair.Second.CompareTo(pair.First)).FirstOrDefault(order => order != 0) >= 0;
    }

    private static int[] Parts(string version) => [.. version.Split('.').Select(Number)];

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
