namespace YouthPlatform.AppHost.Local.Running;

internal static class Words
{
    public static string Of(ResourceState state) => state switch
    {
        ResourceState.Waiting => "waiting",
        ResourceState.Starting => "starting",
        ResourceState.Running => "running",
        ResourceState.Restarting => "restarting",
        ResourceState.Stopping => "stopping",
        ResourceState.Stopped => "stopped",
        _ => "failed",
    };
}
