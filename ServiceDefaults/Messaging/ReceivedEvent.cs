using System.Globalization;
using MassTransit;
using YouthPlatform.EventStore;

namespace YouthPlatform.ServiceDefaults.Messaging;

/// <summary>A public event as a consumer receives it.</summary>
/// <typeparam name="TContract">The contract record.</typeparam>
/// <param name="Contract">The event.</param>
/// <param name="MessageId">Its id, the same on every delivery.</param>
/// <param name="Sequence">Its position in the publisher's public log.</param>
/// <param name="Region">GB/T 2260 code, six digits.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Time">When it happened.</param>
/// <param name="TraceParent">W3C trace context of the request that led to it, if any.</param>
public sealed record ReceivedEvent<TContract>(
    TContract Contract,
    Guid MessageId,
    long Sequence,
    string Region,
    string Subject,
    DateTimeOffset Time,
    string? TraceParent)
    where TContract : class
{
    /// <summary>Metadata for events that this one leads to.</summary>
    /// <param name="actor">Name of the consumer.</param>
    public EventMetadata MetadataFor(string actor) => new(actor, TraceParent, MessageId.ToString());

    internal static ReceivedEvent<TContract> From(ConsumeContext<TContract> context) => new(
        context.Message,
        context.MessageId ?? throw new InvalidOperationException("A message without an id cannot be told from its repetition."),
        context.Headers.Get<long>(MessageHeaders.Sequence) ?? throw Missing(MessageHeaders.Sequence),
        context.Headers.Get<string>(MessageHeaders.Region) ?? throw Missing(MessageHeaders.Region),
        context.Headers.Get<string>(MessageHeaders.Subject) ?? throw Missing(MessageHeaders.Subject),
        ParseTime(context.Headers.Get<string>(MessageHeaders.Time) ?? throw Missing(MessageHeaders.Time)),
        context.Headers.Get<string>(MessageHeaders.TraceParent));

    private static DateTimeOffset ParseTime(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static InvalidOperationException Missing(string header) => new($"The message has no header {header}.");
}
