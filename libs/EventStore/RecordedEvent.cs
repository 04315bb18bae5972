namespace YouthPlatform.EventStore;

/// <summary>An event as the log holds it, decoded and upcast to its newest version.</summary>
/// <param name="Position">Gap-free position in the log, from 1.</param>
/// <param name="Stream">Stream name.</param>
/// <param name="Version">Version of the stream after this event, from 1.</param>
/// <param name="Type">Stored name, such as <c>internships.post_published.v1</c>.</param>
/// <param name="Data">The event.</param>
/// <param name="Metadata">Who and what caused it.</param>
/// <param name="RecordedAt">Instant of recording, UTC, whole microseconds.</param>
public sealed record RecordedEvent(
    long Position,
    string Stream,
    long Version,
    string Type,
    object Data,
    EventMetadata Metadata,
    DateTimeOffset RecordedAt);

/// <summary>A loaded stream.</summary>
/// <param name="Name">Stream name.</param>
/// <param name="Version">Version of the newest event, 0 when the stream does not exist.</param>
/// <param name="Events">All events in version order.</param>
public sealed record EventStream(string Name, long Version, IReadOnlyList<RecordedEvent> Events);
