using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.ExceptionServices;
using System.Text.Json.Serialization.Metadata;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>
/// A stretch of the log as binary COPY sends it: a header, then for each row the number of fields and for each field a length and as many
/// bytes, -1 for NULL; integers big-endian; at the end -1 instead of a number of fields. A row is a packet of events: the position of the
/// last one, the envelope of the first, and the data of all, one after the other, with the envelopes of all but the first between them. What it
/// holds is rented, and given back when the stretch and all packets that were taken from it are released.
/// </summary>
internal sealed class CopiedStretch
{
    private const int HeaderSize = 19;
    private const int Fields = 3;

    private readonly byte[] _buffer;
    private readonly Row[] _rows;
    private readonly string[] _streams;
    private readonly List<(int First, int Count)> _packets = [];
    private readonly long _after;
    private int _holders = 1;

    /// <summary>Takes over a rented buffer and finds where events begin.</summary>
    /// <param name="buffer">The copy.</param>
    /// <param name="length">Its length.</param>
    /// <param name="after">The position before its first event.</param>
    /// <param name="most">As many events as it may have.</param>
    /// <exception cref="InvalidOperationException">Events are missing.</exception>
    internal CopiedStretch(byte[] buffer, int length, long after, int most)
    {
        _buffer = buffer;
        _after = after;
        Bytes = length;
        _rows = ArrayPool<Row>.Shared.Rent(most);
        _streams = ArrayPool<string>.Shared.Rent(most);
        var at = HeaderSize + Int(HeaderSize - sizeof(int));
        while (Short(at) is var fields && fields != -1)
        {
            if (fields != Fields)
            {
                throw new InvalidOperationException($"A packet of the log came with {fields} fields.");
            }

            at = AddPacket(at + sizeof(short));
        }
    }

    internal int Count { get; private set; }

    internal int Bytes { get; }

    internal long FirstPosition => _after + 1;

    internal long LastPosition => _after + Count;

    /// <summary>First event and number of events of each packet.</summary>
    internal IReadOnlyList<(int First, int Count)> Packets => _packets;

    internal long StreamAt(int row) => _rows[row].Envelope.Stream(_after + row + 1);

    internal void NameStream(int row, string name) => _streams[row] = name;

    internal int TypeAt(int row) => _rows[row].Envelope.TypeId(_buffer);

    /// <summary>Keeps what is rented until it is released once more.</summary>
    internal void Hold() => Interlocked.Increment(ref _holders);

    /// <summary>Lets go; the last one gives back what is rented.</summary>
    internal void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            ArrayPool<Row>.Shared.Return(_rows);
            ArrayPool<string>.Shared.Return(_streams, clearArray: true);
        }
    }

    /// <summary>Decodes events, up to one that cannot be decoded, with the reason.</summary>
    internal (List<RecordedEvent> Events, ExceptionDispatchInfo? Fault) Decode((int First, int Count) packet, StoredTypeIds typeIds, EventTypes types)
    {
        List<RecordedEvent> events = new(packet.Count);
        try
        {
            var (number, name, json) = (-1, "", (JsonTypeInfo?)null);
            ReadOnlySpan<byte> shared = [];
            EventMetadata? metadata = null;
            DateTimeOffset recordedAt = default;
            for (var row = packet.First; row < packet.First + packet.Count; row++)
            {
                var envelope = _rows[row].Envelope;
                if (envelope.TypeId(_buffer) is var type && type != number)
                {
                    (number, name) = (type, typeIds.NameOf(type) ?? throw new UnknownEventTypeException($"number {type}"));
                    json = types.JsonOf(name);
                }

                // Events of one command follow each other.
                if (metadata is null || !envelope.Shared(_buffer).SequenceEqual(shared))
                {
                    (metadata, recordedAt) = (envelope.Metadata(_buffer), envelope.RecordedAt(_buffer));
                    shared = envelope.Shared(_buffer);
                }

                var content = _buffer.AsSpan(_rows[row].Data, envelope.DataLength);
                var data = json is null ? types.Decode(name, content) : EventTypes.Decode(name, json, content);
                events.Add(new RecordedEvent(_after + row + 1, _streams[row], envelope.Version, name, data, metadata, recordedAt));
            }
        }
#pragma warning disable CA1031 // Whoever reads gets it after the events before.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return (events, ExceptionDispatchInfo.Capture(exception));
        }

        return (events, null);
    }

    private int AddPacket(int at)
    {
        var envelope = Next(at);
        var content = Next(envelope);
        var end = Next(content);
        var first = Count;
        if (Int(at) >= 0 && Int(envelope) >= 0)
        {
            Add(envelope + sizeof(int), content + sizeof(int));
            while (_rows[Count - 1] is var row && row.Data + row.Envelope.DataLength is var next && next < end)
            {
                Add(next, null);
            }

            _packets.Add((first, Count - first));
        }

        // Nothing after the newest event, or as many events as there are positions.
        if (Int(at) >= 0 && Long(at + sizeof(int)) != LastPosition)
        {
            throw new InvalidOperationException($"The log has not all events from {_after + first + 1} to {Long(at + sizeof(int))}: an audit names the first.");
        }

        return end;
    }

    private void Add(int envelope, int? data)
    {
        var found = EventEnvelope.Read(_buffer, envelope);
        _rows[Count++] = new Row(found, data ?? found.End);
    }

    private int Next(int at) => at + sizeof(int) + Math.Max(0, Int(at));

    private short Short(int at) => BinaryPrimitives.ReadInt16BigEndian(_buffer.AsSpan(at));

    private int Int(int at) => BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(at));

    private long Long(int at) => BinaryPrimitives.ReadInt64BigEndian(_buffer.AsSpan(at));

    private readonly record struct Row(EventEnvelope Envelope, int Data);
}
