using YouthPlatform.Entrepreneurship.Programmes;
using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Projects;

internal abstract record ProjectEvent
{
    private protected ProjectEvent()
    {
    }
}

internal sealed record ProjectDrafted(ProjectFile File, string DraftedBy, DateOnly DraftedOn) : ProjectEvent;

internal sealed record ProjectRevised(Guid ProjectId, ProjectContent Content, string RevisedBy, DateOnly RevisedOn) : ProjectEvent;

internal sealed record DocumentAdded(Guid ProjectId, ProjectDocument Document, string AddedBy, DateOnly AddedOn) : ProjectEvent;

internal sealed record DocumentRemoved(Guid ProjectId, Guid DocumentId, string RemovedBy, DateOnly RemovedOn) : ProjectEvent;

/// <summary>The team handed the project in; what it handed in is frozen by its hash.</summary>
internal sealed record ProjectSubmitted(ProjectFile File, EligibilityResult Eligibility, ReviewRound Round, IReadOnlyList<FieldCorrection> Corrections)
    : ProjectEvent;

/// <summary>Fields were returned for correction.</summary>
internal sealed record ProjectReturned(Guid ProjectId, IReadOnlyList<FieldReturn> Fields, string ReturnedBy, DateOnly ReturnedOn) : ProjectEvent;

/// <summary>A college's committee recommended the project (G3 §三(三)3), or its qualification was confirmed.</summary>
internal sealed record ProjectAccepted(
    Guid ProjectId,
    CallKey Call,
    RegionCode Region,
    string Sector,
    bool IsRecommendation,
    IReadOnlyList<NamedCheck> Checks,
    string AcceptedBy,
    DateOnly AcceptedOn) : ProjectEvent
{
    /// <summary>Code of the leader's college; null of what was stored before it was kept.</summary>
    public string? College { get; init; }
}

internal sealed record ProjectRefused(Guid ProjectId, string Reason, string RefusedBy, DateOnly RefusedOn) : ProjectEvent;

internal sealed record ProjectWithdrawn(Guid ProjectId, string Reason, DateOnly WithdrawnOn) : ProjectEvent;

/// <summary>The decided selection holds the project.</summary>
internal sealed record ProjectGranted(
    Guid ProjectId, CallKey Call, RegionCode Region, string Sector, Money Amount, string GrantedBy, DateOnly GrantedOn) : ProjectEvent
{
    /// <summary>Code of the leader's college; null of what was stored before it was kept.</summary>
    public string? College { get; init; }
}

/// <summary>The decided selection does not hold it.</summary>
internal sealed record ProjectNotSelected(Guid ProjectId, string Why, DateOnly DecidedOn) : ProjectEvent;
