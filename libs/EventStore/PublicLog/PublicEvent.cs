namespace YouthPlatform.EventStore.PublicLog;

/// <summary>An event of the public log, as it was published.</summary>
/// <param name="Position">Gap-free position in the public log, from 1.</param>
/// <param name="Id">Id derived from service and position; also the id of the message that carries it.</param>
/// <param name="Type">CloudEvents type, such as <c>youthplatform.internships.subsidy_paid.v1</c>.</param>
/// <param name="Time">When it happened, UTC, whole microseconds.</param>
/// <param name="Region">GB/T 2260 code, six digits.</param>
/// <param name="Subject">What it is about, such as <c>placement-{uuid}</c>; events of one subject are in order everywhere.</param>
/// <param name="TraceParent">W3C trace context of the request that led to it, if any.</param>
/// <param name="Data">The contract record as JSON, byte for byte as it was hashed.</param>
/// <param name="PrevHash">Hash of the event before it, 32 bytes; zeros before the first.</param>
/// <param name="Hash">SHA-256 over this event and <paramref name="PrevHash"/>, see <see cref="PublicHash"/>.</param>
public sealed record PublicEvent(
    long Position,
    Guid Id,
    string Type,
    DateTimeOffset Time,
    string Region,
    string Subject,
    string? TraceParent,
    string Data,
    byte[] PrevHash,
    byte[] Hash)
{
    /// <summary>In a combined log: where the event stands in its own service's log. Null there.</summary>
    public PublicEventOrigin? Origin { get; init; }
}

/// <summary>Where an event of a combined log comes from.</summary>
/// <param name="Source">CloudEvents source of the service.</param>
/// <param name="Position">Position in the service's public log.</param>
/// <param name="Hash">Hash there, 32 bytes.</param>
public sealed record PublicEventOrigin(string Source, long Position, byte[] Hash);
