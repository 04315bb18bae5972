namespace YouthPlatform.EventStore.Postgres;

/// <summary>Messages that a consumer has dealt with. The row commits with the effect, so a message takes effect once.</summary>
public static class Inbox
{
    /// <summary>Constraint named by the <see cref="UniqueViolationException"/> of a message that was dealt with before.</summary>
    public const string Constraint = "inbox_pkey";

    /// <summary>The row of a message, to be committed with its effect.</summary>
    /// <param name="consumer">Stable name of the consumer.</param>
    /// <param name="messageId">Id of the message, the same on every delivery.</param>
    /// <param name="at">Instant of receipt.</param>
    public static SqlStatement Received(string consumer, Guid messageId, DateTimeOffset at) => new(
        "INSERT INTO log.inbox (consumer, message_id, received_at) VALUES ($1, $2, $3)", consumer, messageId, at.ToUniversalTime());
}
