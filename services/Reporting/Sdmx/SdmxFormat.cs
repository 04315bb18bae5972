using Microsoft.Net.Http.Headers;
using YouthPlatform.Reporting.Sdmx.Data;
using YouthPlatform.Reporting.Sdmx.Structures;

namespace YouthPlatform.Reporting.Sdmx;

/// <summary>A format of messages.</summary>
/// <param name="MediaType">Its media type with the version.</param>
/// <param name="Plain">A plain media type that stands for it.</param>
internal sealed record SdmxFormat(string MediaType, string Plain)
{
    private const string FormatVersion = "2.0.0";

    public static SdmxFormat DataJson { get; } = new($"application/vnd.sdmx.data+json;version={FormatVersion}", "application/json");

    public static SdmxFormat DataCsv { get; } = new($"application/vnd.sdmx.data+csv;version={FormatVersion}", "text/csv");

    public static SdmxFormat StructureJson { get; } = new($"application/vnd.sdmx.structure+json;version={FormatVersion}", "application/json");

    /// <summary>The format that the caller likes best, and the range of media types that named it; the first one for who says nothing.</summary>
    /// <exception cref="SdmxException">406 when the caller takes none of them.</exception>
    public static (SdmxFormat Format, MediaTypeHeaderValue? Asked) Negotiate(HttpRequest request, params IReadOnlyList<SdmxFormat> offered)
    {
        if (request.Headers.Accept.Count == 0)
        {
            return (offered[0], null);
        }

        var asked = MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var ranges) ? ranges : [];
        return asked
            .Where(range => range.Quality is not 0)
            .OrderByDescending(range => range.Quality ?? 1)
            .SelectMany(range => offered.Where(format => format.Fits(range)).Select(format => (format, (MediaTypeHeaderValue?)range)))
            .FirstOrDefault() is { format: { } format, Item2: var range }
                ? (format, range)
                : throw SdmxException.NotAcceptable($"可提供的格式：{string.Join("、", offered.Select(format => format.MediaType))}。");
    }

    /// <summary>How SDMX-CSV is wanted.</summary>
    /// <exception cref="SdmxException">406 when an option has no such value.</exception>
    public static CsvOptions OptionsOf(MediaTypeHeaderValue? asked)
    {
        var labels = Parameter(asked, "labels") ?? "id";
        var keys = Parameter(asked, "keys") ?? "none";
        var isKnown = Enum.TryParse<CsvLabels>(labels, ignoreCase: true, out var parsed) && !labels.Any(char.IsAsciiDigit);
        return !isKnown || keys is not ("none" or "obs" or "series" or "both")
            ? throw SdmxException.NotAcceptable("labels 应为 id、name 或 both，keys 应为 none、obs、series 或 both。")
            : new CsvOptions(parsed, keys is "series" or "both", keys is "obs" or "both");
    }

    private bool Fits(MediaTypeHeaderValue range)
    {
        var own = MediaTypeHeaderValue.Parse(MediaType);
        var named = range.MediaType.Value;
        return named is "*/*" or "application/*" || named == Plain
            || (own.MediaType.Equals(range.MediaType, StringComparison.OrdinalIgnoreCase) && HasVersion(Parameter(range, "version")));
    }

    private static bool HasVersion(string? asked) => asked is null || SdmxException.Reading(() => VersionQuery.Matches(asked, FormatVersion));

    private static string? Parameter(MediaTypeHeaderValue? range, string name) =>
        range?.Parameters
            .FirstOrDefault(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.GetUnescapedValue().ToString();
}
