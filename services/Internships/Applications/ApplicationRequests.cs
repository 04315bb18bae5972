using System.ComponentModel;

namespace YouthPlatform.Internships.Applications;

/// <summary>The caller applies for a post.</summary>
internal sealed record SubmitApplicationRequest(Guid PostId);

/// <summary>The approval, with the unknown checks that the reviewer has seen evidence of.</summary>
internal sealed record ApproveApplicationRequest(IReadOnlyList<ConfirmedCheck>? Confirmed = null);

/// <summary>An invitation to an interview.</summary>
internal sealed record InvitationRequest(DateOnly InterviewOn);

/// <summary>An offer; the agreement follows.</summary>
internal sealed record OfferRequest(DateOnly StartsOn);

/// <summary>The unit does not take the applicant.</summary>
internal sealed record TurnDownRequest([property: Description("Code of the list internship.turn_down_reasons")] string Reason);

/// <summary>The person withdraws.</summary>
internal sealed record WithdrawalRequest(string? Reason = null);
