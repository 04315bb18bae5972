using YouthPlatform.Policy;

namespace YouthPlatform.Internships.HostUnits;

/// <summary>What a unit submitted.</summary>
/// <param name="UnitId">The host unit.</param>
/// <param name="Name">Registered name of the employer.</param>
/// <param name="CreditCode">Unified social credit code.</param>
/// <param name="Region">County or district, GB/T 2260.</param>
/// <param name="PostIds">Posts submitted with it, published on approval.</param>
/// <param name="SubmittedBy">Account that submitted last.</param>
/// <param name="Review">Clock of the review.</param>
internal sealed record HostUnitFile(
    Guid UnitId,
    string Name,
    CreditCode CreditCode,
    RegionCode Region,
    IReadOnlyList<Guid> PostIds,
    string SubmittedBy,
    ReviewDeadline Review);

internal abstract record HostUnitState
{
    private HostUnitState()
    {
    }

    public sealed record NotApplied : HostUnitState;

    public sealed record Submitted(HostUnitFile File) : HostUnitState;

    public sealed record Returned(HostUnitFile File, string Reason) : HostUnitState;

    public sealed record Approved(HostUnitFile File, DateOnly ApprovedOn) : HostUnitState;

    public sealed record Rejected(HostUnitFile File, string Reason) : HostUnitState;
}
