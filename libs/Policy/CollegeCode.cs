using System.Diagnostics.CodeAnalysis;

namespace YouthPlatform.Policy;

/// <summary>The identification code of a school (学校标识码): ten digits, of which the third and fourth are those of its province.</summary>
public static class CollegeCode
{
    /// <summary>Whether a text is such a code.</summary>
    public static bool IsValid([NotNullWhen(true)] string? text) =>
        text is { Length: 10 } && text.All(char.IsAsciiDigit) && RegionCode.TryParse(text[2..4], out var province) && province.Level == RegionLevel.Province;
}
