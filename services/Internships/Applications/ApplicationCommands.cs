namespace YouthPlatform.Internships.Applications;

internal abstract record ApplicationCommand;

/// <param name="File">What is applied for, with the checks.</param>
/// <param name="IsEligible">The overall answer of the checks.</param>
internal sealed record SubmitApplication(ApplicationFile File, bool IsEligible) : ApplicationCommand;

internal sealed record ApproveApplication(string Actor, DateOnly Today) : ApplicationCommand;

internal sealed record RejectApplication(string Reason, string Actor, DateOnly Today) : ApplicationCommand;

internal sealed record PlaceApplicant(Guid PlacementId) : ApplicationCommand;

/// <summary>The placement was cancelled before it began; the approval stands.</summary>
internal sealed record ReopenApplication(Guid PlacementId) : ApplicationCommand;
