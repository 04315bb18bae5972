using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Reporting.Forms;

/// <summary>Which roles do what with the forms of regions, and with those of colleges.</summary>
/// <param name="Unit">Who acts for the reporting unit.</param>
/// <param name="Review">Who reviews for the region that collects.</param>
/// <param name="Unlock">Who opens there what was locked, and agrees to replace it.</param>
/// <param name="Propose">Who may propose to restate.</param>
internal sealed record FormRoles(string[] Unit, string[] Review, string[] Unlock, string[] Propose)
{
    /// <summary>Of the forms that regions report.</summary>
    public static FormRoles OfRegions { get; } = new(
        [Roles.Clerk, Roles.Reviewer], [Roles.Reviewer, Roles.Approver], [Roles.Approver], [Roles.Clerk, Roles.Reviewer, Roles.Approver]);

    /// <summary>Of the forms that colleges report: their committees of the Youth League to the provincial one (G3 附件2).</summary>
    public static FormRoles OfColleges { get; } = new(
        [Roles.CollegeCommittee], [Roles.ProvincialCommittee], [Roles.ProvincialCommittee], [Roles.CollegeCommittee, Roles.ProvincialCommittee]);

    /// <summary>Of the forms of a unit.</summary>
    public static FormRoles Of(ReportingUnit unit) => unit.Code.IsCollege ? OfColleges : OfRegions;

    /// <summary>Of a form.</summary>
    public static FormRoles Of(FormDefinition form) => form.IsOfColleges ? OfColleges : OfRegions;
}
