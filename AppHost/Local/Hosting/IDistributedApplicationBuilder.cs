using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Describes an application.</summary>
public interface IDistributedApplicationBuilder
{
    /// <summary>Settings from the command line, the environment and appsettings.json.</summary>
    ConfigurationManager Configuration { get; }

    /// <summary>Directory of the project that describes the application.</summary>
    string AppHostDirectory { get; }

    /// <summary>The environment that the description runs in.</summary>
    IHostEnvironment Environment { get; }

    /// <summary>Adds a resource.</summary>
    IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource;

    /// <summary>Ends the description.</summary>
    DistributedApplication Build();
}
