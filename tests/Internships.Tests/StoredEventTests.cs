using YouthPlatform.EventStore;
using YouthPlatform.Imports.Files;
using YouthPlatform.Imports.Progress;
using YouthPlatform.Internships.Applications;
using YouthPlatform.Internships.Claims;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.Inspections;
using YouthPlatform.Internships.MatchingEvents;
using YouthPlatform.Internships.People;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Internships.Posts;
using YouthPlatform.Internships.Preferences;
using YouthPlatform.Internships.Registers;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Payments.PayRuns;
using YouthPlatform.PersonLinks;
using YouthPlatform.Policy;
using YouthPlatform.Testing.Snapshots;
using static YouthPlatform.Internships.Tests.MoneySamples;
using static YouthPlatform.Internships.Tests.Samples;
using Public = YouthPlatform.Contracts.Internships;

namespace YouthPlatform.Internships.Tests;

/// <summary>The shapes of what is stored and published.</summary>
public sealed class StoredEventTests
{
    private static readonly DateOnly Day = new(2023, 9, 8);

    private static readonly PostTerms FullTerms = Terms with
    {
        Description = "参与材料研发", Address = "岳麓大道1号", Demands = new(["bachelor"], ["材料"], ["实验"]), ExpiresOn = Day,
    };

    private static readonly object[] Stored =
    [
        new HostUnitApplied(Unit with { Content = Content with { BankAccount = Account } }),
        new HostUnitReturned(UnitId, [UnclearName], "另请补充", "reviewer-1", Day),
        new HostUnitResubmitted(Unit, [new FieldCorrection(UnclearName, true)]),
        new HostUnitApproved(UnitId, Furong, Account, "reviewer-1", Day, [PassedCheck]),
        new HostUnitRejected(UnitId, "不符合条件", "reviewer-1", Day, [PassedCheck]),
        new HostUnitWithdrawn(UnitId, Furong, "不再参加", Day, true),
        new FinalPaymentAllowed(UnitId, "经核查应予结清", "approver-1", Day),
        new HostUnitSuspended(UnitId, Furong, Day, "带教缺失", "reviewer-1", Day),
        new HostUnitSuspensionLifted(UnitId, Furong, "已整改", "reviewer-1", Day),
        new HostUnitHonoured(UnitId, Furong, "base", Day, "长人社发〔2023〕1号", "approver-1", ReviewRule),
        new HostUnitHonourRevoked(UnitId, Furong, "base", Day, "不再符合", "approver-1"),
        new BankAccountProposed(UnitId, Furong, Account, Unit.Round),
        new BankAccountConfirmed(UnitId, Account, "reviewer-1", Day, [PassedCheck]),
        new BankAccountRefused(UnitId, "开户行不符", "reviewer-1", Day),
        new PostDrafted(Terms, Day),
        new PostRevised(Terms, Day),
        new PostSubmitted(FullTerms, Unit.Round),
        new PostReturned(PostId, [UnclearName], null, "reviewer-1", Day),
        new PostResubmitted(Terms, Unit.Round, [new FieldCorrection(UnclearName, false)]),
        new PostRejected(PostId, "不适合见习", "reviewer-1", Day, [PassedCheck]),
        new PostPublished(PostId, UnitId, Furong, "research", 2, true, Day, Programmes.Employment, [PassedCheck]),
        new PostChangeProposed(Terms, Unit.Round, ["title"]),
        new PostChanged(Terms, ["title"], true, "reviewer-1", Day, [PassedCheck]),
        new PostChangeRefused(PostId, [UnclearName], null, "reviewer-1", Day),
        new PostDemonstrationSet(Terms, true, "reviewer-1", Day),
        new StudentsHosted(PostId, UnitId, Furong, "enterprise_internship", 3, Day, Day),
        new SeatTaken(PostId, PlacementId),
        new SeatReleased(PostId, PlacementId),
        new PostClosed(PostId, "招满", Day),
        new MatchingEventPlanned(Event, "clerk-1", ReviewRule),
        new MatchingEventMoved(Event.EventId, Day, "网络招聘平台", "场地有变"),
        new MatchingEventJoined(Event.EventId, new Participant(UnitId, [PostId])),
        new MatchingEventLeft(Event.EventId, UnitId),
        new MatchingEventHeld(Event.EventId, Furong, "campus", Day, new MatchingFigures(12, 80, 300, 40), "clerk-1"),
        new MatchingEventCancelled(Event.EventId, "场地有变", Day),
        new MatchingOfferMade(Event.EventId, new MatchingOffer(Id(31), UnitId, PostId, PersonId, null), Day),
        new MatchingOfferAnswered(Event.EventId, Id(31), UnitId, PostId, PersonId, Furong, true, Day),
        new PersonRegistered(Facts),
        new PersonDied(PersonId, Day),
        new PersonDataErased(PersonId, Day),
        new UnemploymentBegun(PersonId, new(Day, 23)),
        new UnemploymentOver(PersonId, Day, Day),
        new HardshipKnown(PersonId, ["disabled"], 7, Day, [TheApplicationId]),
        new PersonMerged(PersonId, Id(32), 7, Day),
        new PersonUnmerged(PersonId, Id(32), 8, Day),
        new PersonAbsorbed(Id(32), PersonId, Day),
        new PersonReleased(Id(32), PersonId, Day),
        new PersonLinkUsed(Id(32), PersonId, "claim", ClaimId),
        new PreferencesStated(TheWishes, Day),
        new PreferencesWithdrawn(PersonId, Day),
        new ApplicationSubmitted(TheApplication),
        new ApplicationRefused(TheApplicationId, Day),
        new ApplicationApproved(TheApplicationId, [new("registered_unemployed_youth.age", "identity_card")], "reviewer-1", Day),
        new ApplicantInvited(TheApplicationId, Day, Day),
        new OfferMade(TheApplicationId, PersonId, PostId, UnitId, Furong, Day, Day),
        new OfferAccepted(TheApplicationId, PersonId, PostId, UnitId, Furong, Day),
        new ApplicantTurnedDown(TheApplicationId, "not_matching", Day),
        new ApplicationWithdrawn(TheApplicationId, "另有安排", Day),
        new ApplicationRejected(TheApplicationId, "材料不实", "reviewer-1", Day),
        new ApplicationPlaced(TheApplicationId, PlacementId),
        new ApplicationReopened(TheApplicationId, PlacementId),
        new PlacementArranged(Agreement, "unit-1", Day),
        new MentorAssigned(PlacementId, TheMentor),
        new InsuranceRegistered(PlacementId, TheInsurance),
        new AgreementSigned(PlacementId, Signature(Party.Intern)),
        Started(),
        new AllowanceReturned(PlacementId, PersonId, UnitId, Furong, FirstMonth.Month, Payment, Day, "账号有误", "unit-1", Day),
        new InternshipCompleted(PlacementId, PersonId, UnitId, Furong, Day),
        new AgreementRevised(Agreement with { Version = 2 }, "unit-1", Day),
        new AmendmentProposed(Agreement with { Version = 2 }, "unit-1", Day),
        new AgreementAmended(Agreement with { Version = 2 }, Day),
        new MentorTransferred(PlacementId, TheMentor, "原带教老师调离", Day),
        new AttendanceReported(PlacementId, PersonId, UnitId, Furong, FirstMonth, new(22, 23), "unit-1", Day),
        new AttendanceCorrected(PlacementId, PersonId, UnitId, Furong, FirstMonth, new(20, 23), "漏记病假", "unit-1", Day),
        new AllowancePaid(PlacementId, PersonId, UnitId, Furong, FirstMonth.Month, Payment, "unit-1", Day),
        new InternshipEndedEarly(PlacementId, PersonId, UnitId, Furong, Day, "personal", "person-1"),
        new InternHiredEarly(PlacementId, PersonId, UnitId, Furong, Day, Contract, [PassedCheck]),
        new InternRetained(PlacementId, PersonId, UnitId, Furong, Day, Contract, [PassedCheck]),
        new EmploymentEnded(PlacementId, PersonId, UnitId, Furong, Day),
        new FollowUpRequested(PlacementId, PersonId, UnitId, Furong, Day, "unit-1", Day),
        new PlacementCancelled(PlacementId, "放弃", Day),
        new ClaimProposed(TheClaim),
        new ClaimApproved(ClaimId, [1], [Line.ToKey()], "approver-1", Day),
        new ClaimRejected(ClaimId, [Line.ToKey()], "材料不实", "approver-1", Day),
        new CheckOverrideProposed(ClaimId, 1, "attendance.sufficient", "已补交请假证明", "reviewer-1", Day, Day.AddDays(30), RateRule),
        new CheckOverrideConfirmed(ClaimId, 1, "attendance.sufficient", Line.ToKey(), "approver-1", Day),
        new RegisterBegun(TheRegister, Day),
        new RegisterEntriesTaken(TheRegister.ImportId, TheRegister.Kind, 2, Day, [new(Day, PersonId, Unit.CreditCode.Value)]),
        new RegisterWithdrawn(TheRegister.ImportId, "数据有误", "clerk-1", Day),
        new InspectionDrawAnnounced(TheDraw),
        new InspectionSampleDrawn(TheDraw.DrawId, "00ff", 7, Sampling.Algorithm, [new(UnitId, PlacementId)], "reviewer-1", Day),
        new InspectionOpened(TheInspection, Day),
        new FindingsRecorded(TheInspection.InspectionId, [new("inflation", "考勤与门禁记录不符")], Day, RateRule, "reviewer-1", Day),
        new FindingsReplied(TheInspection.InspectionId, "已补充考勤原件", "unit-1", Day),
        new InspectionConcluded(
            TheInspection.InspectionId, InspectionOutcome.Upheld, [new(TheEntitlement.EntitlementId, Money.Zero)], "虚报", "approver-1", Day),
        new EntitlementGranted(TheEntitlement, BaseRate, "approver-1", Day),
        new CorrectionProposed(TheEntitlement.EntitlementId, Money.Of(1000), "考勤更正", "clerk-1", Day) { Checks = [PassedCheck] },
        new CorrectionRejected(TheEntitlement.EntitlementId, "依据不足", "approver-1", Day),
        new EntitlementVoided(TheEntitlement),
        new EntitlementCorrected(TheEntitlement, BaseRate, Money.Of(1000), "考勤更正", "clerk-1", "approver-1", Day),
        new PaymentScheduled(TheEntitlement.EntitlementId, RunId, PaymentId, 1, 1, BaseRate, Money.Zero),
        new PaymentWithdrawn(TheEntitlement.EntitlementId, RunId),
        new PaymentSent(TheEntitlement.EntitlementId, RunId),
        new EntitlementPaid(TheEntitlement, RunId, PaymentId, 1, BaseRate, Money.Of(200), Day, "B-1"),
        new PaymentFailed(TheEntitlement.EntitlementId, RunId, PaymentId, 1, "account_wrong", Day),
        new PaymentDoubted(TheEntitlement.EntitlementId, RunId, "line_doubled", false),
        new EntitlementPaymentReturned(TheEntitlement, RunId, PaymentId, BaseRate, "account_closed", Day),
        new RecoveryReserved(TheEntitlement.EntitlementId, RunId, PaymentId, Money.Of(200)),
        new RecoveryReleased(TheEntitlement.EntitlementId, RunId, PaymentId, Money.Of(200)),
        new EntitlementRecovered(TheEntitlement, Money.Of(200), RecoveryWay.Repayment, null, null, "R-1", Day),
        new PayRunProposed(TheRun),
        new PayRunApproved(RunId, "approver-1", Day),
        new PayRunRejected(RunId, "金额有误", "approver-1", Day),
        new PayRunExecuted(RunId, "00ff", "payer-1", Day),
        new BankResultsRecorded(
            RunId, "00ff", [new(1, LineStatus.Paid, Day, "B-1")], [new(3, "unknown_payment", null, "本批次没有这笔支付。")], "payer-1", Day),
        new LineResolved(RunId, new(1, LineStatus.Failed, Day, Code: "resolved_not_paid"), "银行书面答复", "payer-2", Day),
        new ImportEvent.ImportStarted(
            Id(60), "attendance", "ab12", new ImportFile(FileFormat.Csv, "gb18030"), 500, new ImportScope(["430102"], "91430102000000019R"), "unit-1", Day),
        new ImportEvent.ImportRowsRead(Id(60), 1, 2, 501, [new(7, RowStatus.Rejected, "attendance.already_reported", "已报送")]),
        new ImportEvent.ImportContentRefused(Id(60)),
        new ImportEvent.ImportCompleted(Id(60), Day),
    ];

    private static readonly Type[] Bases =
    [
        typeof(HostUnitEvent), typeof(PostEvent), typeof(MatchingEventEvent), typeof(PersonEvent), typeof(PersonLinkEvent), typeof(ApplicationEvent), typeof(PlacementEvent), typeof(ClaimEvent),
        typeof(PreferenceEvent), typeof(RegisterEvent), typeof(DrawEvent), typeof(InspectionEvent), typeof(EntitlementEvent), typeof(PayRunEvent),
    ];

    public static TheoryData<string> Names => [.. StoredEvents.Types.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AStoredEventKeepsItsShape(string name) =>
        Snapshot.Match(name, Stored.Single(sample => StoredEvents.Types.NameOf(sample) == name));

    [Fact]
    public void EveryEventOfTheServiceIsRegistered()
    {
        var assemblies = new[] { typeof(StoredEvents).Assembly, typeof(EntitlementEvent).Assembly, typeof(PersonLinkEvent).Assembly };
        var events = assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => Array.Exists(Bases, type.IsSubclassOf))
            .Concat(typeof(ImportEvent).GetNestedTypes());
        events.ShouldBe(StoredEvents.Types.All.Values, ignoreOrder: true);
    }

    [Fact]
    public void ContractsKeepTheirShapes()
    {
        var contracts = Stored.SelectMany(data => new PublicTranslator().Translate(Recorded(data))).Select(draft => draft.Contract).ToList();
        var studentPost = new PostPublished(PostId, UnitId, Furong, "research", 2, false, Day, "enterprise_internship", []);
        contracts.Add(PublicUnits.Translate(studentPost).Single().Contract);
        contracts.Select(contract => contract.GetType()).Distinct().ShouldBe(
            typeof(Public.SubsidyPaid).Assembly.GetExportedTypes(), ignoreOrder: true);
        contracts.DistinctBy(contract => contract.GetType()).ToList()
            .ForEach(contract => Snapshot.Match($"public.{contract.GetType().Name}", contract));
    }

    [Fact]
    public void PublicEventsCarryTheRegionOfTheHostUnit() =>
        Stored.SelectMany(data => new PublicTranslator().Translate(Recorded(data))).Select(draft => draft.Region).ShouldAllBe(region => region == "430102");

    private static RecordedEvent Recorded(object data) =>
        new(1, "stream", 1, StoredEvents.Types.NameOf(data), data, new EventMetadata("test"), new(2023, 9, 8, 1, 0, 0, TimeSpan.Zero));
}
