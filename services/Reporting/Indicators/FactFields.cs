using System.Globalization;
using System.Text.Json;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Facts;

namespace YouthPlatform.Reporting.Indicators;

/// <summary>Reads members of published events as definitions name them.</summary>
internal static class FactFields
{
    public static bool Matches(this FactRecorded fact, IReadOnlyList<FormFilter> filters)
    {
        foreach (var filter in filters)
        {
            if (!filter.In.Contains(fact.TextOf(filter.Field)))
            {
                return false;
            }
        }

        return true;
    }

    public static DateOnly DateOf(this FactRecorded fact, string field) =>
        DateOnly.ParseExact(fact.TextOf(field) ?? string.Empty, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Published decimals are strings so that readers lose no digits; whole numbers are numbers.</summary>
    public static decimal NumberOf(this FactRecorded fact, string field) =>
        decimal.Parse(fact.TextOf(field) ?? string.Empty, NumberStyles.Number, CultureInfo.InvariantCulture);

    /// <summary>A member that a contract gained later: null of a fact that was recorded before.</summary>
    public static string? TextIfAny(this FactRecorded fact, string field) => fact.Data.TryGetProperty(field, out _) ? fact.TextOf(field) : null;

    public static string? TextOf(this FactRecorded fact, string field)
    {
        if (!fact.Data.TryGetProperty(field, out var value))
        {
            throw new InvalidOperationException($"Events of type {fact.Type} have no field {field}.");
        }

        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            _ => value.GetRawText(),
        };
    }
}
