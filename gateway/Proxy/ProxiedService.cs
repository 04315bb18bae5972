namespace YouthPlatform.Gateway.Proxy;

/// <summary>A service behind the gateway.</summary>
/// <param name="Name">Its name in service discovery: <c>services:{name}:http:0</c>.</param>
/// <param name="Path">Its segment in paths: <c>/api/{path}/v1</c>.</param>
/// <param name="Title">What officials call it.</param>
internal sealed record ProxiedService(string Name, string Path, string Title)
{
    public static IReadOnlyList<ProxiedService> All { get; } =
    [
        new("internships", "internships", "就业见习"),
        new("graduatetracking", "graduate-tracking", "毕业生实名跟踪"),
        new("entrepreneurship", "entrepreneurship", "创业扶持"),
        new("reporting", "reporting", "统计报送"),
    ];

    private static readonly string[] Schemes = ["https", "http"];

    /// <summary>Addresses of its instances, by Aspire's conventions.</summary>
    public IReadOnlyList<Uri> Addresses(IConfiguration configuration) =>
    [
        .. Schemes
            .SelectMany(scheme => configuration.GetSection($"services:{Name}:{scheme}").GetChildren())
            .Where(address => !string.IsNullOrWhiteSpace(address.Value))
            .Select(address => new Uri(address.Value!)),
    ];
}
