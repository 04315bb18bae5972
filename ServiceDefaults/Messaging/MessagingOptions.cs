namespace YouthPlatform.ServiceDefaults.Messaging;

/// <summary>How messages are sent and received; section <c>Messaging</c> of the configuration. Durations are real time.</summary>
public sealed class MessagingOptions
{
    /// <summary>Longest wait for the broker's confirmation of a batch before it is published again.</summary>
    public TimeSpan ConfirmTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Messages that an instance holds of one queue.</summary>
    public ushort Prefetch { get; set; } = 64;

    /// <summary>
    /// Messages of one queue handled at once, by the one instance that is active on it. With 1 they are handled in order; with more, order is only likely
    /// within a subject.
    /// </summary>
    public int Concurrency { get; set; } = 1;

    /// <summary>Pauses before a message that cannot be handled is tried again; after the last it goes to the error queue.</summary>
    public IReadOnlyList<TimeSpan> Retries { get; set; } =
        [TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    /// <summary>Longest pause between attempts while the database is out of reach, which is no fault of the message.</summary>
    public TimeSpan MaxBackoff { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Attempts of a handler whose streams were changed by somebody else in between.</summary>
    public int ConflictAttempts { get; set; } = 20;
}
