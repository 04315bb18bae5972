namespace YouthPlatform.Gateway.Limits;

/// <summary>Requests a second and at once; a client is a token's subject, or an address where there is no valid token.</summary>
internal sealed class RateLimits
{
    public int PerSecond { get; init; } = 1000;

    public int Burst { get; init; } = 2000;

    public int AnonymousPerSecond { get; init; } = 50;

    public int AnonymousBurst { get; init; } = 200;
}
