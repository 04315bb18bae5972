using YouthPlatform.Testing;

namespace YouthPlatform.GraduateTracking.Tests.Hosting;

/// <summary>One service for all tests of a class that do not get into each other's way; starting one takes longer than most tests.</summary>
public sealed class SharedTracking(PostgresFixture postgres) : IAsyncLifetime
{
    public TrackingHost Tracking { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Tracking = await TrackingHost.StartAsync(postgres);

    public ValueTask DisposeAsync() => Tracking.DisposeAsync();
}
