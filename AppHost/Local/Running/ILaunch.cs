namespace YouthPlatform.AppHost.Local.Running;

/// <summary>How a resource is started.</summary>
internal interface ILaunch
{
    /// <summary>The word for this kind of resource.</summary>
    string Type { get; }

    /// <summary>File with the resource's output.</summary>
    string LogFile { get; }

    /// <summary>Starts the resource; returns when its process runs.</summary>
    Task<IInstance> StartAsync(CancellationToken cancellationToken);
}

/// <summary>A resource that runs. Disposing stops it.</summary>
internal interface IInstance : IAsyncDisposable
{
    int Pid { get; }

    /// <summary>Completes when the process has ended, for whatever reason.</summary>
    Task Exited { get; }

    Task<bool> IsHealthyAsync(CancellationToken cancellationToken);
}
