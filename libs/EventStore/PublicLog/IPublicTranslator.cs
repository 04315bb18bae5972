namespace YouthPlatform.EventStore.PublicLog;

/// <summary>
/// Says which public events an internal event leads to. Pure: everything it needs is in the event. It is asked once for each
/// event, when the publisher reaches it; a translator that is deployed later does not rewrite what was published.
/// </summary>
public interface IPublicTranslator
{
    /// <summary>The public events of an internal event, mostly none or one.</summary>
    IEnumerable<PublicEventDraft> Translate(RecordedEvent recorded);
}

/// <summary>A public event that has no position yet.</summary>
/// <param name="Contract">A record marked with <see cref="Contracts.Abstractions.PublicEventAttribute"/>; no personal data.</param>
/// <param name="Region">GB/T 2260 code, six digits.</param>
/// <param name="Subject">What it is about; not empty.</param>
/// <param name="Time">When it happened; the recording of the internal event where it is left out.</param>
public sealed record PublicEventDraft(object Contract, string Region, string Subject, DateTimeOffset? Time = null);
