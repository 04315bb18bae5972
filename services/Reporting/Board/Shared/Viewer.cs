using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Reporting.Board.Shared;

/// <summary>Who looks at a page, as its head says it.</summary>
/// <param name="Account">The account.</param>
/// <param name="Office">Regions and roles in words.</param>
/// <param name="Today">China date.</param>
/// <param name="IsOfficial">Whether it is an official; a college sees its own forms only.</param>
public sealed record Viewer(string Account, string Office, DateOnly Today, bool IsOfficial)
{
    /// <summary>The viewer of a caller.</summary>
    public static Viewer Of(Caller caller, PolicyData policy, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(policy);
        var isOfficial = Officials.Readers.Any(caller.Has);
        var names = isOfficial
            ? caller.Regions.Select(code => policy.Regions.Find(code)?.Name ?? (code == RegionCode.China ? "全国" : code.Value))
            : policy.Colleges.All.Where(college => college.Code.Value == caller.Unit).Select(college => college.Name);
        var office = $"{string.Join('、', names)} {string.Join('、', caller.Roles.Select(Text.Role).Order(StringComparer.Ordinal))}";
        return new Viewer(caller.Subject, office, today, isOfficial);
    }
}
