using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using YouthPlatform.Imports.Files;
using YouthPlatform.Imports.Progress;
using YouthPlatform.Imports.Running;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Imports.Http;

/// <summary>Reads what an upload's headers say.</summary>
internal static class ImportRequests
{
    public const string DigestHeader = "Content-Digest";

    private const int DigestLength = 32;

    /// <exception cref="FileRefusedException">The media type, the encoding or the digest is none that can be read.</exception>
    public static Upload UploadOf(HttpRequest request, ImportScope scope, HttpCommand command)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !FileFormats.MediaTypes.TryGetValue(type.MediaType.Value ?? string.Empty, out var format))
        {
            throw new FileRefusedException("import.media_type", $"请以 {string.Join("、", FileFormats.MediaTypes.Keys)} 提交文件。");
        }

        var encoding = FileEncoding.Declared(HeaderUtilities.RemoveQuotes(type.Charset).Value);
        return new Upload(format, encoding, DigestOf(request.Headers[DigestHeader].ToString()), scope, command.Actor, command.Now);
    }

    /// <summary>The SHA-256 in a header of RFC 9530: <c>sha-256=:base64:</c>; null without one.</summary>
    private static string? DigestOf(string header)
    {
        const string Start = "sha-256=:";
        if (header.Split(',', StringSplitOptions.TrimEntries).FirstOrDefault(v => v.StartsWith(Start, StringComparison.OrdinalIgnoreCase)) is not { } value)
        {
            return null;
        }

        var digest = new byte[DigestLength];
        return value is [.., ':'] && value.Length > Start.Length
            && Convert.TryFromBase64String(value[Start.Length..^1], digest, out var length) && length == DigestLength
                ? Convert.ToHexStringLower(digest)
                : throw new FileRefusedException("import.digest_invalid", "Content-Digest 中的 SHA-256 格式不正确，应为 sha-256=:…=:。");
    }
}
