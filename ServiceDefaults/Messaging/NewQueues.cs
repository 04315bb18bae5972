namespace YouthPlatform.ServiceDefaults.Messaging;

/// <summary>
/// RabbitMQ keeps the name of a new quorum queue or stream in memory for a second before it is on disk. Killed meanwhile, the broker forgets the queue with all
/// that it has confirmed in it. So nothing is to be sent to a queue that is younger.
/// </summary>
internal static class NewQueues
{
    /// <summary>Real time from the declaration of a queue to its use.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);
}
