using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using YouthPlatform.ServiceDefaults;

namespace YouthPlatform.Reporting;

/// <summary>
/// The version of something that is computed from many streams: 62 bits of the hash of its JSON. Same content, same version,
/// so whoever changes it with If-Match changes what was seen.
/// </summary>
internal static class ContentVersion
{
    /// <summary>The version of a content.</summary>
    public static long Of<T>(T content)
    {
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, PlatformJson.Options));
        return BinaryPrimitives.ReadInt64BigEndian(hash) & (long.MaxValue >> 1);
    }
}
