using Microsoft.Extensions.Logging;
using YouthPlatform.EventStore;

namespace YouthPlatform.ServiceDefaults.Messaging;

/// <summary>What every consumer with an inbox needs.</summary>
public sealed partial class InboxContext
{
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMilliseconds(200);

    private readonly ILogger<InboxContext> _logger;

    internal InboxContext(IEventStore store, TimeProvider time, MessagingOptions options, ILogger<InboxContext> logger)
    {
        _logger = logger;
        Store = store;
        Time = time;
        Options = options;
    }

    /// <summary>The service's event log.</summary>
    public IEventStore Store { get; }

    /// <summary>The business clock.</summary>
    public TimeProvider Time { get; }

    internal MessagingOptions Options { get; }

    internal TimeSpan BackoffAfter(int failures) =>
        TimeSpan.FromMilliseconds(Math.Min(
            FirstBackoff.TotalMilliseconds * Math.Pow(2, Math.Min(failures - 1, 20)), Options.MaxBackoff.TotalMilliseconds));

#pragma warning disable CA1822 // Pauses are real time, whatever the business clock says.
    internal Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken) =>
#pragma warning restore CA1822
        Task.Delay(pause, TimeProvider.System, cancellationToken);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Message {MessageId} had been handled by {Consumer} before")]
    internal partial void Duplicate(Guid messageId, string consumer);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Consumer} waits for the database, attempt {Attempt}")]
    internal partial void DatabaseAway(Exception exception, string consumer, int attempt);
}
