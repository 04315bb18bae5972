using YouthPlatform.Entrepreneurship.Awards;
using YouthPlatform.Entrepreneurship.Projects;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Policy;
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
            ProjectAccepted e => [Draft(
                new Public.ProjectRecommended(e.ProjectId, e.Call.Programme, e.Region.Value, e.Sector, e.AcceptedOn), e.Region, e.ProjectId)],
            ProjectGranted e => [Draft(
                new Public.ProjectGranted(e.ProjectId, e.Call.Programme, e.Region.Value, e.Sector, e.Amount.Amount, e.GrantedOn), e.Region, e.ProjectId)],
            AwardRevoked e => [Draft(
                new Public.GrantRevoked(e.File.ProjectId, e.File.Call.Programme, e.File.Region.Value, e.File.Amount.Amount, e.RevokedOn),
                e.File.Region,
                e.File.ProjectId)],
            EntitlementPaid e => [Draft(
                new Public.GrantPaid(e.File.Key.Subject, e.File.Key.Kind, e.File.Region.Value, e.Amount.Amount, e.PaidOn),
                e.File.Region,
                e.File.Key.Subject)],
            _ => [],
        };
    }

    private static PublicEventDraft Draft(object contract, RegionCode region, Guid subject) => new(contract, region.Value, subject.ToString());
}
