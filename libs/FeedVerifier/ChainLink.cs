using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace YouthPlatform.FeedVerifier;

/// <summary>A place in a feed: everything up to it has been checked.</summary>
/// <param name="Position">Position of the last event that was checked, 0 before the first.</param>
/// <param name="Hash">Its hash, lower-case hexadecimal.</param>
internal sealed record ChainLink(long Position, string Hash)
{
    /// <summary>Before the first event.</summary>
    public static ChainLink Start { get; } = new(0, new string('0', 2 * SHA256.HashSizeInBytes));

    private static readonly string[] Hashed = ["prevhash", "sequence", "id", "type", "time", "region", "subject", "traceparent"];

    /// <summary>Checks that an event follows this place and is as it was published.</summary>
    /// <param name="item">A CloudEvent as the feed writes it.</param>
    /// <exception cref="BrokenFeedException">It does not follow, or its hash is not that of its content.</exception>
    public ChainLink Follow(JsonElement item)
    {
        var position = Position + 1;
        if (!long.TryParse(Attribute(item, "sequence"), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
        {
            throw new BrokenFeedException(position, "an event without a sequence stands here");
        }

        if (sequence != position)
        {
            throw new BrokenFeedException(
                position, sequence > position ? $"it is missing; the next event is {sequence}" : $"event {sequence} comes once more");
        }

        if (Attribute(item, "prevhash") != Hash)
        {
            throw new BrokenFeedException(position, $"its prevhash is not the hash of event {Position}");
        }

        var hash = HashOf(item);
        return Attribute(item, "hash") == hash ? new(position, hash) : throw new BrokenFeedException(position, "its content does not match its hash");
    }

    /// <summary>SHA-256 over nine lines: the attributes, then the data as it is written.</summary>
    private static string HashOf(JsonElement item)
    {
        var data = item.TryGetProperty("data", out var found) ? found.GetRawText() : string.Empty;
        var lines = Hashed.Select(name => Attribute(item, name) ?? string.Empty).Append(data);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")))));
    }

    private static string? Attribute(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}

/// <summary>The feed is not what was published.</summary>
/// <param name="position">First position that is wrong.</param>
/// <param name="reason">What is wrong there.</param>
internal sealed class BrokenFeedException(long position, string reason) : Exception(reason)
{
    /// <summary>First position that is wrong.</summary>
    public long Position { get; } = position;
}
