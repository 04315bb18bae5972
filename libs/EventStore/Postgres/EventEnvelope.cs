using System.Buffers.Binary;
using System.Text;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>
/// What is stored beside an event's data, in one column, so that whole stretches of the log can be sent as one value. In this order: number
/// of the type (16 bits); instant of recording, microseconds since 1970-01-01 UTC (64 bits); actor, trace parent and causation id, each
/// as a 16-bit length in bytes followed by UTF-8, with length 65535 and no bytes for NULL; then distance from the stream's key to the position,
/// version and length of the data, each with seven bits a byte, the lowest first, and the eighth bit set where more follow. Fixed integers are big-endian.
/// </summary>
internal readonly struct EventEnvelope
{
    private const int Null = ushort.MaxValue;
    private const int RecordedAtOffset = sizeof(ushort);
    private const int TextsOffset = RecordedAtOffset + sizeof(long);
    private const int Texts = 3;
    private const int LongestNumber = 10;

    private EventEnvelope(ReadOnlySpan<byte> bytes, int start)
    {
        Start = start;
        var at = start + TextsOffset;
        for (var i = 0; i < Texts; i++)
        {
            at = Next(bytes, at);
        }

        TextsEnd = at;
        StreamDistance = Number(bytes, ref at);
        Version = (int)Number(bytes, ref at);
        DataLength = (int)Number(bytes, ref at);
        End = at;
    }

    /// <summary>Where it begins in the bytes it was read from.</summary>
    internal int Start { get; }

    /// <summary>Where it ends.</summary>
    internal int End { get; }

    internal int Version { get; }

    internal int DataLength { get; }

    private int TextsEnd { get; }

    private long StreamDistance { get; }

    /// <summary>Finds the parts of an envelope.</summary>
    /// <param name="bytes">What it is in.</param>
    /// <param name="start">Where it begins.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    /// <exception cref="IndexOutOfRangeException">There is none.</exception>
    internal static EventEnvelope Read(ReadOnlySpan<byte> bytes, int start) => new(bytes, start);

    /// <summary>The envelope of an event.</summary>
    /// <param name="stored">The event.</param>
    /// <param name="stream">Its stream's key.</param>
    /// <param name="typeId">The number of its type.</param>
    /// <exception cref="OverflowException">A text is too long; callers are told before (<see cref="AppendChecks"/>).</exception>
    internal static byte[] Write(in StoredEvent stored, long stream, int typeId)
    {
        var metadata = stored.Metadata;
        var size = TextsOffset + Size(metadata.Actor) + Size(metadata.TraceParent) + Size(metadata.CausationId) + (3 * LongestNumber);
        var buffer = size <= 512 ? stackalloc byte[size] : new byte[size];
        BinaryPrimitives.WriteUInt16BigEndian(buffer, checked((ushort)typeId));
        BinaryPrimitives.WriteInt64BigEndian(buffer[RecordedAtOffset..], LogHash.Microseconds(stored.RecordedAt));
        var rest = Write(buffer[TextsOffset..], metadata.Actor);
        rest = Write(rest, metadata.TraceParent);
        rest = Write(rest, metadata.CausationId);
        rest = Write(rest, stored.Position - stream);
        rest = Write(rest, stored.Version);
        rest = Write(rest, stored.Data.Length);
        return buffer[..^rest.Length].ToArray();
    }

    internal int TypeId(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes[Start..]);

    internal DateTimeOffset RecordedAt(ReadOnlySpan<byte> bytes) => new(
        DateTimeOffset.UnixEpoch.UtcTicks
            + (BinaryPrimitives.ReadInt64BigEndian(bytes[(Start + RecordedAtOffset)..]) * TimeSpan.TicksPerMicrosecond),
        TimeSpan.Zero);

    /// <summary>The key of the stream, given the event's position.</summary>
    internal long Stream(long position) => position - StreamDistance;

    /// <summary>Instant and texts, which events of one command share.</summary>
    internal ReadOnlySpan<byte> Shared(ReadOnlySpan<byte> bytes) => bytes[(Start + RecordedAtOffset)..TextsEnd];

    internal EventMetadata Metadata(ReadOnlySpan<byte> bytes)
    {
        var traceParent = Next(bytes, Start + TextsOffset);
        return new EventMetadata(
            Text(bytes, Start + TextsOffset) ?? throw new InvalidOperationException("A stored event has no actor."),
            Text(bytes, traceParent),
            Text(bytes, Next(bytes, traceParent)));
    }

    private static int Size(string? text) => sizeof(ushort) + (text is null ? 0 : Encoding.UTF8.GetByteCount(text));

    private static Span<byte> Write(Span<byte> buffer, string? text)
    {
        var length = text is null ? 0 : Encoding.UTF8.GetBytes(text, buffer[sizeof(ushort)..]);
        BinaryPrimitives.WriteUInt16BigEndian(buffer, checked((ushort)(text is null ? Null : length)));
        return buffer[(sizeof(ushort) + length)..];
    }

    private static Span<byte> Write(Span<byte> buffer, long number)
    {
        var at = 0;
        for (; number > 0x7F; number >>= 7)
        {
            buffer[at++] = (byte)(0x80 | (number & 0x7F));
        }

        buffer[at++] = (byte)number;
        return buffer[at..];
    }

    private static string? Text(ReadOnlySpan<byte> bytes, int at) => Length(bytes, at) is var length && length == Null
        ? null
        : Encoding.UTF8.GetString(bytes.Slice(at + sizeof(ushort), length));

    private static int Next(ReadOnlySpan<byte> bytes, int at) =>
        at + sizeof(ushort) + (Length(bytes, at) is var length && length == Null ? 0 : length);

    private static int Length(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static long Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        var number = 0L;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            number |= (long)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return number;
            }
        }
    }
}
