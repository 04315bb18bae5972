using System.Text.Json;
using YouthPlatform.ServiceDefaults;

namespace YouthPlatform.Reporting.Exports;

/// <summary>Forms as JSON files, in the shape in which they are read.</summary>
internal static class FormJson
{
    public const string MediaType = "application/json";

    public static byte[] Write<T>(T forms) => JsonSerializer.SerializeToUtf8Bytes(forms, PlatformJson.Options);
}
