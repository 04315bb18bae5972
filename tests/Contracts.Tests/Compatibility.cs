using System.Text.Json.Nodes;

namespace YouthPlatform.Contracts.Tests;

/// <summary>What readers of a published schema would miss in a later one.</summary>
internal static class Compatibility
{
    private static readonly string[] Kept = ["type", "format", "pattern"];

    /// <summary>Lists what broke, by path; empty when readers of the first can read the second.</summary>
    public static IEnumerable<string> Breaks(JsonNode? published, JsonNode? present, string path = "$")
    {
        if (published is not JsonObject before)
        {
            return [];
        }

        if (present is not JsonObject now)
        {
            return [$"{path} is gone"];
        }

        var retyped = Kept.Where(keyword => !Same(before[keyword], now[keyword])).Select(keyword => $"{path}: {keyword} was {Text(before[keyword])} and is {Text(now[keyword])}");
        var optional = Names(before["required"]).Except(Names(now["required"])).Where(name => now["properties"]?[name] is not null)
            .Select(name => $"{path}.{name} may be left out now");
        var demanded = Names(now["required"]).Except(Names(before["required"])).Where(name => before["properties"]?[name] is null)
            .Select(name => $"{path}.{name} is required, and what was published lacks it");
        var members = (before["properties"] as JsonObject ?? []).SelectMany(member =>
            Breaks(member.Value, now["properties"]?[member.Key], $"{path}.{member.Key}"));
        var codes = Names(before["enum"]).Except(Names(now["enum"])).Select(code => $"{path}: the code {code} is gone");
        return [.. retyped, .. optional, .. demanded, .. members, .. codes, .. before["items"] is { } items ? Breaks(items, now["items"], path + "[]") : []];
    }

    private static IEnumerable<string> Names(JsonNode? list) => (list as JsonArray ?? []).Select(item => item?.ToString() ?? "null");

    private static bool Same(JsonNode? before, JsonNode? now) => Text(before) == Text(now);

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "nothing";
}
