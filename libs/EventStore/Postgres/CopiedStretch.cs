using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>
/// A stretch of the log as binary COPY sends it: a header, then for each row the number of fields and for each field a
/// length and as many bytes, -1 for NULL; all integers big-endian; at the end -1 instead of a number of fields.
/// </summary>
internal sealed class CopiedStretch(byte[] buffer, int length) : IDisposable
{
    private const int HeaderSize = 19;
    private const int Fields = 9;

    // Where the fixed fields of a row begin: field count, then length and content of each.
    private const int Position = sizeof(short) + sizeof(int);
    private const int Stream = Position + sizeof(long) + sizeof(int);
    private const int Version = Stream + sizeof(long) + sizeof(int);
    private const int Type = Version + sizeof(int) + sizeof(int);
    private const int RecordedAt = Type + sizeof(int) + sizeof(int);
    private const int Data = RecordedAt + sizeof(long);
    private const int VariableFields = 4;

    private static readonly long PostgresEpoch = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).UtcTicks;

    private readonly List<int> _rows = [];
    private EventMetadata? _metadata;
    private (int Start, int Length) _metadataAt;

    internal int Count => _rows.Count;

    internal int Bytes => length;

    internal long FirstPosition => Long(_rows[0] + Position);

    internal long LastPosition => Long(_rows[^1] + Position);

    /// <summary>Stream names by row.</summary>
    internal string[] Streams { get; private set; } = [];

    /// <summary>Stored type names by row.</summary>
    internal string[] Types { get; private set; } = [];

    internal long StreamAt(int row) => Long(_rows[row] + Stream);

    internal int TypeAt(int row) => Int(_rows[row] + Type);

    /// <summary>Finds where rows begin.</summary>
    internal void Find()
    {
        var at = HeaderSize + Int(HeaderSize - sizeof(int));
        for (var fields = Short(at); fields != -1; fields = Short(at))
        {
            if (fields != Fields)
            {
                throw new InvalidOperationException($"A row of the log came with {fields} fields.");
            }

            _rows.Add(at);
            at += Data;
            for (var i = 0; i < VariableFields; i++)
            {
                at = Next(at);
            }
        }

        Streams = new string[Count];
        Types = new string[Count];
    }

    internal RecordedEvent Decode(int row, EventTypes types)
    {
        var at = _rows[row];
        var data = buffer.AsSpan(at + Data + sizeof(int), Int(at + Data));
        return new RecordedEvent(
            Long(at + Position),
            Streams[row],
            Int(at + Version),
            Types[row],
            types.Decode(Types[row], data),
            Metadata(Next(at + Data)),
            new DateTimeOffset(PostgresEpoch + (Long(at + RecordedAt) * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero));
    }

    public void Dispose()
    {
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = [];
        }
    }

    /// <summary>Events of one command follow each other and share what caused them.</summary>
    private EventMetadata Metadata(int at)
    {
        var traceParent = Next(at);
        var causationId = Next(traceParent);
        var size = Next(causationId) - at;
        if (_metadata is null || !Slice(at, size).SequenceEqual(Slice(_metadataAt.Start, _metadataAt.Length)))
        {
            _metadata = new EventMetadata(Text(at)!, Text(traceParent), Text(causationId));
            _metadataAt = (at, size);
        }

        return _metadata;
    }

    private ReadOnlySpan<byte> Slice(int start, int count) => buffer.AsSpan(start, count);

    private string? Text(int at) => Int(at) < 0 ? null : Encoding.UTF8.GetString(buffer, at + sizeof(int), Int(at));

    private int Next(int at) => at + sizeof(int) + Math.Max(0, Int(at));

    private short Short(int at) => BinaryPrimitives.ReadInt16BigEndian(buffer.AsSpan(at));

    private int Int(int at) => BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(at));

    private long Long(int at) => BinaryPrimitives.ReadInt64BigEndian(buffer.AsSpan(at));
}
