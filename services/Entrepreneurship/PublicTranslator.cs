using YouthPlatform.Entrepreneurship.Projects;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using Public = YouthPlatform.Contracts.Entrepreneurship;

namespace YouthPlatform.Entrepreneurship;

/// <summary>What of this service's events the others and the bureau may know.</summary>
internal sealed class PublicTranslator : IPublicTranslator
{
    public IEnumerable<PublicEventDraft> Translate(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            ProjectRecommended e =>
            [
                new(new Public.ProjectRecommended(e.ProjectId, e.Programme, e.Region.ToString(), e.Sector, e.RecommendedOn),
                    e.Region.ToString(), e.ProjectId.ToString(), recorded.RecordedAt),
            ],
            GrantApproved e =>
            [
                new(new Public.ProjectGranted(e.ProjectId, e.Programme, e.Region.ToString(), e.Sector, e.Amount.Amount, e.ApprovedOn),
                    e.Region.ToString(), e.ProjectId.ToString(), recorded.RecordedAt),
            ],
            GrantPaid e =>
            [
                new(new Public.GrantPaid(e.ProjectId, e.Programme, e.Region.ToString(), e.Amount.Amount, e.PaidOn),
                    e.Region.ToString(), e.ProjectId.ToString(), recorded.RecordedAt),
            ],
            _ => [],
        };
    }
}
