using System.Text.RegularExpressions;
using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Highlights;

/// <summary>Finds what must not stand in a text for publication.</summary>
internal static partial class PersonalData
{
    /// <summary>Whether a text holds a valid citizen id (GB 11643-1999) or a mobile number.</summary>
    public static bool IsIn(string text) =>
        Mobile().IsMatch(text) || CitizenIds().Matches(text).Any(match => CitizenId.TryParse(match.Value, out _, out _));

    [GeneratedRegex(@"(?<!\d)1[3-9]\d{9}(?!\d)")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<!\d)\d{17}[\dXx](?!\d)")]
    private static partial Regex CitizenIds();
}
