using System.Text.Json;

namespace YouthPlatform.GraduateTracking;

/// <summary>Enumerated values as they stand in JSON, tables and contracts.</summary>
internal static class Names
{
    /// <summary>The value in snake_case.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
