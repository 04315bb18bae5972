using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.Internships.Applications;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Policy;
using Public = YouthPlatform.Contracts.Internships;

namespace YouthPlatform.Internships;

/// <summary>What of this service's events the others and the bureau may know.</summary>
internal sealed class PublicTranslator : IPublicTranslator
{
    public IEnumerable<PublicEventDraft> Translate(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            ApplicationSubmitted e => [Draft(Translate(e.File), e.File.Region, e.File.PersonId)],
            InternshipStarted e => [Draft(Translate(e), e.Region, e.PersonId)],
            InternshipCompleted e => [Draft(Translate(e), e.Region, e.PersonId)],
            InternshipEndedEarly e => [Draft(Translate(e), e.Region, e.PersonId)],
            InternHiredEarly e => [Draft(Translate(e), e.Region, e.PersonId)],
            InternRetained e => [Draft(Translate(e), e.Region, e.PersonId)],
            FollowUpRequested e => [Draft(Translate(e), e.Region, e.PersonId)],
            EntitlementPaid e => [Draft(Translate(e), e.File.Region, e.File.Key.Subject)],
            EntitlementPaymentReturned e => [Draft(Translate(e), e.File.Region, e.File.Key.Subject)],
            EntitlementCorrected e => [Draft(Translate(e), e.File.Region, e.File.Key.Subject)],
            EntitlementRecovered e => [Draft(Translate(e), e.File.Region, e.File.Key.Subject)],
            _ => PublicUnits.Translate(recorded.Data),
        };
    }

    private static PublicEventDraft Draft(object contract, RegionCode region, Guid subject) => new(contract, region.Value, subject.ToString());

    private static Public.InternshipApplied Translate(ApplicationFile file) => new(
        file.ApplicationId, file.PersonId, file.PostId, file.UnitId, file.Region.Value, file.IsHardship, file.Review.SubmittedOn);

    private static Public.InternshipStarted Translate(InternshipStarted e) =>
        new(e.PlacementId, e.PersonId, e.UnitId, e.PostId, e.Region.Value, e.StartsOn, e.EndsOn);

    private static Public.InternshipCompleted Translate(InternshipCompleted e) =>
        new(e.PlacementId, e.PersonId, e.UnitId, e.Region.Value, e.EndedOn);

    private static Public.InternshipEndedEarly Translate(InternshipEndedEarly e) =>
        new(e.PlacementId, e.PersonId, e.UnitId, e.Region.Value, e.EndedOn, e.Reason);

    private static Public.InternHired Translate(InternHiredEarly e) => new(
        e.PlacementId, e.PersonId, e.UnitId, e.Region.Value, Public.InternHired.Early, e.EndedOn, e.Contract.SignedOn, e.Contract.From, e.Contract.InsuredFrom);

    private static Public.InternHired Translate(InternRetained e) => new(
        e.PlacementId, e.PersonId, e.UnitId, e.Region.Value, Public.InternHired.AfterEnd, e.EndedOn, e.Contract.SignedOn, e.Contract.From, e.Contract.InsuredFrom);

    private static Public.FollowUpRequested Translate(FollowUpRequested e) =>
        new(e.PlacementId, e.PersonId, e.UnitId, e.Region.Value, e.EndedOn, e.RequestedOn);

    private static Public.SubsidyPaid Translate(EntitlementPaid e) => new(
        e.File.DecisionId,
        e.File.FileId,
        e.File.Key.Subject,
        e.File.Payee,
        e.File.Region.Value,
        e.File.Key.Kind,
        e.File.Key.Period,
        e.Amount.Amount,
        e.PaidOn);

    private static Public.SubsidyReturned Translate(EntitlementPaymentReturned e) => new(
        e.File.FileId, e.File.Key.Subject, e.File.Payee, e.File.Region.Value, e.File.Key.Kind, e.File.Key.Period, e.Amount.Amount, e.ReturnedOn);

    private static Public.SubsidyCorrected Translate(EntitlementCorrected e) => new(
        e.File.FileId,
        e.File.Key.Subject,
        e.File.Payee,
        e.File.Region.Value,
        e.File.Key.Kind,
        e.File.Key.Period,
        e.From.Amount,
        e.Owed.Amount,
        e.CorrectedOn);

    private static Public.SubsidyRecovered Translate(EntitlementRecovered e) => new(
        e.File.FileId, e.File.Key.Subject, e.File.Payee, e.File.Region.Value, e.File.Key.Kind, e.File.Key.Period, e.Amount.Amount, e.RecoveredOn);
}
