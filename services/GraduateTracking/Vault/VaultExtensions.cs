using Npgsql;

namespace YouthPlatform.GraduateTracking.Vault;

/// <summary>Gives the service its vault.</summary>
internal static class VaultExtensions
{
    /// <summary>Where the master key's file is configured.</summary>
    public const string KeyFile = "Vault:MasterKeyFile";

    /// <summary>Registers the vault; its tables are there before the first request.</summary>
    /// <exception cref="VaultKeyException">Without its master key the service does not start.</exception>
    public static WebApplicationBuilder AddVault(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(MasterKey.Load(builder.Configuration[KeyFile]));
        builder.Services.AddSingleton<PersonVault>();
        builder.Services.AddHostedService<VaultPreparation>();
        return builder;
    }

    private sealed class VaultPreparation(NpgsqlDataSource dataSource, MasterKey key) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => VaultSchema.PrepareAsync(dataSource, key, cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
