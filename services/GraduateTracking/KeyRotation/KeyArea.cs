using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.ServiceDefaults.KeyRings;

namespace YouthPlatform.GraduateTracking.KeyRotation;

/// <summary>The vault's master key, and how it is changed.</summary>
internal sealed class KeyArea : TrackingArea
{
    public override void AddEvents(EventTypes types) => types.Add<MasterKeyRotated>("graduatetracking.master_key_rotated.v1");

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton(provider => new KeyRotation<MasterKey>(
            provider.GetRequiredService<VaultKeys>(),
            VaultSchema.Keys,
            provider.GetRequiredService<NpgsqlDataSource>(),
            provider.GetRequiredService<IEventStore>()))
        .AddSingleton<VaultRewrap>()
        .AddSingleton<KeyRewrapWorker<VaultRewrap>>()
        .AddHostedService(provider => provider.GetRequiredService<KeyRewrapWorker<VaultRewrap>>());

    public override void MapRoutes(IEndpointRouteBuilder routes) => routes.MapKeyRotation();
}
