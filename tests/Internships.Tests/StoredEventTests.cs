using YouthPlatform.EventStore;
using YouthPlatform.Imports.Files;
using YouthPlatform.Imports.Progress;
using YouthPlatform.Internships.Applications;
using YouthPlatform.Internships.Claims;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.People;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Internships.Posts;
using YouthPlatform.Internships.Preferences;
using YouthPlatform.Policy;
using YouthPlatform.Testing.Snapshots;
using static YouthPlatform.Internships.Tests.Samples;
using Public = YouthPlatform.Contracts.Internships;

namespace YouthPlatform.Internships.Tests;

/// <summary>The shapes of what is stored and published.</summary>
public sealed class StoredEventTests
{
    private static readonly DateOnly Day = new(2023, 9, 8);

    private static readonly object[] Stored =
    [
        new HostUnitApplied(Unit),
        new HostUnitReturned(UnitId, "名称与执照不符", "reviewer-1", Day),
        new HostUnitResubmitted(UnitId, "长沙示例有限公司", "unit-1", Review),
        new HostUnitApproved(UnitId, Furong, "reviewer-1", Day),
        new HostUnitRejected(UnitId, "不符合条件", "reviewer-1", Day),
        new PostDrafted(Terms, Day),
        new PostPublished(PostId, UnitId, Furong, "research", 2, true, Day),
        new SeatTaken(PostId, PlacementId),
        new SeatReleased(PostId, PlacementId),
        new PostClosed(PostId, "招满", Day),
        new PersonRegistered(Facts),
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
        new ClaimApproved(ClaimId, "approver-1", Day),
        new ClaimRejected(ClaimId, "材料不实", "approver-1", Day),
        new PaymentOrdered(ClaimId, OrderId, [1], "payer-1", Day),
        new SubsidyPaid(ClaimId, OrderId, 1, PlacementId, PersonId, UnitId, Furong, "monthly", new YearMonth(2023, 9), BaseRate, Day, "B-1"),
        new PaymentFailed(ClaimId, OrderId, 1, "账号错误", Day),
        new ImportEvent.ImportStarted(
            Id(60), "attendance", "ab12", new ImportFile(FileFormat.Csv, "gb18030"), 500, new ImportScope(["430102"], "91430102000000019R"), "unit-1", Day),
        new ImportEvent.ImportRowsRead(Id(60), 1, 2, 501, [new(7, RowStatus.Rejected, "attendance.already_reported", "已报送")]),
        new ImportEvent.ImportContentRefused(Id(60)),
        new ImportEvent.ImportCompleted(Id(60), Day),
    ];

    public static TheoryData<string> Names => [.. StoredEvents.Types.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AStoredEventKeepsItsShape(string name) =>
        Snapshot.Match(name, Stored.Single(sample => StoredEvents.Types.NameOf(sample) == name));

    [Fact]
    public void EveryEventOfTheServiceIsRegistered()
    {
        Type[] bases =
            [typeof(HostUnitEvent), typeof(PostEvent), typeof(PersonEvent), typeof(PreferenceEvent), typeof(ApplicationEvent), typeof(PlacementEvent), typeof(ClaimEvent)];
        var events = typeof(StoredEvents).Assembly.GetTypes().Where(type => bases.Any(type.IsSubclassOf))
            .Concat(typeof(ImportEvent).GetNestedTypes());
        events.ShouldBe(StoredEvents.Types.All.Values, ignoreOrder: true);
    }

    [Fact]
    public void ContractsKeepTheirShapes()
    {
        var contracts = Stored.SelectMany(data => new PublicTranslator().Translate(Recorded(data))).Select(draft => draft.Contract).ToList();
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
