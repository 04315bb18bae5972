using System.Globalization;

namespace YouthPlatform.Internships.Rules;

/// <summary>Facts of a check as plain texts.</summary>
internal static class Facts
{
    public static Dictionary<string, string> Of(string source, params ReadOnlySpan<(string Name, object? Value)> facts)
    {
        Dictionary<string, string> texts = new() { ["source"] = source };
        foreach (var (name, value) in facts)
        {
            texts.Add(name, Text(value));
        }

        return texts;
    }

    private static string Text(object? value) => value switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        null => "none",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
