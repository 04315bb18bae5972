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
        return services.AddSingleton<TKind>()
            .AddSingleton(provider => new ImportKinds([provider.GetRequiredService<TKind>()]))
            .AddWhatAllKindsShare();
    }

    /// <summary>Registers kinds of file that are known only once the service's data was read, such as one a ledger.</summary>
    /// <param name="services">The service's container.</param>
    /// <param name="kindsOf">The kinds; asked once.</param>
    public static IServiceCollection AddImports(this IServiceCollection services, Func<IServiceProvider, IEnumerable<ImportKind>> kindsOf)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddSingleton(provider => new ImportKinds([.. kindsOf(provider)])).AddWhatAllKindsShare();
    }

    private static IServiceCollection AddWhatAllKindsShare(this IServiceCollection services)
    {
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
