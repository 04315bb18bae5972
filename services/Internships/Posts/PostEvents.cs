using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Posts;

internal abstract record PostEvent;

internal sealed record PostDrafted(PostTerms Terms, DateOnly DraftedOn) : PostEvent;

internal sealed record PostPublished(
    Guid PostId,
    Guid UnitId,
    RegionCode Region,
    string Category,
    int Openings,
    bool IsDemonstration,
    DateOnly PublishedOn) : PostEvent;

internal sealed record SeatTaken(Guid PostId, Guid PlacementId) : PostEvent;

internal sealed record SeatReleased(Guid PostId, Guid PlacementId) : PostEvent;

internal sealed record PostClosed(Guid PostId, string Reason, DateOnly ClosedOn) : PostEvent;
