namespace YouthPlatform.ServiceDefaults.Feeds.Subscribers;

/// <summary>How events are brought to subscribers; section <c>Feeds:Subscribers</c>. Durations are real time.</summary>
internal sealed class SubscriberOptions
{
    /// <summary>Who pauses a subscriber that fails.</summary>
    public const string Service = "service";

    /// <summary>Hosts that webhooks may be on; in Development, this machine too.</summary>
    public IReadOnlyList<string> AllowedHosts { get; set; } = [];

    /// <summary>Failures in a row after which a subscriber is paused.</summary>
    public int MaxFailures { get; set; } = 20;

    /// <summary>Pause after the first failure; doubles up to <see cref="MaxBackoff"/>.</summary>
    public TimeSpan Backoff { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause between attempts.</summary>
    public TimeSpan MaxBackoff { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Longest wait for a webhook's answer.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often subscribers are looked at for changes.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);
}
