using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Applications;

/// <summary>What a person applied for, and how the rules judged it on that day.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="PersonId">The applicant.</param>
/// <param name="PostId">The post.</param>
/// <param name="UnitId">The host unit that offers it.</param>
/// <param name="Region">County or district of the unit, GB/T 2260.</param>
/// <param name="IsHardship">Whether the applicant is a hardship graduate, who comes first (H9 §二(一)).</param>
/// <param name="Checks">Named checks of eligibility with the facts and the rules they used.</param>
/// <param name="SubmittedBy">Account that applied.</param>
/// <param name="Review">Clock of the review.</param>
internal sealed record ApplicationFile(
    Guid ApplicationId,
    Guid PersonId,
    Guid PostId,
    Guid UnitId,
    RegionCode Region,
    bool IsHardship,
    IReadOnlyList<NamedCheck> Checks,
    string SubmittedBy,
    ReviewDeadline Review);

internal abstract record ApplicationState
{
    private ApplicationState()
    {
    }

    public sealed record NotSubmitted : ApplicationState;

    public sealed record Submitted(ApplicationFile File) : ApplicationState;

    public sealed record Refused(ApplicationFile File) : ApplicationState;

    public sealed record Approved(ApplicationFile File) : ApplicationState;

    public sealed record Rejected(ApplicationFile File, string Reason) : ApplicationState;

    public sealed record Placed(ApplicationFile File, Guid PlacementId) : ApplicationState;
}
