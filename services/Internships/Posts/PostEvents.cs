using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Posts;

internal abstract record PostEvent;

internal sealed record PostDrafted(PostTerms Terms, DateOnly DraftedOn) : PostEvent;

internal sealed record PostRevised(PostTerms Terms, DateOnly RevisedOn) : PostEvent;

internal sealed record PostSubmitted(PostTerms Terms, ReviewRound Round) : PostEvent;

internal sealed record PostReturned(
    Guid PostId, IReadOnlyList<FieldReturn> Fields, string? Remark, string ReturnedBy, DateOnly ReturnedOn) : PostEvent;

internal sealed record PostResubmitted(PostTerms Terms, ReviewRound Round, IReadOnlyList<FieldCorrection> Corrections) : PostEvent;

internal sealed record PostRejected(
    Guid PostId, string Reason, string RejectedBy, DateOnly RejectedOn, IReadOnlyList<NamedCheck> Checks) : PostEvent;

internal sealed record PostPublished(
    Guid PostId,
    Guid UnitId,
    RegionCode Region,
    string Category,
    int Openings,
    bool IsDemonstration,
    DateOnly PublishedOn,
    string Programme,
    IReadOnlyList<NamedCheck> Checks) : PostEvent;

internal sealed record PostChangeProposed(PostTerms Terms, ReviewRound Round, IReadOnlyList<string> Changes) : PostEvent;

/// <param name="Terms">The post as it stands from now on.</param>
/// <param name="Changes">Kinds of the changes.</param>
/// <param name="IsDemonstration">Whether it is a demonstration post.</param>
/// <param name="ApprovedBy">Reviewer; null where no review was needed.</param>
/// <param name="ChangedOn">China date.</param>
/// <param name="Checks">What the decision looked at.</param>
internal sealed record PostChanged(
    PostTerms Terms, IReadOnlyList<string> Changes, bool IsDemonstration, string? ApprovedBy, DateOnly ChangedOn, IReadOnlyList<NamedCheck> Checks)
    : PostEvent;

internal sealed record PostChangeRefused(
    Guid PostId, IReadOnlyList<FieldReturn> Fields, string? Remark, string RefusedBy, DateOnly RefusedOn) : PostEvent;

internal sealed record PostDemonstrationSet(PostTerms Terms, bool IsDemonstration, string SetBy, DateOnly SetOn) : PostEvent;

/// <summary>Students took up a post of the Sail plan; they are counted, not named.</summary>
internal sealed record StudentsHosted(
    Guid PostId, Guid UnitId, RegionCode Region, string Programme, int Students, DateOnly From, DateOnly To) : PostEvent;

internal sealed record SeatTaken(Guid PostId, Guid PlacementId) : PostEvent;

internal sealed record SeatReleased(Guid PostId, Guid PlacementId) : PostEvent;

internal sealed record PostClosed(Guid PostId, string Reason, DateOnly ClosedOn) : PostEvent;
