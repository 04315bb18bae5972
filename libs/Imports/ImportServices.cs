using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using YouthPlatform.Imports.Progress;
using YouthPlatform.Imports.Running;

namespace YouthPlatform.Imports;

/// <summary>Registers bulk files.</summary>
public static class ImportServices
{
    /// <summary>
    /// Registers a kind of file, and what all kinds share. The service's events (<see cref="ImportEventTypes.AddImports"/>) and inline projections
    /// (<see cref="ImportProjection"/>) hold those of imports too.
    /// </summary>
    /// <typeparam name="TKind">The kind; made by the container, one for the process.</typeparam>
    public static IServiceCollection AddImports<TKind>(this IServiceCollection services)
        where TKind : ImportKind
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton<TKind>().AddSingleton<ImportKind>(provider => provider.GetRequiredService<TKind>());
        if (services.All(service => service.ServiceType != typeof(ImportDesk)))
        {
            services.AddOptions<ImportOptions>().BindConfiguration("Imports");
            services.AddSingleton(KeptFiles.Schema);
            services.AddSingleton<KeptFiles>().AddSingleton<ImportQueries>().AddSingleton<ImportSignal>();
            services.AddSingleton<ImportRunner>().AddSingleton<ImportDesk>().AddHostedService<ImportWorker>();
            services.TryAddSingleton(TimeProvider.System);
        }

        return services;
    }
}
