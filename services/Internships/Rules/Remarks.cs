namespace YouthPlatform.Internships.Rules;

/// <summary>Optional texts.</summary>
internal static class Remarks
{
    /// <summary>The text without blanks around it, null where nothing is said.</summary>
    public static string? Trim(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
