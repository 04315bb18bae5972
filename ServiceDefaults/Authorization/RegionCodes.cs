namespace YouthPlatform.ServiceDefaults.Authorization;

/// <summary>Six-digit codes of GB/T 2260 as a tree: province (43), prefecture (4301), county (430104); 000000 stands above all.</summary>
public static class RegionCodes
{
    /// <summary>Whether a region is the same as another or lies above it.</summary>
    /// <param name="above">Six-digit code, such as 430000.</param>
    /// <param name="region">Six-digit code, such as 430104.</param>
    public static bool Covers(string above, string region)
    {
        ArgumentNullException.ThrowIfNull(above);
        ArgumentNullException.ThrowIfNull(region);
        return IsCode(above) && IsCode(region) && region.StartsWith(Prefix(above), StringComparison.Ordinal);
    }

    /// <summary>Whether a text is a six-digit code.</summary>
    public static bool IsCode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 6 && text.All(char.IsAsciiDigit);
    }

    /// <summary>The digits that all regions at or below a code share: 43 of 430000, 4301 of 430100, 430104 of itself.</summary>
    public static string Prefix(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var digits = code.Length;
        while (digits > 0 && code.AsSpan(digits - 2, 2) is "00")
        {
            digits -= 2;
        }

        return code[..digits];
    }
}
