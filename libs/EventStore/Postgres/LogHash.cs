using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>The newest position of the log and the hash of its event.</summary>
internal readonly record struct LogHead(long Position, byte[] Hash)
{
    internal static LogHead Empty { get; } = new(0, new byte[LogHash.Size]);

    internal bool Is(LogHead other) => Position == other.Position && Hash.AsSpan().SequenceEqual(other.Hash);
}

/// <summary>One event as it is stored: what the hash covers.</summary>
internal readonly record struct StoredEvent(
    long Position, string Stream, int Version, string Type, EventMetadata Metadata, DateTimeOffset RecordedAt, byte[] Data);

/// <summary>
/// The hash chain. The hash of an event is SHA-256 over, in this order: the hash of the event before (32 zero bytes for the
/// first); position, recorded_at in microseconds since 1970-01-01 UTC and version, each as a 64-bit big-endian integer; then
/// stream name, stored type, actor, trace parent, causation id and data, each as a 32-bit big-endian length in bytes
/// followed by the bytes (UTF-8), with length -1 and no bytes for NULL.
/// </summary>
internal static class LogHash
{
    internal const int Size = SHA256.HashSizeInBytes;

    private const int FixedSize = Size + (3 * sizeof(long)) + (6 * sizeof(int));

    internal static byte[] Next(ReadOnlySpan<byte> previous, in StoredEvent stored)
    {
        var size = FixedSize + Bytes(stored.Stream) + Bytes(stored.Type) + Bytes(stored.Metadata.Actor)
            + Bytes(stored.Metadata.TraceParent) + Bytes(stored.Metadata.CausationId) + stored.Data.Length;
        var buffer = size <= 1024 ? stackalloc byte[size] : new byte[size];
        previous.CopyTo(buffer);
        BinaryPrimitives.WriteInt64BigEndian(buffer[32..], stored.Position);
        BinaryPrimitives.WriteInt64BigEndian(buffer[40..], Microseconds(stored.RecordedAt));
        BinaryPrimitives.WriteInt64BigEndian(buffer[48..], stored.Version);
        var rest = Write(buffer[56..], stored.Stream);
        rest = Write(rest, stored.Type);
        rest = Write(rest, stored.Metadata.Actor);
        rest = Write(rest, stored.Metadata.TraceParent);
        rest = Write(rest, stored.Metadata.CausationId);
        BinaryPrimitives.WriteInt32BigEndian(rest, stored.Data.Length);
        stored.Data.CopyTo(rest[sizeof(int)..]);
        return SHA256.HashData(buffer);
    }

    /// <summary>Microseconds since the Unix epoch, the resolution of PostgreSQL.</summary>
    internal static long Microseconds(DateTimeOffset instant) =>
        (instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The same instant in UTC without what PostgreSQL cannot keep.</summary>
    internal static DateTimeOffset Truncate(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    private static int Bytes(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);

    private static Span<byte> Write(Span<byte> buffer, string? text)
    {
        if (text is null)
        {
            BinaryPrimitives.WriteInt32BigEndian(buffer, -1);
            return buffer[sizeof(int)..];
        }

        var length = Encoding.UTF8.GetBytes(text, buffer[sizeof(int)..]);
        BinaryPrimitives.WriteInt32BigEndian(buffer, length);
        return buffer[(sizeof(int) + length)..];
    }
}
