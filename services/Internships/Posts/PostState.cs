using System.Collections.Immutable;

namespace YouthPlatform.Internships.Posts;

/// <summary>A change of a published post that waits for a reviewer; the post stands as it is meanwhile.</summary>
internal sealed record PendingChange(PostTerms Terms, ReviewRound Round);

internal abstract record PostState
{
    private PostState()
    {
    }

    public sealed record NotDrafted : PostState;

    /// <summary>Part of the unit's application, answered with it.</summary>
    public sealed record Draft(PostTerms Terms) : PostState;

    public sealed record Submitted(PostTerms Terms, ReviewRound Round, IReadOnlyList<FieldCorrection> Corrections) : PostState;

    public sealed record Returned(PostTerms Terms, ReviewRound Round, IReadOnlyList<FieldReturn> Fields, string? Remark) : PostState;

    public sealed record Rejected(PostTerms Terms, string Reason) : PostState;

    public sealed record Published(PostTerms Terms, bool IsDemonstration, ImmutableHashSet<Guid> Seats, DateOnly PublishedOn) : PostState
    {
        public PendingChange? Pending { get; init; }

        /// <summary>Students that have taken up the post so far.</summary>
        public int Students { get; init; }

        public int Free => Terms.Openings - Seats.Count;

        /// <summary>Whether the post has run out; computed, so that nothing has to happen on the day.</summary>
        public bool IsExpired(DateOnly today) => today > Terms.ExpiresOn;
    }

    public sealed record Closed(PostTerms Terms, ImmutableHashSet<Guid> Seats) : PostState;
}
