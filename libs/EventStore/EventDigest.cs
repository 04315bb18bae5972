using YouthPlatform.EventStore.Postgres;

namespace YouthPlatform.EventStore;

/// <summary>A digest of one event as the log holds it, the same in every store.</summary>
public static class EventDigest
{
    /// <summary>
    /// SHA-256 over the event's position, instant, version, stream, type, metadata and data as JSON: the hash that
    /// <c>docs/event-log.md</c> describes, with 32 zero bytes for the hash of the event before. Nobody knows it before the event is committed,
    /// since it covers the instant of recording, and whoever has the event can compute it anew.
    /// </summary>
    /// <param name="recorded">An event of a newest version.</param>
    public static byte[] Of(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return LogHash.Next(
            LogHead.Empty.Hash,
            new StoredEvent(
                recorded.Position,
                recorded.Stream,
                (int)recorded.Version,
                recorded.Type,
                recorded.Metadata,
                recorded.RecordedAt,
                EventTypes.Encode(recorded.Data)));
    }
}
