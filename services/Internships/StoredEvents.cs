using YouthPlatform.EventStore;
using YouthPlatform.Imports.Progress;
using YouthPlatform.Internships.Applications;
using YouthPlatform.Internships.Claims;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.Inspections;
using YouthPlatform.Internships.MatchingEvents;
using YouthPlatform.Internships.OpenReviews;
using YouthPlatform.Internships.People;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Internships.Posts;
using YouthPlatform.Internships.Preferences;
using YouthPlatform.Internships.Registers;
using YouthPlatform.Payments;
using YouthPlatform.PersonLinks;

namespace YouthPlatform.Internships;

/// <summary>The events of this service by stored name, and the projections that commit with them.</summary>
internal static class StoredEvents
{
    public static EventTypes Types => new EventTypes()
        .Add<HostUnitApplied>("internships.host_unit_applied.v1")
        .Add<HostUnitReturned>("internships.host_unit_returned.v1")
        .Add<HostUnitResubmitted>("internships.host_unit_resubmitted.v1")
        .Add<HostUnitApproved>("internships.host_unit_approved.v1")
        .Add<HostUnitRejected>("internships.host_unit_rejected.v1")
        .Add<HostUnitWithdrawn>("internships.host_unit_withdrawn.v1")
        .Add<FinalPaymentAllowed>("internships.final_payment_allowed.v1")
        .Add<HostUnitSuspended>("internships.host_unit_suspended.v1")
        .Add<HostUnitSuspensionLifted>("internships.host_unit_suspension_lifted.v1")
        .Add<HostUnitHonoured>("internships.host_unit_honoured.v1")
        .Add<HostUnitHonourRevoked>("internships.host_unit_honour_revoked.v1")
        .Add<BankAccountProposed>("internships.bank_account_proposed.v1")
        .Add<BankAccountConfirmed>("internships.bank_account_confirmed.v1")
        .Add<BankAccountRefused>("internships.bank_account_refused.v1")
        .Add<PostDrafted>("internships.post_drafted.v1")
        .Add<PostRevised>("internships.post_revised.v1")
        .Add<PostSubmitted>("internships.post_submitted.v1")
        .Add<PostReturned>("internships.post_returned.v1")
        .Add<PostResubmitted>("internships.post_resubmitted.v1")
        .Add<PostRejected>("internships.post_rejected.v1")
        .Add<PostChangeProposed>("internships.post_change_proposed.v1")
        .Add<PostChanged>("internships.post_changed.v1")
        .Add<PostChangeRefused>("internships.post_change_refused.v1")
        .Add<PostDemonstrationSet>("internships.post_demonstration_set.v1")
        .Add<PostPublished>("internships.post_published.v1")
        .Add<StudentsHosted>("internships.students_hosted.v1")
        .Add<SeatTaken>("internships.seat_taken.v1")
        .Add<SeatReleased>("internships.seat_released.v1")
        .Add<PostClosed>("internships.post_closed.v1")
        .Add<MatchingEventPlanned>("internships.matching_event_planned.v1")
        .Add<MatchingEventMoved>("internships.matching_event_moved.v1")
        .Add<MatchingEventJoined>("internships.matching_event_joined.v1")
        .Add<MatchingEventLeft>("internships.matching_event_left.v1")
        .Add<MatchingEventHeld>("internships.matching_event_held.v1")
        .Add<MatchingEventCancelled>("internships.matching_event_cancelled.v1")
        .Add<MatchingOfferMade>("internships.matching_offer_made.v1")
        .Add<MatchingOfferAnswered>("internships.matching_offer_answered.v1")
        .Add<PersonRegistered>("internships.person_registered.v1")
        .Add<PersonDied>("internships.person_died.v1")
        .Add<PersonDataErased>("internships.person_data_erased.v1")
        .Add<UnemploymentBegun>("internships.unemployment_begun.v1")
        .Add<UnemploymentOver>("internships.unemployment_over.v1")
        .Add<HardshipKnown>("internships.hardship_known.v1")
        .Add<PreferencesStated>("internships.preferences_stated.v1")
        .Add<PreferencesWithdrawn>("internships.preferences_withdrawn.v1")
        .Add<ApplicationSubmitted>("internships.application_submitted.v1")
        .Add<ApplicationRefused>("internships.application_refused.v1")
        .Add<ApplicationApproved>("internships.application_approved.v1")
        .Add<ApplicationRejected>("internships.application_rejected.v1")
        .Add<ApplicantInvited>("internships.applicant_invited.v1")
        .Add<OfferMade>("internships.offer_made.v1")
        .Add<OfferAccepted>("internships.offer_accepted.v1")
        .Add<ApplicantTurnedDown>("internships.applicant_turned_down.v1")
        .Add<ApplicationWithdrawn>("internships.application_withdrawn.v1")
        .Add<ApplicationPlaced>("internships.application_placed.v1")
        .Add<ApplicationReopened>("internships.application_reopened.v1")
        .Add<PlacementArranged>("internships.placement_arranged.v1")
        .Add<MentorAssigned>("internships.mentor_assigned.v1")
        .Add<InsuranceRegistered>("internships.insurance_registered.v1")
        .Add<AgreementRevised>("internships.agreement_revised.v1")
        .Add<AgreementSigned>("internships.agreement_signed.v1")
        .Add<AmendmentProposed>("internships.amendment_proposed.v1")
        .Add<AgreementAmended>("internships.agreement_amended.v1")
        .Add<MentorTransferred>("internships.mentor_transferred.v1")
        .Add<InternshipStarted>("internships.internship_started.v1")
        .Add<AttendanceReported>("internships.attendance_reported.v1")
        .Add<AttendanceCorrected>("internships.attendance_corrected.v1")
        .Add<AllowancePaid>("internships.allowance_paid.v1")
        .Add<AllowanceReturned>("internships.allowance_returned.v1")
        .Add<InternshipCompleted>("internships.internship_completed.v1")
        .Add<InternshipEndedEarly>("internships.internship_ended_early.v1")
        .Add<InternHiredEarly>("internships.intern_hired_early.v1")
        .Add<InternRetained>("internships.intern_retained.v1")
        .Add<EmploymentEnded>("internships.employment_ended.v1")
        .Add<FollowUpRequested>("internships.follow_up_requested.v1")
        .Add<PlacementCancelled>("internships.placement_cancelled.v1")
        .Add<ClaimProposed>("internships.claim_proposed.v1")
        .Add<CheckOverrideProposed>("internships.check_override_proposed.v1")
        .Add<CheckOverrideConfirmed>("internships.check_override_confirmed.v1")
        .Add<ClaimApproved>("internships.claim_approved.v1")
        .Add<ClaimRejected>("internships.claim_rejected.v1")
        .Add<RegisterBegun>("internships.register_begun.v1")
        .Add<RegisterEntriesTaken>("internships.register_entries_taken.v1")
        .Add<RegisterWithdrawn>("internships.register_withdrawn.v1")
        .Add<InspectionDrawAnnounced>("internships.inspection_draw_announced.v1")
        .Add<InspectionSampleDrawn>("internships.inspection_sample_drawn.v1")
        .Add<InspectionOpened>("internships.inspection_opened.v1")
        .Add<FindingsRecorded>("internships.findings_recorded.v1")
        .Add<FindingsReplied>("internships.findings_replied.v1")
        .Add<InspectionConcluded>("internships.inspection_concluded.v1")
        .AddPayments("internships")
        .AddPersonLinks("internships")
        .AddImports("internships");

    public static IReadOnlyList<IProjection> Projections =>
    [
        new ImportProjection(),
        new HostUnitTable(),
        new PostTable(),
        new OpenReviewTable(),
        new MatchingEventTable(),
        new ApplicationTable(),
        new PersonTable(),
        new PersonLinkTable(),
        new PreferenceTable(),
        new PlacementTable(),
        new ClaimTable(),
        new RegisterTable(),
        new InspectionTable(),
        .. PaymentsEvents.Projections,
    ];

    /// <summary>What the unique constraints of the projections mean as rules.</summary>
    public static IReadOnlyList<(string Constraint, string Code, string Detail)> Uniqueness =>
    [
        ("host_units_credit_code_key", "host_unit.already_registered", "该统一社会信用代码已申报见习单位，不能重复申报。"),
        ("applications_person_post_key", "application.already_standing", "您已申请该岗位，不能重复申请。"),
        ("placements_person_key", "placement.person_placed_already", "该人员已有进行中的见习安排。"),
        ("subsidy_months_once", "subsidy.already_claimed", "同一见习人员同一月份的补贴已申领；如需核对，请重新提交申领。"),
    ];
}
