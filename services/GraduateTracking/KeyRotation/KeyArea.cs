using YouthPlatform.EventStore;

namespace YouthPlatform.GraduateTracking.KeyRotation;

/// <summary>The vault's master key, and how it is changed.</summary>
internal sealed class KeyArea : TrackingArea
{
    public override void AddEvents(EventTypes types) => types.Add<MasterKeyRotated>("graduatetracking.master_key_rotated.v1");

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<KeyRewrap>()
        .AddSingleton<RewrapWorker>()
        .AddHostedService(provider => provider.GetRequiredService<RewrapWorker>());

    public override void MapRoutes(IEndpointRouteBuilder routes) => routes.MapKeyRotation();
}
