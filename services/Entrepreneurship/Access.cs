using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Entrepreneurship;

/// <summary>Who acts, by groups of roles.</summary>
internal static class Access
{
    /// <summary>Run a programme: open, close, draw, rank, propose.</summary>
    public static readonly string[] Committee = [Roles.ProvincialCommittee, Roles.Reviewer];

    /// <summary>Accept, return or refuse applications; which of them is the programme's first stage says.</summary>
    public static readonly string[] Qualifiers = [Roles.CollegeCommittee, Roles.Reviewer];

    /// <summary>Officials, who see the files of their regions.</summary>
    public static readonly string[] Officials =
        [Roles.Clerk, Roles.Reviewer, Roles.Approver, Roles.Payer, Roles.Auditor, Roles.ProvincialCommittee, Roles.CollegeCommittee];

    /// <summary>Officials and those whose files these are.</summary>
    public static readonly string[] Readers = [.. Officials, Roles.Graduate];

    public static bool IsOfficial(this Caller caller) => Officials.Any(caller.Has);
}
