using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>
/// A stretch of the log as binary COPY sends it: a header, then for each row the number of fields and for each field a
/// length and as many bytes, -1 for NULL; all integers big-endian; at the end -1 instead of a number of fields. What it holds is rented.
/// </summary>
internal sealed class CopiedStretch : IDisposable
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

    private readonly byte[] _buffer;
    private readonly int[] _rows;
    private readonly string[] _streams;
    private EventMetadata? _metadata;
    private (int Start, int Length) _metadataAt;
    private bool _disposed;

    /// <summary>Takes over a rented buffer and finds where rows begin.</summary>
    /// <param name="buffer">The copy.</param>
    /// <param name="length">Its length.</param>
    /// <param name="most">As many rows as it may have.</param>
    internal CopiedStretch(byte[] buffer, int length, int most)
    {
        _buffer = buffer;
        Bytes = length;
        _rows = ArrayPool<int>.Shared.Rent(most);
        _streams = ArrayPool<string>.Shared.Rent(most);
        var at = HeaderSize + Int(HeaderSize - sizeof(int));
        for (var fields = Short(at); fields != -1; fields = Short(at))
        {
            if (fields != Fields)
            {
                throw new InvalidOperationException($"A row of the log came with {fields} fields.");
            }

            _rows[Count++] = at;
            at += Data;
            for (var i = 0; i < VariableFields; i++)
            {
                at = Next(at);
            }
        }
    }

    internal int Count { get; }

    internal int Bytes { get; }

    internal long FirstPosition => Long(_rows[0] + Position);

    internal long LastPosition => Long(_rows[Count - 1] + Position);

    internal long StreamAt(int row) => Long(_rows[row] + Stream);

    internal void NameStream(int row, string name) => _streams[row] = name;

    internal int TypeAt(int row) => Int(_rows[row] + Type);

    /// <summary>Decodes a row.</summary>
    /// <param name="row">Its number.</param>
    /// <param name="type">Its stored type name.</param>
    /// <param name="types">The service's events.</param>
    internal RecordedEvent Decode(int row, string type, EventTypes types)
    {
        var at = _rows[row];
        var data = _buffer.AsSpan(at + Data + sizeof(int), Int(at + Data));
        return new RecordedEvent(
            Long(at + Position),
            _streams[row],
            Int(at + Version),
            type,
            types.Decode(type, data),
            Metadata(at + Data + sizeof(int) + data.Length),
            new DateTimeOffset(PostgresEpoch + (Long(at + RecordedAt) * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero));
    }

    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            ArrayPool<byte>.Shared.Return(_buffer);
            ArrayPool<int>.Shared.Return(_rows);
            ArrayPool<string>.Shared.Return(_streams, clearArray: true);
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

    private ReadOnlySpan<byte> Slice(int start, int count) => _buffer.AsSpan(start, count);

    private string? Text(int at) => Int(at) < 0 ? null : Encoding.UTF8.GetString(_buffer, at + sizeof(int), Int(at));

    private int Next(int at) => at + sizeof(int) + Math.Max(0, Int(at));

    private short Short(int at) => BinaryPrimitives.ReadInt16BigEndian(_buffer.AsSpan(at));

    private int Int(int at) => BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(at));

    private long Long(int at) => BinaryPrimitives.ReadInt64BigEndian(_buffer.AsSpan(at));
}
