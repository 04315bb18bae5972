using Yarp.ReverseProxy.Configuration;

namespace YouthPlatform.Gateway.Proxy;

/// <summary>Which paths lead to which service.</summary>
internal static class ProxyRoutes
{
    private const string Default = "default";
    private const string Anonymous = "anonymous";
    private const string Disable = "Disable";

    public static IReadOnlyList<RouteConfig> Routes() =>
    [
        CombinedFeed("combined-keys", "/feeds/all/v1/keys", Anonymous),
        CombinedFeed("combined-feed", "/feeds/all/v1/{**rest}", Default),
        new()
        {
            RouteId = "sdmx",
            ClusterId = "reporting",
            Match = new() { Path = "/sdmx/{**rest}" },
            AuthorizationPolicy = Default,
            TimeoutPolicy = TimeoutPolicies.Api,
        },
        new RouteConfig
        {
            // The board asks browsers to log in itself: they carry a cookie, not a token.
            RouteId = "board",
            ClusterId = "reporting",
            Match = new() { Path = "/board/{**rest}" },
            AuthorizationPolicy = Anonymous,
            TimeoutPolicy = TimeoutPolicies.Api,
        },
        .. ProxiedService.All.SelectMany(service => new[]
        {
            new RouteConfig
            {
                RouteId = $"{service.Name}-api",
                ClusterId = service.Name,
                Match = new() { Path = $"/api/{service.Path}/v1/{{**rest}}" },
                AuthorizationPolicy = Default,
                TimeoutPolicy = TimeoutPolicies.Api,
                Transforms = [new Dictionary<string, string> { ["PathPattern"] = "/v1/{**rest}" }],
            },
            new RouteConfig
            {
                RouteId = $"{service.Name}-operations",
                ClusterId = $"{service.Name}-operations",
                Match = new() { Path = $"/api/{service.Path}/v1/operations/{{**rest}}" },
                AuthorizationPolicy = Default,
                TimeoutPolicy = Disable,
                Transforms = [new Dictionary<string, string> { ["PathPattern"] = "/v1/operations/{**rest}" }],
            },
            new RouteConfig
            {
                RouteId = $"{service.Name}-keys",
                ClusterId = service.Name,
                Match = new() { Path = $"/feeds/{service.Path}/v1/keys" },
                AuthorizationPolicy = Anonymous,
                TimeoutPolicy = TimeoutPolicies.Api,
                Transforms = [new Dictionary<string, string> { ["PathPattern"] = "/feeds/v1/keys" }],
            },
            new RouteConfig
            {
                RouteId = $"{service.Name}-feeds",
                ClusterId = $"{service.Name}-feeds",
                Match = new() { Path = $"/feeds/{service.Path}/v1/{{**rest}}" },
                AuthorizationPolicy = Default,
                TimeoutPolicy = Disable,
                Transforms = [new Dictionary<string, string> { ["PathPattern"] = "/feeds/v1/{**rest}" }],
            },
        }),
    ];

    /// <summary>All services' feeds as one, which Reporting keeps.</summary>
    private static RouteConfig CombinedFeed(string id, string path, string policy) => new()
    {
        RouteId = id,
        ClusterId = "reporting-feeds",
        Match = new() { Path = path },
        AuthorizationPolicy = policy,
        TimeoutPolicy = Disable,
    };

    /// <summary>
    /// Three clusters a service: feeds may be silent for longer than an answer may take, and what operators ask for, such as the audit
    /// or a rebuild of a long log, may take longer still.
    /// </summary>
    public static IReadOnlyList<ClusterConfig> Clusters(IConfiguration configuration) =>
    [
        .. ProxiedService.All.SelectMany(service => new[]
        {
            Cluster(service.Name, service, configuration, TimeSpan.FromSeconds(100)),
            Cluster($"{service.Name}-feeds", service, configuration, TimeSpan.FromMinutes(10)),
            Cluster($"{service.Name}-operations", service, configuration, TimeSpan.FromHours(6)),
        }),
    ];

    private static ClusterConfig Cluster(string id, ProxiedService service, IConfiguration configuration, TimeSpan silence) => new()
    {
        ClusterId = id,
        LoadBalancingPolicy = "PowerOfTwoChoices",
        HttpRequest = new() { ActivityTimeout = silence, AllowResponseBuffering = false },
        HealthCheck = new()
        {
            // An instance that fails is left alone for a moment while there is another.
            AvailableDestinationsPolicy = "HealthyOrPanic",
            Passive = new() { Enabled = true, Policy = "TransportFailureRate", ReactivationPeriod = TimeSpan.FromSeconds(5) },
        },
        Destinations = service.Addresses(configuration)
            .Select((address, index) => (address, index))
            .ToDictionary(pair => $"{service.Name}-{pair.index}", pair => new DestinationConfig { Address = pair.address.ToString() }),
    };
}
