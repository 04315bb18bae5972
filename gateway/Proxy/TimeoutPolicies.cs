namespace YouthPlatform.Gateway.Proxy;

/// <summary>Names of request timeout policies.</summary>
internal static class TimeoutPolicies
{
    /// <summary>The longest that an answer of an API may take.</summary>
    public const string Api = "api";
}
