using System.Globalization;

namespace YouthPlatform.Reporting.Sdmx.Data;

/// <summary>Instants as texts.</summary>
internal static class Instants
{
    public static string Text(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
