using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Projects;

/// <summary>What a project is at; each state holds only what can exist in it.</summary>
internal abstract record ProjectState
{
    private ProjectState()
    {
    }

    internal sealed record Unknown : ProjectState;

    internal sealed record Recommended(Pitch Pitch) : ProjectState;

    internal sealed record Selected(Pitch Pitch) : ProjectState;

    internal sealed record Declined(Pitch Pitch, string Reason) : ProjectState;

    internal sealed record Proposed(Pitch Pitch, Money Amount, string ProposedBy) : ProjectState;

    internal sealed record Granted(Pitch Pitch, Award Award) : ProjectState;

    internal sealed record Ordered(Pitch Pitch, Award Award, Guid PaymentId) : ProjectState;

    internal sealed record Paid(Pitch Pitch, Award Award, Guid PaymentId, DateOnly PaidOn) : ProjectState;
}

/// <summary>What was recommended.</summary>
internal sealed record Pitch(Guid ProjectId, string Programme, string Title, string Sector, RegionCode Region, Guid LeaderId, string RecommendedBy);

/// <summary>What was granted, and the two people behind it; the payer must be a third.</summary>
internal sealed record Award(Money Amount, string ProposedBy, string ApprovedBy);
