using System.Collections.Immutable;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Posts;

/// <summary>What a post offers.</summary>
/// <param name="PostId">The post.</param>
/// <param name="UnitId">The host unit that offers it.</param>
/// <param name="Region">County or district of the unit, GB/T 2260.</param>
/// <param name="Title">Name of the post.</param>
/// <param name="Category">Code of the category (H9 §二(二)).</param>
/// <param name="Openings">Headcount.</param>
/// <param name="Months">Duration in months (H9 §三(三)).</param>
/// <param name="MonthlyAllowance">Living allowance the unit pays an intern a month (H9 §三(一)).</param>
internal sealed record PostTerms(
    Guid PostId,
    Guid UnitId,
    RegionCode Region,
    string Title,
    string Category,
    int Openings,
    int Months,
    Money MonthlyAllowance);

internal abstract record PostState
{
    private PostState()
    {
    }

    public sealed record NotDrafted : PostState;

    public sealed record Draft(PostTerms Terms) : PostState;

    public sealed record Published(PostTerms Terms, bool IsDemonstration, ImmutableHashSet<Guid> Seats) : PostState
    {
        public int Free => Terms.Openings - Seats.Count;
    }

    public sealed record Closed(PostTerms Terms, ImmutableHashSet<Guid> Seats) : PostState;
}
