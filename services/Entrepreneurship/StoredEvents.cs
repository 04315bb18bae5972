using YouthPlatform.Entrepreneurship.Assessments;
using YouthPlatform.Entrepreneurship.Awards;
using YouthPlatform.Entrepreneurship.Courses;
using YouthPlatform.Entrepreneurship.FirstFirms;
using YouthPlatform.Entrepreneurship.GuidanceEvents;
using YouthPlatform.Entrepreneurship.Incubators;
using YouthPlatform.Entrepreneurship.Judges;
using YouthPlatform.Entrepreneurship.Loans;
using YouthPlatform.Entrepreneurship.Programmes;
using YouthPlatform.Entrepreneurship.Projects;
using YouthPlatform.Entrepreneurship.Resources;
using YouthPlatform.Entrepreneurship.Vouchers;
using YouthPlatform.EventStore;
using YouthPlatform.PayeeAccounts;
using YouthPlatform.Payments;
using YouthPlatform.PersonLinks;

namespace YouthPlatform.Entrepreneurship;

/// <summary>The events of this service by stored name, and the projections that commit with them.</summary>
internal static class StoredEvents
{
    public static EventTypes Types => new EventTypes()
        .Add<ProgrammeOpened>("entrepreneurship.programme_opened.v1")
        .Add<ProjectEntered>("entrepreneurship.project_entered.v1")
        .Add<ProjectLeft>("entrepreneurship.project_left.v1")
        .Add<ApplicationsClosed>("entrepreneurship.applications_closed.v1")
        .Add<PanelDrawn>("entrepreneurship.panel_drawn.v1")
        .Add<ProjectsRanked>("entrepreneurship.projects_ranked.v1")
        .Add<SelectionProposed>("entrepreneurship.selection_proposed.v1")
        .Add<NoticePublished>("entrepreneurship.notice_published.v1")
        .Add<ObjectionRaised>("entrepreneurship.objection_raised.v1")
        .Add<ObjectionResolved>("entrepreneurship.objection_resolved.v1")
        .Add<SelectionDecided>("entrepreneurship.selection_decided.v1")
        .Add<ProjectDrafted>("entrepreneurship.project_drafted.v1")
        .Add<ProjectRevised>("entrepreneurship.project_revised.v1")
        .Add<DocumentAdded>("entrepreneurship.document_added.v1")
        .Add<DocumentRemoved>("entrepreneurship.document_removed.v1")
        .Add<ProjectSubmitted>("entrepreneurship.project_submitted.v1")
        .Add<ProjectReturned>("entrepreneurship.project_returned.v1")
        .Add<ProjectAccepted>("entrepreneurship.project_accepted.v1")
        .Add<ProjectRefused>("entrepreneurship.project_refused.v1")
        .Add<ProjectWithdrawn>("entrepreneurship.project_withdrawn.v1")
        .Add<ProjectGranted>("entrepreneurship.project_granted.v1")
        .Add<ProjectNotSelected>("entrepreneurship.project_not_selected.v1")
        .Add<JudgeRegistered>("entrepreneurship.judge_registered.v1")
        .Add<TiesDeclared>("entrepreneurship.ties_declared.v1")
        .Add<JudgeRetired>("entrepreneurship.judge_retired.v1")
        .Add<PanelAssigned>("entrepreneurship.panel_assigned.v1")
        .Add<ScoreGiven>("entrepreneurship.score_given.v1")
        .Add<JudgeReplaced>("entrepreneurship.judge_replaced.v1")
        .Add<AwardGranted>("entrepreneurship.award_granted.v1")
        .Add<TrancheProposed>("entrepreneurship.tranche_proposed.v1")
        .Add<TrancheReleased>("entrepreneurship.tranche_released.v1")
        .Add<ReportFiled>("entrepreneurship.report_filed.v1")
        .Add<ReportAnswered>("entrepreneurship.report_answered.v1")
        .Add<RevocationProposed>("entrepreneurship.revocation_proposed.v1")
        .Add<AwardRevoked>("entrepreneurship.award_revoked.v1")
        .Add<GuidanceEventPlanned>("entrepreneurship.guidance_event_planned.v1")
        .Add<GuidanceEventHeld>("entrepreneurship.guidance_event_held.v1")
        .Add<GuidanceEventCancelled>("entrepreneurship.guidance_event_cancelled.v1")
        .Add<IncubatorApplied>("entrepreneurship.incubator_applied.v1")
        .Add<IncubatorCertified>("entrepreneurship.incubator_certified.v1")
        .Add<IncubatorRefused>("entrepreneurship.incubator_refused.v1")
        .Add<SpaceGranted>("entrepreneurship.space_granted.v1")
        .Add<TenancyEnded>("entrepreneurship.tenancy_ended.v1")
        .Add<YearlyCheckPassed>("entrepreneurship.yearly_check_passed.v1")
        .Add<CertificationRevoked>("entrepreneurship.certification_revoked.v1")
        .Add<CoursePlanned>("entrepreneurship.course_planned.v1")
        .Add<SessionHeld>("entrepreneurship.session_held.v1")
        .Add<CourseFinished>("entrepreneurship.course_finished.v1")
        .Add<VoucherIssued>("entrepreneurship.voucher_issued.v1")
        .Add<VoucherRedeemed>("entrepreneurship.voucher_redeemed.v1")
        .Add<SettlementAskedFor>("entrepreneurship.settlement_asked_for.v1")
        .Add<VoucherSettled>("entrepreneurship.voucher_settled.v1")
        .Add<VoucherCancelled>("entrepreneurship.voucher_cancelled.v1")
        .Add<LoanAppliedFor>("entrepreneurship.loan_applied_for.v1")
        .Add<LoanGuaranteed>("entrepreneurship.loan_guaranteed.v1")
        .Add<LoanRefused>("entrepreneurship.loan_refused.v1")
        .Add<LoanApprovedByBank>("entrepreneurship.loan_approved_by_bank.v1")
        .Add<LoanDrawn>("entrepreneurship.loan_drawn.v1")
        .Add<LoanRepaid>("entrepreneurship.loan_repaid.v1")
        .Add<LoanDefaulted>("entrepreneurship.loan_defaulted.v1")
        .Add<LoanCompensated>("entrepreneurship.loan_compensated.v1")
        .Add<InterestSubsidyProposed>("entrepreneurship.interest_subsidy_proposed.v1")
        .Add<InterestSubsidyApproved>("entrepreneurship.interest_subsidy_approved.v1")
        .Add<FirstFirmApplied>("entrepreneurship.first_firm_applied.v1")
        .Add<FirstFirmConfirmed>("entrepreneurship.first_firm_confirmed.v1")
        .Add<FirstFirmApproved>("entrepreneurship.first_firm_approved.v1")
        .Add<FirstFirmRejected>("entrepreneurship.first_firm_rejected.v1")
        .Add<ResourceOffered>("entrepreneurship.resource_offered.v1")
        .Add<ResourceProposed>("entrepreneurship.resource_proposed.v1")
        .Add<ResourceAccepted>("entrepreneurship.resource_accepted.v1")
        .Add<ResourceEnded>("entrepreneurship.resource_ended.v1")
        .Add<ResourceWithdrawn>("entrepreneurship.resource_withdrawn.v1")
        .AddPayments("entrepreneurship")
        .AddPayeeAccounts("entrepreneurship")
        .AddPersonLinks("entrepreneurship");

    public static IReadOnlyList<IProjection> Projections =>
    [
        new ProgrammeTable(),
        new ProjectTable(),
        new JudgeTable(),
        new AssessmentTable(),
        new AwardTable(),
        new GuidanceEventTable(),
        new IncubatorTable(),
        new VoucherTable(),
        new LoanTable(),
        new FirstFirmTable(),
        new ResourceTable(),
        new PersonLinkTable(),
        new PayeeAccountTable(),
        .. PaymentsEvents.Projections,
    ];

    /// <summary>What the unique constraints of the projections mean as rules.</summary>
    public static IReadOnlyList<(string Constraint, string Code, string Detail)> Uniqueness =>
    [
        ("award_holders_once", "award.already_supported", "名单中有团队或企业已获同类项目支持，不能重复资助，请重新提出遴选方案。"),
        ("incubators_once", "incubator.already_applied", "该单位在本地区已申报或已获认定创业孵化基地。"),
        ("loans_one_at_a_time", "loan.already_standing", "您已有申请中或未还清的创业担保贷款。"),
        ("first_firms_once_a_person", "first_firm.already_applied", "您已申请一次性创业补贴，不能重复申请。"),
        ("first_firms_once_a_firm", "first_firm.already_applied", "该企业已申请一次性创业补贴，不能重复申请。"),
        ("vouchers_once", "voucher.already_issued", "该人员已领取此类培训券，不能重复发放。"),
    ];
}
