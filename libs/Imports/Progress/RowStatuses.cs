using System.Text.Json;

namespace YouthPlatform.Imports.Progress;

/// <summary>Statuses of rows as they stand in JSON and tables.</summary>
internal static class RowStatuses
{
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<RowStatus>().Select(NameOf)];

    public static string NameOf(RowStatus status) => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString());
}
