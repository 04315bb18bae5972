using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.Policy;

namespace YouthPlatform.ServiceDefaults.Policies;

/// <summary>Gives a service the policy packs, regions, calendars and forms.</summary>
public static class PolicyExtensions
{
    /// <summary>Where the directory with the data files is configured.</summary>
    public const string DirectoryKey = "Policies:Directory";

    /// <summary>
    /// Registers <see cref="PolicyData"/> and its parts. They are read and checked at once: a service with broken packs does not start.
    /// </summary>
    /// <exception cref="InvalidOperationException">The directory is not configured.</exception>
    /// <exception cref="PolicyFileException">A file is missing or wrong.</exception>
    public static WebApplicationBuilder AddPolicies(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var directory = builder.Configuration[DirectoryKey]
            ?? throw new InvalidOperationException($"{DirectoryKey} is not configured: the directory with policies, regions, calendars and forms.");
        var data = PolicyData.Load(directory);
        builder.Services.AddSingleton(data).AddSingleton(data.Book).AddSingleton(data.Regions).AddSingleton(data.Calendar);
        return builder;
    }
}
