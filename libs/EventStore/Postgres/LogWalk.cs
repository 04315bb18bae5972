using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>How far an audit has come, and what stopped it.</summary>
internal sealed class LogWalk(IEnumerable<SignedHead> anchors)
{
    private readonly ILookup<long, string> _anchors = anchors.ToLookup(anchor => anchor.Position, anchor => anchor.Hash);
    private string? _reason;

    /// <summary>The last event that matches.</summary>
    internal LogHead Head { get; private set; } = LogHead.Empty;

    /// <summary>Takes the next row; false when it does not follow from the rows before.</summary>
    internal bool Goes(NpgsqlDataReader row)
    {
        var hash = row.GetFieldValue<byte[]>(7);
        _reason = Mismatch(row, hash);
        if (_reason is not null)
        {
            return false;
        }

        Head = new LogHead(Head.Position + 1, hash);
        return true;
    }

    /// <summary>Judges the walk once it has ended.</summary>
    /// <param name="told">The head as the database tells it.</param>
    internal LogVerdict Verdict(LogHead told)
    {
        if (_reason is not null)
        {
            return Verdict(Head.Position + 1, _reason);
        }

        if (told.Position != Head.Position)
        {
            return told.Position < Head.Position
                ? Verdict(told.Position + 1, "There are events after the head.")
                : Verdict(Head.Position + 1, "Events up to the head are missing.");
        }

        if (!Head.Is(told))
        {
            return Verdict(Head.Position, "The head's hash is not that of the last event.");
        }

        return _anchors.Any(anchor => anchor.Key > Head.Position)
            ? Verdict(Head.Position + 1, "Events up to a signed head are missing.")
            : Verdict(null, null);
    }

    private LogVerdict Verdict(long? firstMismatch, string? reason) =>
        new(Head.Position, Convert.ToHexStringLower(Head.Hash), firstMismatch, reason);

    private string? Mismatch(NpgsqlDataReader row, byte[] hash)
    {
        var position = row.GetInt64(0);
        if (position != Head.Position + 1)
        {
            return "The event is missing.";
        }

        if (row.IsDBNull(1) || row.IsDBNull(3))
        {
            return "The name of the event's stream or type is missing.";
        }

        var envelope = row.GetFieldValue<byte[]>(5);
        var data = row.GetFieldValue<byte[]>(6);
        if (Stored(row, envelope, data) is not { } stored || !EventEnvelope.Write(stored, row.GetInt64(4), EventEnvelope.Read(envelope, 0).TypeId(envelope)).AsSpan().SequenceEqual(envelope))
        {
            return "The event's envelope does not belong to it.";
        }

        if (!LogHash.Next(Head.Hash, stored).AsSpan().SequenceEqual(hash))
        {
            return "The event's content does not match its hash.";
        }

        var hex = Convert.ToHexStringLower(hash);
        return _anchors[position].Any(anchor => anchor != hex) ? "The event's hash is not the one that was signed." : null;
    }

    /// <summary>The event, with the stream's name and the version from the row itself; null when its envelope is none.</summary>
    private static StoredEvent? Stored(NpgsqlDataReader row, byte[] bytes, byte[] data)
    {
        try
        {
            var envelope = EventEnvelope.Read(bytes, 0);
            return new StoredEvent(
                row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetString(3), envelope.Metadata(bytes), envelope.RecordedAt(bytes), data);
        }
        catch (Exception exception) when (exception is ArgumentException or IndexOutOfRangeException or InvalidOperationException)
        {
            return null;
        }
    }
}
