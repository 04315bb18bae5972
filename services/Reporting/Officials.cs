using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Reporting;

/// <summary>Who may read figures.</summary>
internal static class Officials
{
    /// <summary>Officials, each of the regions of the token.</summary>
    public static string[] Readers { get; } =
    [
        Roles.Clerk, Roles.Reviewer, Roles.Approver, Roles.Payer, Roles.Education, Roles.ProvincialCommittee, Roles.Bureau, Roles.Auditor, Roles.Ops,
    ];

    /// <summary>Officials, and the committees of colleges for the forms of their own college.</summary>
    public static string[] FormReaders { get; } = [.. Readers, Roles.CollegeCommittee];
}
