using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Projects;

internal abstract record ProjectEvent
{
    private protected ProjectEvent()
    {
    }
}

/// <summary>A college committee recommended a project (G3 §三(三)3).</summary>
internal sealed record ProjectRecommended(
    Guid ProjectId,
    string Programme,
    string Title,
    string Sector,
    RegionCode Region,
    Guid LeaderId,
    EligibilityResult Eligibility,
    string RecommendedBy,
    DateOnly RecommendedOn) : ProjectEvent;

/// <summary>The provincial committee took the project into the selection of its programme.</summary>
internal sealed record ProjectSelected(Guid ProjectId, string SelectedBy, DateOnly SelectedOn) : ProjectEvent;

/// <summary>The provincial committee did not take the project.</summary>
internal sealed record ProjectDeclined(Guid ProjectId, string Reason, string DeclinedBy, DateOnly DeclinedOn) : ProjectEvent;

/// <summary>An award was proposed after the selection was closed.</summary>
internal sealed record GrantProposed(
    Guid ProjectId, Money Amount, IReadOnlyList<NamedCheck> Checks, string ProposedBy, DateOnly ProposedOn) : ProjectEvent;

/// <summary>The proposed award was approved by someone else: the project is granted.</summary>
internal sealed record GrantApproved(
    Guid ProjectId, string Programme, RegionCode Region, string Sector, Money Amount, string ApprovedBy, DateOnly ApprovedOn) : ProjectEvent;

/// <summary>The bank was ordered to pay the award. The payment id is what the bank refers to.</summary>
internal sealed record GrantPaymentOrdered(Guid ProjectId, Guid PaymentId, string OrderedBy, DateOnly OrderedOn) : ProjectEvent;

/// <summary>The bank paid the award.</summary>
internal sealed record GrantPaid(
    Guid ProjectId, Guid PaymentId, string Programme, RegionCode Region, Money Amount, DateOnly PaidOn) : ProjectEvent;

/// <summary>The bank did not pay; the award can be ordered again.</summary>
internal sealed record GrantPaymentFailed(Guid ProjectId, Guid PaymentId, string Reason, DateOnly FailedOn) : ProjectEvent;
