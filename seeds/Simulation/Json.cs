using System.Globalization;
using System.Text.Json.Nodes;

namespace YouthPlatform.Simulation;

/// <summary>Small bodies and readings of JSON.</summary>
internal static class Json
{
    public static JsonObject Money(decimal yuan) =>
        new() { ["amount"] = yuan.ToString("0.00", CultureInfo.InvariantCulture), ["currency"] = "CNY" };

    public static string Text(this DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly Date(this JsonNode? node) => DateOnly.Parse((string)node!, CultureInfo.InvariantCulture);

    public static Guid Id(this JsonNode? node) => Guid.Parse((string)node!);
}
