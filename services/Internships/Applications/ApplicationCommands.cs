using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Applications;

internal abstract record ApplicationCommand;

/// <param name="File">What is applied for, with the checks.</param>
/// <param name="Eligibility">The overall answer of the checks.</param>
internal sealed record SubmitApplication(ApplicationFile File, Eligibility Eligibility) : ApplicationCommand;

/// <param name="Confirmed">Checks of something unknown that the reviewer has seen evidence of.</param>
/// <param name="Evidence">Codes of evidence that the pack knows.</param>
/// <param name="Actor">Account of the reviewer.</param>
/// <param name="Today">China date.</param>
internal sealed record ApproveApplication(
    IReadOnlyList<ConfirmedCheck> Confirmed, CategoryList Evidence, string Actor, DateOnly Today) : ApplicationCommand;

internal sealed record RejectApplication(string Reason, string Actor, DateOnly Today) : ApplicationCommand;

internal sealed record InviteApplicant(DateOnly InterviewOn, DateOnly Today) : ApplicationCommand;

internal sealed record OfferInternship(DateOnly StartsOn, DateOnly Today) : ApplicationCommand;

internal sealed record AcceptOffer(DateOnly Today) : ApplicationCommand;

internal sealed record TurnApplicantDown(string Reason, CategoryList Reasons, DateOnly Today) : ApplicationCommand;

internal sealed record WithdrawApplication(string? Reason, DateOnly Today) : ApplicationCommand;

internal sealed record PlaceApplicant(Guid PlacementId) : ApplicationCommand;

/// <summary>The placement was cancelled before it began; the approval stands.</summary>
internal sealed record ReopenApplication(Guid PlacementId) : ApplicationCommand;
