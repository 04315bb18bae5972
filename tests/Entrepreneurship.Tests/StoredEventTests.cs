using System.Reflection;
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
using YouthPlatform.Entrepreneurship.Tests.Payees;
using YouthPlatform.Entrepreneurship.Vouchers;
using YouthPlatform.EventStore;
using YouthPlatform.PayeeAccounts;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Policy;
using YouthPlatform.Testing.Snapshots;
using static YouthPlatform.Entrepreneurship.Tests.Samples;
using Public = YouthPlatform.Contracts.Entrepreneurship;

namespace YouthPlatform.Entrepreneurship.Tests;

/// <summary>The shapes of what is stored and published. Those of payments are kept with their library.</summary>
public sealed class StoredEventTests
{
    private static readonly Scoring Scoring = new("judge-1", new Dictionary<string, decimal> { ["innovation"] = 30.5m }, "好", Day);

    private static readonly object[] Stored =
    [
        new ProgrammeOpened(Call, Terms, Proposer, Day),
        new ProjectEntered(Id(1), "hard_tech", TenThousand),
        new ProjectLeft(Id(1)),
        new ApplicationsClosed(Call, Proposer, Day),
        new PanelDrawn(Call, "00ff", 7, PanelDraw.Algorithm, [new("judge-1", 3)], Proposer, Day),
        new ProjectsRanked(Call, Ranking.TieRule, [Ranked], Proposer, Day),
        new SelectionProposed(Call, TheSelection with { Adjustments = [new(Id(1), true, "获奖")] }, Proposer, Day),
        new NoticePublished(Call, Day, Approver, Day),
        new ObjectionRaised(Id(9), Id(1), "plagiarism", "专利不属团队", "person-7", Day),
        new ObjectionResolved(Id(9), true, "属实", Approver, Day),
        new SelectionDecided(Call, [new(Id(1), TenThousand)], [Passed], Approver, Day),
        new ProjectDrafted(TheProject, Leader, Day),
        new ProjectRevised(Id(1), Content, Leader, Day),
        new DocumentAdded(Id(1), Document, Leader, Day),
        new DocumentRemoved(Id(1), Document.DocumentId, Leader, Day),
        new ProjectSubmitted(TheProject, Eligible, Round, [new(new("/content/summary", "unclear", "请说明"), true)]),
        new ProjectReturned(Id(1), [new("/content/summary", "unclear", "请说明")], College, Day),
        new ProjectAccepted(Id(1), Call, Changsha, "hard_tech", true, [Passed], College, Day) { College = "4143010532" },
        new ProjectRefused(Id(1), "不属创业项目", College, Day),
        new ProjectWithdrawn(Id(1), "另有安排", Day),
        new ProjectGranted(Id(1), Call, Changsha, "hard_tech", TenThousand, Approver, Day) { College = "4143010532" },
        new ProjectNotSelected(Id(1), "constrained", Day),
        new JudgeRegistered(new("judge-1", Hunan, ["10532"]), Proposer, Day),
        new TiesDeclared("judge-1", [new("firm", "91430102000000019R")], "judge-1", Day),
        new JudgeRetired("judge-1", "调离", Proposer, Day),
        new PanelAssigned(Id(1), Call, ["judge-1"], Day),
        new ScoreGiven(Id(1), Scoring),
        new JudgeReplaced(Id(1), Call, "judge-1", "judge-4", "曾有合作", Day),
        new AwardGranted(TheAward),
        new TrancheProposed(Id(1), "second", ["first"], Proposer, Day),
        new TrancheReleased(Id(1), "first", Money.Of(6_000), Approver, Day),
        new ReportFiled(Id(1), "first", "样机已完成测试", Leader, Day),
        new ReportAnswered(Id(1), "first", false, "缺少数据", Proposer, Day),
        new RevocationProposed(Id(1), "挪用", Proposer, Day),
        new AwardRevoked(TheAward, ["first"], "挪用", Proposer, Approver, Day),
        new GuidanceEventPlanned(ServiceSamples.Event, Rule, "clerk-1"),
        new GuidanceEventHeld(ServiceSamples.Event, 120, 3, "clerk-1"),
        new GuidanceEventCancelled(Id(20), "场地检修", Day),
        new IncubatorApplied(ServiceSamples.Incubator, "unit-1", Day),
        new IncubatorCertified(ServiceSamples.Incubator, Day.AddYears(3), Rule, "reviewer-1", Day),
        new IncubatorRefused(Id(21), "场地不足", "reviewer-1", Day),
        new SpaceGranted(Id(21), Changsha, ServiceSamples.Tenancy, "unit-1", Day),
        new TenancyEnded(Id(21), Id(22), Day),
        new YearlyCheckPassed(Id(21), 2023, null, "reviewer-1", Day),
        new CertificationRevoked(Id(21), Changsha, 2023, "挪作他用", "reviewer-1", Day),
        new CoursePlanned(ServiceSamples.Course, "unit-1", Day),
        new SessionHeld(ServiceSamples.Course, 1, [Id(2), Id(3)], "unit-1", Day),
        new CourseFinished(Id(23), "unit-1", Day),
        new VoucherIssued(ServiceSamples.Voucher, "clerk-1", Day),
        new VoucherRedeemed(Id(24), Id(23), ServiceSamples.Body, "unit-1", Day),
        new SettlementAskedFor(Id(24), [Passed], "unit-1", Day),
        new VoucherSettled(ServiceSamples.Voucher, Id(23), ServiceSamples.Body, Approver, Day),
        new VoucherCancelled(Id(24), Id(2), "founding", "发放有误", "clerk-1", Day),
        new LoanAppliedFor(LoanSamples.File, [Passed], Leader, Day),
        new LoanGuaranteed(Id(31), "房产抵押", Passed, "reviewer-1", Day),
        new LoanRefused(Id(31), "无还款来源", "reviewer-1", Day),
        new LoanApprovedByBank(Id(31), 0.0365m, "bank-1", Day),
        new LoanDrawn(LoanSamples.File, LoanSamples.Terms, [Rule], "D-1"),
        new LoanRepaid(Id(31), new(Money.Of(5_000), Day, "R-1"), false),
        new LoanDefaulted(Id(31), Changsha, Money.Of(95_000), Day),
        new LoanCompensated(Id(31), Changsha, Money.Of(80_000), Approver, Day),
        new InterestSubsidyProposed(Id(31), new(2023, 6), Money.Of(400.55m), "clerk-1", Day),
        new InterestSubsidyApproved(LoanSamples.File, new(2023, 6), Money.Of(400.55m), Approver, Day),
        new FirstFirmApplied(LoanSamples.Firm, Money.Of(5_000), [Passed], Leader, Day),
        new FirstFirmConfirmed(Id(32), "无在先登记", "reviewer-1", Day),
        new FirstFirmApproved(LoanSamples.Firm, Money.Of(5_000), Approver, Day),
        new FirstFirmRejected(Id(32), Id(2), ServiceSamples.Body, "有在先登记", "reviewer-1", Day),
        new ResourceOffered(ServiceSamples.Mentor, "unit-1", Day),
        new ResourceProposed(Id(30), Id(1), Id(2), Proposer, Day),
        new ResourceAccepted(Id(30), Id(1), Leader, Day),
        new ResourceEnded(Id(30), Id(1), true, "项目已完成", Leader, Day),
        new ResourceWithdrawn(Id(30), "导师调离", "unit-1", Day),
        new AccountProposed(PayeeSamples.Founder, PayeeSamples.Account, Leader, Day),
        new AccountConfirmed(PayeeSamples.Founder, PayeeSamples.Account, 1, "reviewer-1", Day),
        new AccountRefused(Id(2), "户名与证件不符", "reviewer-1", Day),
        new AccountContested(Id(2), "举报非本人账户", "auditor-1", Day),
        new AccountUpheld(Id(2), "经银行核实为本人账户", "reviewer-1", Day),
        new PayeeErased(Id(2), Day),
        new PayeeKeyRotated("0a1b2c3d4e5f6071", "1a1b2c3d4e5f6071", "ops-1", Day),
    ];

    private static readonly object[] Payments =
    [
        new EntitlementPaid(AwardGrants.EntitlementOf(TheAward, "first"), Id(7), Id(8), 1, Money.Of(6_000), Money.Zero, Day, "B-1"),
        new EntitlementPaymentReturned(AwardGrants.EntitlementOf(TheAward, "first"), Id(7), Id(8), Money.Of(6_000), "ACCOUNT_CLOSED", Day),
        new EntitlementRecovered(AwardGrants.EntitlementOf(TheAward, "first"), Money.Of(6_000), RecoveryWay.Repayment, null, null, "R-1", Day),
        .. PaidAndBack(VoucherEndpoints.Kind, "founding"),
        .. PaidAndBack(LoanEndpoints.Kind, "2023-06"),
        .. PaidAndBack(FirstFirmEndpoints.Kind, "once"),
    ];

    private static readonly Type[] Bases =
        [typeof(ProgrammeEvent), typeof(ProjectEvent), typeof(JudgeEvent), typeof(AssessmentEvent), typeof(AwardEvent), typeof(GuidanceEventEvent),
            typeof(IncubatorEvent), typeof(CourseEvent), typeof(VoucherEvent), typeof(LoanEvent), typeof(FirstFirmEvent), typeof(ResourceEvent),
            typeof(RegistrationEvent)];

    private static readonly Assembly[] Own = [typeof(StoredEvents).Assembly, typeof(RegistrationEvent).Assembly];

    public static TheoryData<string> Names => [.. StoredEvents.Types.All.Where(type => Own.Contains(type.Value.Assembly)).Select(type => type.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public void AStoredEventKeepsItsShape(string name) =>
        Snapshot.Match(name, Stored.Single(sample => StoredEvents.Types.NameOf(sample) == name));

    [Fact]
    public void EveryEventOfTheServiceIsRegistered() =>
        Own.SelectMany(assembly => assembly.GetTypes()).Where(type => Array.Exists(Bases, type.IsSubclassOf)).Append(typeof(PayeeKeyRotated))
            .ShouldBe(StoredEvents.Types.All.Values.Where(type => Own.Contains(type.Assembly)), ignoreOrder: true);

    [Fact]
    public void ContractsKeepTheirShapes()
    {
        var contracts = Stored.Concat(Payments).SelectMany(data => new PublicTranslator().Translate(Recorded(data))).Select(draft => draft.Contract).ToList();
        contracts.Select(contract => contract.GetType()).Distinct().ShouldBe(typeof(Public.GrantPaid).Assembly.GetExportedTypes(), ignoreOrder: true);
        contracts.DistinctBy(contract => contract.GetType()).ToList().ForEach(contract => Snapshot.Match($"public.{contract.GetType().Name}", contract));
    }

    [Theory]
    [InlineData("4143010532", "4143010532")]
    [InlineData("湖南大学", null)]
    [InlineData(null, null)]
    public void OnlyTheCodeOfACollegeGoesOut(string? named, string? published)
    {
        var granted = new ProjectGranted(Id(1), Call, Changsha, "hard_tech", TenThousand, Approver, Day) { College = named };

        var contract = new PublicTranslator().Translate(Recorded(granted)).Single().Contract;

        ((Public.ProjectGranted)contract).CollegeId.ShouldBe(published);
    }

    private static object[] PaidAndBack(string kind, string period)
    {
        var key = new EntitlementKey(AwardGrants.Scheme, Id(24), period, kind);
        var file = new EntitlementFile(key.ToId(), key, Id(30), ServiceSamples.Body, Changsha, Id(24), Id(23));
        return
        [
            new EntitlementPaid(file, Id(7), Id(8), 1, Money.Of(1_200), Money.Zero, Day, "B-2"),
            new EntitlementPaymentReturned(file, Id(7), Id(8), Money.Of(1_200), "ACCOUNT_CLOSED", Day),
            new EntitlementRecovered(file, Money.Of(200), RecoveryWay.Repayment, null, null, "R-2", Day),
        ];
    }

    private static RecordedEvent Recorded(object data) =>
        new(1, "stream", 1, StoredEvents.Types.NameOf(data), data, new EventMetadata("test"), new(2023, 9, 8, 1, 0, 0, TimeSpan.Zero));
}
