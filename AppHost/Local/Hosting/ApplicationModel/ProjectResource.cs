namespace Aspire.Hosting.ApplicationModel;

/// <summary>A .NET project, started as a process.</summary>
public sealed class ProjectResource(string name)
    : Resource(name), IResourceWithEnvironment, IResourceWithServiceDiscovery, IResourceWithWaitSupport
{
    /// <summary>Absolute path of the project file.</summary>
    internal string ProjectPath { get; init; } = "";
}
