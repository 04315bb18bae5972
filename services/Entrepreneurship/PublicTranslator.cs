using YouthPlatform.Entrepreneurship.Awards;
using YouthPlatform.Entrepreneurship.Courses;
using YouthPlatform.Entrepreneurship.GuidanceEvents;
using YouthPlatform.Entrepreneurship.Incubators;
using YouthPlatform.Entrepreneurship.Loans;
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
                new Public.ProjectRecommended(e.ProjectId, e.Call.Programme, e.Region.Value, e.Sector, e.AcceptedOn) { CollegeId = CollegeOf(e.College) }, e.Region, e.ProjectId)],
            ProjectGranted e => [Draft(
                new Public.ProjectGranted(e.ProjectId, e.Call.Programme, e.Region.Value, e.Sector, e.Amount.Amount, e.GrantedOn) { CollegeId = CollegeOf(e.College) }, e.Region, e.ProjectId)],
            AwardRevoked e => [Draft(
                new Public.GrantRevoked(e.File.ProjectId, e.File.Call.Programme, e.File.Region.Value, e.File.Amount.Amount, e.RevokedOn)
                {
                    CollegeId = CollegeOf(e.File.College),
                },
                e.File.Region,
                e.File.ProjectId)],
            GuidanceEventHeld e => [Draft(
                new Public.GuidanceEventHeld(e.Plan.EventId, e.Plan.Region.Value, e.Plan.Kind, e.Attendees, e.Plan.On), e.Plan.Region, e.Plan.EventId)],
            IncubatorCertified e => [Draft(
                new Public.IncubatorCertified(e.File.IncubatorId, e.File.Region.Value, e.File.Places, e.CertifiedOn), e.File.Region, e.File.IncubatorId)],
            CertificationRevoked e => [Draft(
                new Public.IncubatorRevoked(e.IncubatorId, e.Region.Value, e.RevokedOn), e.Region, e.IncubatorId)],
            SpaceGranted { Tenancy.IsGraduate: true } e => [Draft(
                new Public.IncubatorSpaceGranted(e.IncubatorId, e.Region.Value, e.Tenancy.Terms, e.GrantedOn), e.Region, e.IncubatorId)],
            LoanDrawn e => [Draft(
                new Public.LoanDisbursed(e.File.LoanId, e.File.Region.Value, e.Terms.Amount.Amount, e.Terms.DrawnOn), e.File.Region, e.File.LoanId)],
            LoanDefaulted e => [Draft(
                new Public.LoanDefaulted(e.LoanId, e.Region.Value, e.Outstanding.Amount, e.DefaultedOn), e.Region, e.LoanId)],
            LoanCompensated e => [Draft(
                new Public.LoanCompensated(e.LoanId, e.Region.Value, e.Amount.Amount, e.CompensatedOn), e.Region, e.LoanId)],
            SessionHeld e => [Draft(
                new Public.TrainingSessionHeld(
                    e.File.CourseId, e.File.Region.Value, e.File.Kind, e.Present.Count, e.File.Sessions[e.Session - 1]),
                e.File.Region,
                e.File.CourseId)],
            EntitlementPaid e => [Draft(PublicPayments.Paid(e), e.File.Region, e.File.Key.Subject)],
            EntitlementPaymentReturned e => [Draft(PublicPayments.Returned(e), e.File.Region, e.File.Key.Subject)],
            EntitlementRecovered e => [Draft(PublicPayments.Recovered(e), e.File.Region, e.File.Key.Subject)],
            _ => [],
        };
    }

    /// <summary>Teams name their college as they like; only the code by which it is known elsewhere goes out.</summary>
    private static string? CollegeOf(string? named) => CollegeCode.IsValid(named) ? named : null;

    private static PublicEventDraft Draft(object contract, RegionCode region, Guid subject) => new(contract, region.Value, subject.ToString());
}
