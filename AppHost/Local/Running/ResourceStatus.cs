namespace YouthPlatform.AppHost.Local.Running;

internal enum ResourceState
{
    Waiting,
    Starting,
    Running,
    Restarting,
    Stopping,
    Stopped,
    Failed,
}

/// <summary>What is known of a resource at one moment.</summary>
/// <param name="State">What it is doing.</param>
/// <param name="Healthy">Whether it answers; a resource without a check is healthy when it runs.</param>
/// <param name="Pid">Its process, while there is one.</param>
/// <param name="Restarts">How often it was started again after it had ended by itself.</param>
/// <param name="Since">When the state was entered, UTC.</param>
/// <param name="Message">Why it is in this state, where that needs saying.</param>
internal sealed record ResourceStatus(
    ResourceState State, bool Healthy, int? Pid, int Restarts, DateTimeOffset Since, string? Message);

internal enum ResourceCommand
{
    Start,
    Stop,
    Restart,
}
