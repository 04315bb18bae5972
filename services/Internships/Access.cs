using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Internships;

/// <summary>Who may read a file: officials of its region, its host unit, its person.</summary>
internal static class Access
{
    /// <summary>Roles of officials, who see the files of their regions.</summary>
    public static readonly string[] Officials = [Roles.Clerk, Roles.Reviewer, Roles.Approver, Roles.Payer, Roles.Auditor];

    /// <summary>Everyone who has files here.</summary>
    public static readonly string[] Readers = [.. Officials, Roles.HostUnit, Roles.Graduate];

    public static bool IsOfficial(this Caller caller) => Officials.Any(caller.Has);

    public static bool MayRead(this Caller caller, RegionCode region, CreditCode unit, Guid? person) =>
        (caller.IsOfficial() && caller.Covers(region))
        || (caller.Has(Roles.HostUnit) && caller.Unit == unit.Value)
        || (caller.Has(Roles.Graduate) && person is not null && caller.Person == person);

    /// <exception cref="ForbiddenException">The file is none of the caller's.</exception>
    public static void RequireRead(this Caller caller, RegionCode region, CreditCode unit, Guid? person = null)
    {
        if (!caller.MayRead(region, unit, person))
        {
            throw new ForbiddenException("auth.file_forbidden", "您无权查看该事项。");
        }
    }
}
