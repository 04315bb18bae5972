using YouthPlatform.Policy;

namespace YouthPlatform.Internships.HostUnits;

internal abstract record HostUnitEvent;

internal sealed record HostUnitApplied(HostUnitFile File) : HostUnitEvent;

internal sealed record HostUnitReturned(Guid UnitId, string Reason, string ReturnedBy, DateOnly ReturnedOn) : HostUnitEvent;

internal sealed record HostUnitResubmitted(Guid UnitId, string Name, string SubmittedBy, ReviewDeadline Review) : HostUnitEvent;

internal sealed record HostUnitApproved(Guid UnitId, RegionCode Region, string ApprovedBy, DateOnly ApprovedOn) : HostUnitEvent;

internal sealed record HostUnitRejected(Guid UnitId, string Reason, string RejectedBy, DateOnly RejectedOn) : HostUnitEvent;
