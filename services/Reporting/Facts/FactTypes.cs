using YouthPlatform.Contracts.Entrepreneurship;
using YouthPlatform.Contracts.GraduateTracking;
using YouthPlatform.Contracts.Internships;
using YouthPlatform.ServiceDefaults.Messaging;

namespace YouthPlatform.Reporting.Facts;

/// <summary>The contracts that Reporting listens to. A further one is a line here; what it counts for is data.</summary>
internal static class FactTypes
{
    /// <summary>Messages of a publisher that are recorded at once: figures do not depend on the order in which facts are recorded.</summary>
    public const int AtOnce = 16;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FactType> All { get; } =
    [
        new FactType<HostUnitApproved>(e => e.Region, e => e.ApprovedOn),
        new FactType<HostUnitHonoured>(e => e.Region, e => e.From),
        new FactType<HostUnitHonourRevoked>(e => e.Region, e => e.RevokedOn),
        new FactType<HostUnitSuspended>(e => e.Region, e => e.From),
        new FactType<HostUnitSuspensionLifted>(e => e.Region, e => e.LiftedOn),
        new FactType<HostUnitWithdrawn>(e => e.Region, e => e.WithdrawnOn),
        new FactType<PostPublished>(e => e.Region, e => e.PublishedOn),
        new FactType<PostChanged>(e => e.Region, e => e.ChangedOn),
        new FactType<StudentPostPublished>(e => e.Region, e => e.PublishedOn),
        new FactType<StudentsHosted>(e => e.Region, e => e.From),
        new FactType<MatchingEventHeld>(e => e.Region, e => e.HeldOn),
        new FactType<InternshipApplied>(e => e.Region, e => e.AppliedOn),
        new FactType<InternshipStarted>(e => e.Region, e => e.StartsOn),
        new FactType<InternshipCompleted>(e => e.Region, e => e.EndedOn),
        new FactType<InternshipEndedEarly>(e => e.Region, e => e.EndedOn),
        new FactType<InternHired>(e => e.Region, e => e.ContractFrom),
        new FactType<FollowUpRequested>(e => e.Region, e => e.RequestedOn),
        new FactType<SubsidyPaid>(e => e.Region, e => e.PaidOn),
        new FactType<SubsidyReturned>(e => e.Region, e => e.ReturnedOn),
        new FactType<SubsidyCorrected>(e => e.Region, e => e.CorrectedOn),
        new FactType<SubsidyRecovered>(e => e.Region, e => e.RecoveredOn),
        new FactType<LedgerEntryOpened>(e => e.Region, e => e.OpenedOn),
        new FactType<EntitlementPaid>(e => e.Region, e => e.PaidOn),
        new FactType<EntitlementReturned>(e => e.Region, e => e.ReturnedOn),
        new FactType<EntitlementCorrected>(e => e.Region, e => e.CorrectedOn),
        new FactType<EntitlementRecovered>(e => e.Region, e => e.RecoveredOn),
        new FactType<LedgerEntryTransferred>(e => e.ToRegion, e => e.TransferredOn),
        new FactType<LedgerEntryMerged>(e => e.Region, e => e.MergedOn),
        new FactType<LedgerEntryUnmerged>(e => e.Region, e => e.UnmergedOn),
        new FactType<UnemploymentRegistered>(e => e.Region, e => e.RegisteredOn),
        new FactType<UnemploymentEnded>(e => e.Region, e => e.EndedOn),
        new FactType<PersonDeceased>(e => e.Region, e => e.DeceasedOn),
        new FactType<PersonErased>(e => e.Region, e => e.ErasedOn),
        new FactType<ContactMade>(e => e.Region, e => e.ContactedOn),
        new FactType<PersonClassified>(e => e.Region, e => e.ClassifiedOn),
        new FactType<PersonEmployed>(e => e.Region, e => e.EmployedOn),
        new FactType<ServiceRendered>(e => e.Region, e => e.RenderedOn),
        new FactType<ServiceWithdrawn>(e => e.Region, e => e.WithdrawnOn),
        new FactType<LongTermUnemployedHelped>(e => e.Region, e => e.HelpedOn),
        new FactType<PairingBegun>(e => e.Region, e => e.BegunOn),
        new FactType<PairedStudentRecommended>(e => e.Region, e => e.RecommendedOn),
        new FactType<PairingEnded>(e => e.Region, e => e.EndedOn),
        new FactType<JobPostPublished>(e => e.Region, e => e.PublishedOn),
        new FactType<JobFairHeld>(e => e.Region, e => e.HeldOn),
        new FactType<CampusEventHeld>(e => e.Region, e => e.HeldOn),
        new FactType<CollegeLinked>(e => e.Region, e => e.LinkedOn),
        new FactType<LegalEventHeld>(e => e.Region, e => e.HeldOn),
        new FactType<PublicSectorRecruited>(e => e.Region, e => e.RecruitedOn),
        new FactType<SectorEventHeld>(e => e.Region, e => e.HeldOn),
        new FactType<GuidanceTeamFormed>(e => e.Region, e => e.FormedOn),
        new FactType<GuidanceTalkHeld>(e => e.Region, e => e.HeldOn),
        new FactType<WestPlanVolunteersSent>(e => e.Region, e => e.SentOn),
        new FactType<ThemeDayHeld>(e => e.Region, e => e.HeldOn),
        new FactType<CommunityPracticePaired>(e => e.Region, e => e.PairedOn),
        new FactType<FilesTransferred>(e => e.Region, e => e.TransferredOn),
        new FactType<OpenLetterPublished>(e => e.Region, e => e.PublishedOn),
        new FactType<RightsCaseConcluded>(e => e.Region, e => e.ConcludedOn),
        new FactType<RightsInspectionPublished>(e => e.Region, e => e.PublishedOn),
        new FactType<ServiceRecordCorrected>(e => e.Region, e => e.CorrectedOn),
        new FactType<ServiceRecordWithdrawn>(e => e.Region, e => e.WithdrawnOn),
        new FactType<DestinationRegistered>(e => e.Region, e => e.RegisteredOn),
        new FactType<DestinationVerified>(e => e.Region, e => e.VerifiedOn),
        new FactType<DestinationDisputed>(e => e.Region, e => e.DisputedOn),
        new FactType<HardshipChanged>(e => e.Region, e => e.ChangedOn),
        new FactType<PlanDrawnUp>(e => e.Region, e => e.DrawnUpOn),
        new FactType<WelfarePostTaken>(e => e.Region, e => e.ApprovedOn),
        new FactType<ProjectRecommended>(e => e.Region, e => e.RecommendedOn),
        new FactType<ProjectGranted>(e => e.Region, e => e.GrantedOn),
        new FactType<GrantPaid>(e => e.Region, e => e.PaidOn),
        new FactType<GrantRevoked>(e => e.Region, e => e.RevokedOn),
        new FactType<GuidanceEventHeld>(e => e.Region, e => e.HeldOn),
        new FactType<IncubatorCertified>(e => e.Region, e => e.CertifiedOn),
        new FactType<IncubatorRevoked>(e => e.Region, e => e.RevokedOn),
        new FactType<IncubatorSpaceGranted>(e => e.Region, e => e.GrantedOn),
        new FactType<TrainingSessionHeld>(e => e.Region, e => e.HeldOn),
        new FactType<TrainingVoucherPaid>(e => e.Region, e => e.PaidOn),
        new FactType<LoanDisbursed>(e => e.Region, e => e.DisbursedOn),
        new FactType<LoanDefaulted>(e => e.Region, e => e.DefaultedOn),
        new FactType<LoanCompensated>(e => e.Region, e => e.CompensatedOn),
        new FactType<InterestSubsidyPaid>(e => e.Region, e => e.PaidOn),
        new FactType<FirstFirmSubsidyPaid>(e => e.Region, e => e.PaidOn),
        new FactType<GrantReturned>(e => e.Region, e => e.ReturnedOn),
        new FactType<GrantRecovered>(e => e.Region, e => e.RecoveredOn),
        new FactType<TrainingVoucherReturned>(e => e.Region, e => e.ReturnedOn),
        new FactType<TrainingVoucherRecovered>(e => e.Region, e => e.RecoveredOn),
        new FactType<InterestSubsidyReturned>(e => e.Region, e => e.ReturnedOn),
        new FactType<InterestSubsidyRecovered>(e => e.Region, e => e.RecoveredOn),
        new FactType<FirstFirmSubsidyReturned>(e => e.Region, e => e.ReturnedOn),
        new FactType<FirstFirmSubsidyRecovered>(e => e.Region, e => e.RecoveredOn),
    ];

    /// <summary>Listens to all of them.</summary>
    public static ServiceMessaging ConsumeFacts(this ServiceMessaging messaging) =>
        All.Aggregate(messaging, (listening, type) => type.ListenOn(listening));

    /// <summary>The fact type of a contract.</summary>
    public static FactType<TContract> Of<TContract>()
        where TContract : class => All.OfType<FactType<TContract>>().Single();
}
