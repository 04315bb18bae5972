using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace YouthPlatform.EventStore.PublicLog;

/// <summary>
/// The hash chain of the public log. A hash is SHA-256 over UTF-8 lines, each ended by one line feed, so that any reader of a feed
/// can recompute it: previous hash (lower-case hex, 64 zeros before the first), position, id, type, time
/// (<c>yyyy-MM-ddTHH:mm:ss.ffffffZ</c>), region, subject, traceparent (empty where there is none), data (the JSON as published).
/// </summary>
public static class PublicHash
{
    /// <summary>The hash before the first event.</summary>
    public static byte[] Zero => new byte[SHA256.HashSizeInBytes];

    /// <summary>Computes the hash of an event; its <see cref="PublicEvent.Hash"/> is not looked at.</summary>
    public static byte[] Compute(PublicEvent item)
    {
        ArgumentNullException.ThrowIfNull(item);
        string[] lines =
        [
            Convert.ToHexStringLower(item.PrevHash),
            item.Position.ToString(CultureInfo.InvariantCulture),
            item.Id.ToString(),
            item.Type,
            FormatTime(item.Time),
            item.Region,
            item.Subject,
            item.TraceParent ?? string.Empty,
            item.Data,
        ];
        return SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
    }

    /// <summary>Time as it is hashed and as feeds write it: UTC with six decimals.</summary>
    public static string FormatTime(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
