using Npgsql;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.GraduateTracking.Vault;

/// <summary>Gives the service its vault.</summary>
internal static class VaultExtensions
{
    /// <summary>Where the master key's file is configured.</summary>
    public const string KeyFile = "Vault:MasterKeyFile";

    /// <summary>Files of further keys: the one that is to become current, or the one that was.</summary>
    public const string FurtherKeyFiles = "Vault:FurtherMasterKeyFiles";

    /// <summary>Registers the vault; its tables are there before the first request.</summary>
    /// <exception cref="VaultKeyException">Without its master key the service does not start.</exception>
    public static WebApplicationBuilder AddVault(this WebApplicationBuilder builder)
    {
        var further = builder.Configuration.GetSection(FurtherKeyFiles).GetChildren().Select(file => MasterKey.Load(file.Value));
        builder.Services.AddSingleton(new VaultKeys([MasterKey.Load(builder.Configuration[KeyFile]), .. further]));
        builder.Services.AddSingleton<PersonVault>().AddSingleton<PersonSearch>();
        builder.Services.AddUniqueConstraint(VaultSchema.LookupConstraint, "person.already_known", "该人员刚由他人登记，请重新提交。");
        builder.Services.AddUniqueConstraint(VaultSchema.Keys.CurrentConstraint, "vault.key_changed", "保险库主密钥刚刚更换，请重新提交。");
        builder.Services.AddHostedService<VaultPreparation>();
        return builder;
    }

    private sealed class VaultPreparation(NpgsqlDataSource dataSource, VaultKeys keys) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => VaultSchema.PrepareAsync(dataSource, keys, cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
