using System.Text.RegularExpressions;

namespace YouthPlatform.EventStore.Rows;

internal static partial class Names
{
    /// <summary>Lets names of lower-case letters, digits and underscores pass.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    internal static string Plain(string name) =>
        Pattern().IsMatch(name) ? name : throw new ArgumentException($"'{name}' is no plain lower-case name.", nameof(name));

    [GeneratedRegex("^[a-z_][a-z0-9_]*$")]
    private static partial Regex Pattern();
}
