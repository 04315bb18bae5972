using System.Text;
using Microsoft.Net.Http.Headers;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.GraduateTracking.RosterImports;

/// <summary>A file on its way in. Its digest, announced before it is read, makes it the same import each time it is sent.</summary>
/// <param name="Digest">SHA-256, lower-case hexadecimal.</param>
/// <param name="Encoding">Encoding of the text.</param>
/// <param name="Regions">Regions that the sender answers for, in order.</param>
/// <param name="Actor">Account of the sender.</param>
/// <param name="Now">Instant of the request.</param>
/// <param name="Today">China date of the request.</param>
internal sealed record RosterUpload(
    string Digest, Encoding Encoding, IReadOnlyList<RegionCode> Regions, string Actor, DateTimeOffset Now, DateOnly Today)
{
    public const string DigestHeader = "Content-Digest";

    private static readonly Guid Namespace = DerivedId.Create(DerivedId.UrlNamespace, "/youthplatform/graduatetracking/roster-imports");

    /// <summary>Follows from the file and the regions: what is accepted depends on both.</summary>
    public Guid ImportId => DerivedId.Create(Namespace, $"{Digest} {string.Join(' ', Regions)}");

    /// <exception cref="ApiException">400 for another media type, a missing digest or an unknown encoding.</exception>
    public static RosterUpload From(HttpRequest request, Caller caller, HttpCommand command)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "text/csv")
        {
            throw ApiException.BadRequest("roster_import.media_type", "请以 text/csv 提交名单。");
        }

        return new RosterUpload(
            DigestOf(request.Headers[DigestHeader].ToString()),
            RosterFile.EncodingOf(HeaderUtilities.RemoveQuotes(type.Charset).Value),
            [.. caller.Regions.Order()],
            command.Actor,
            command.Now,
            command.Today);
    }

    /// <summary>The SHA-256 in a header of RFC 9530: <c>sha-256=:base64:</c>.</summary>
    private static string DigestOf(string header)
    {
        const string Start = "sha-256=:";
        var value = header.Split(',', StringSplitOptions.TrimEntries).FirstOrDefault(v => v.StartsWith(Start, StringComparison.OrdinalIgnoreCase));
        var digest = new byte[32];
        return value is [.., ':'] && value.Length > Start.Length
            && Convert.TryFromBase64String(value[Start.Length..^1], digest, out var length) && length == digest.Length
                ? Convert.ToHexStringLower(digest)
                : throw ApiException.BadRequest(
                    "roster_import.digest_missing", "请在 Content-Digest 中带上文件的 SHA-256，例如 sha-256=:…=:，同一文件重新提交时接着上次的进度。");
    }
}
