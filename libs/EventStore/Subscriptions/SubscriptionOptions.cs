namespace YouthPlatform.EventStore.Subscriptions;

/// <summary>How subscriptions run. The defaults suit production. Durations are real time, also where the business clock is simulated.</summary>
public sealed class SubscriptionOptions
{
    /// <summary>Most events in one batch, and so in one transaction.</summary>
    public int BatchSize { get; set; } = 500;

    /// <summary>Most events in one batch of a subscription that folds batches; a batch that fails is taken in smaller ones.</summary>
    public int CatchUpBatchSize { get; set; } = 5_000;

    /// <summary>Attempts at one event before it counts as poisoned.</summary>
    public int MaxAttempts { get; set; } = 4;

    /// <summary>Pause after the first failure; doubles up to <see cref="MaxBackoff"/>.</summary>
    public TimeSpan Backoff { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Longest pause between attempts.</summary>
    public TimeSpan MaxBackoff { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The log is looked at this often even when no notification arrives.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>A process that is not the active one tries to become it this often.</summary>
    public TimeSpan StandbyInterval { get; set; } = TimeSpan.FromSeconds(1);

    internal TimeSpan BackoffAfter(int failures)
    {
        var factor = Math.Pow(2, Math.Clamp(failures - 1, 0, 20));
        return TimeSpan.FromMilliseconds(Math.Min(Backoff.TotalMilliseconds * factor, MaxBackoff.TotalMilliseconds));
    }
}
