using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Reporting.Board.Shared;

/// <summary>Who looks at a page, as its head says it.</summary>
/// <param name="Account">The account.</param>
/// <param name="Office">Regions and roles in words.</param>
/// <param name="Today">China date.</param>
public sealed record Viewer(string Account, string Office, DateOnly Today)
{
    /// <summary>The viewer of a caller.</summary>
    public static Viewer Of(Caller caller, Regions regions, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(regions);
        var names = caller.Regions.Select(code => regions.Find(code)?.Name ?? (code == RegionCode.China ? "全国" : code.Value));
        return new Viewer(caller.Subject, $"{string.Join('、', names)} {string.Join('、', caller.Roles.Select(Text.Role).Order(StringComparer.Ordinal))}", today);
    }
}
