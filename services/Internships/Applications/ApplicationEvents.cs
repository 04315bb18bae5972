namespace YouthPlatform.Internships.Applications;

internal abstract record ApplicationEvent;

internal sealed record ApplicationSubmitted(ApplicationFile File) : ApplicationEvent;

internal sealed record ApplicationRefused(Guid ApplicationId, DateOnly RefusedOn) : ApplicationEvent;

internal sealed record ApplicationApproved(Guid ApplicationId, string ApprovedBy, DateOnly ApprovedOn) : ApplicationEvent;

internal sealed record ApplicationRejected(Guid ApplicationId, string Reason, string RejectedBy, DateOnly RejectedOn) : ApplicationEvent;

internal sealed record ApplicationPlaced(Guid ApplicationId, Guid PlacementId) : ApplicationEvent;

internal sealed record ApplicationReopened(Guid ApplicationId, Guid PlacementId) : ApplicationEvent;
