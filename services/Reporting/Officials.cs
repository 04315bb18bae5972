using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Reporting;

/// <summary>Who may read figures, each of the regions of the token.</summary>
internal static class Officials
{
    public static string[] Readers { get; } =
    [
        Roles.Clerk, Roles.Reviewer, Roles.Approver, Roles.Payer, Roles.Education, Roles.ProvincialCommittee, Roles.Bureau, Roles.Auditor, Roles.Ops,
    ];
}
