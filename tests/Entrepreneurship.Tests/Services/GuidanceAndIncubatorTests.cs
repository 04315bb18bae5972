using YouthPlatform.Entrepreneurship.GuidanceEvents;
using YouthPlatform.Entrepreneurship.Incubators;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.Entrepreneurship.Tests.Samples;
using static YouthPlatform.Entrepreneurship.Tests.ServiceSamples;
using EventSpec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Entrepreneurship.GuidanceEvents.GuidanceEvent,
    YouthPlatform.Entrepreneurship.GuidanceEvents.GuidanceEventState,
    YouthPlatform.Entrepreneurship.GuidanceEvents.GuidanceEventCommand,
    YouthPlatform.Entrepreneurship.GuidanceEvents.GuidanceEventEvent>;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Entrepreneurship.Incubators.Incubator,
    YouthPlatform.Entrepreneurship.Incubators.IncubatorState,
    YouthPlatform.Entrepreneurship.Incubators.IncubatorCommand,
    YouthPlatform.Entrepreneurship.Incubators.IncubatorEvent>;

namespace YouthPlatform.Entrepreneurship.Tests.Services;

public sealed class GuidanceAndIncubatorTests
{
    private static readonly IncubatorEvent Applied = new IncubatorApplied(ServiceSamples.Incubator, "unit-1", Day);
    private static readonly IncubatorEvent Certified = new IncubatorCertified(ServiceSamples.Incubator, Day.AddYears(3).AddDays(-1), Rule, "reviewer-1", Day);
    private static readonly IncubatorEvent Moved = new SpaceGranted(Id(21), Changsha, ServiceSamples.Tenancy, "unit-1", Day);
    private static readonly GuidanceEventEvent Planned = new GuidanceEventPlanned(Event, Rule, "clerk-1");

    [Fact]
    public void EveryCommandOfEvents() => CommandTable.ShouldBe<GuidanceEvent, GuidanceEventState, GuidanceEventCommand, GuidanceEventEvent>(
        [
            new PlanGuidanceEvent(Event, Startups.EventKinds(Changsha, Day), "clerk-1", Day),
            new ReportGuidanceEvent(120, 3, "clerk-1", Day),
            new CancelGuidanceEvent("场地检修", Day),
        ],
        new Dictionary<string, IReadOnlyList<GuidanceEventEvent>>
        {
            ["none"] = [],
            ["planned"] = [Planned],
            ["held"] = [Planned, new GuidanceEventHeld(Event, 120, 3, "clerk-1")],
            ["cancelled"] = [Planned, new GuidanceEventCancelled(Id(20), "x", Day)],
        },
        """
        none + PlanGuidanceEvent = GuidanceEventPlanned
        none + ReportGuidanceEvent = guidance_event.not_found
        none + CancelGuidanceEvent = guidance_event.not_found
        planned + PlanGuidanceEvent = guidance_event.already_planned
        planned + ReportGuidanceEvent = GuidanceEventHeld
        planned + CancelGuidanceEvent = GuidanceEventCancelled
        held + PlanGuidanceEvent = guidance_event.already_planned
        held + ReportGuidanceEvent = -
        held + CancelGuidanceEvent = guidance_event.already_reported
        cancelled + PlanGuidanceEvent = guidance_event.already_planned
        cancelled + ReportGuidanceEvent = guidance_event.cancelled
        cancelled + CancelGuidanceEvent = -
        """);

    [Fact]
    public void GivenAPlannedEvent_WhenReportedBeforeItsDay_ThenRejected() =>
        EventSpec.Given(Planned).When(new ReportGuidanceEvent(120, 3, "clerk-1", Day.AddDays(-1))).ThenRejected("guidance_event.not_held_yet");

    [Fact]
    public void EveryCommandOfIncubators() => CommandTable.ShouldBeKept<Incubator, IncubatorState, IncubatorCommand, IncubatorEvent>(
        "incubator",
        [
            new ApplyAsIncubator(ServiceSamples.Incubator, Startups.IncubatorServices(Changsha, Day), "unit-1", Day),
            new CertifyIncubator(Startups.CertifiedYears(Changsha, Day), "reviewer-1", Day),
            new RefuseIncubator("场地不足", "reviewer-1", Day),
            new GrantSpace(ServiceSamples.Tenancy, "unit-1", Day),
            new EndTenancy(Id(22), Day),
            new RecordCheck(2023, IsPassed: true, null, "reviewer-1", Day),
        ],
        new Dictionary<string, IReadOnlyList<IncubatorEvent>>
        {
            ["none"] = [],
            ["applied"] = [Applied],
            ["certified"] = [Applied, Certified],
            ["with a tenant"] = [Applied, Certified, Moved],
            ["refused"] = [Applied, new IncubatorRefused(Id(21), "x", "reviewer-1", Day)],
            ["revoked"] = [Applied, Certified, new CertificationRevoked(Id(21), Changsha, 2023, "x", "reviewer-1", Day)],
        });

    [Theory]
    [InlineData(3, null)]
    [InlineData(4, "incubator.full")]
    public void GivenPlaces_WhenATeamTakesMoreThanAreFree_ThenRejected(int places, string? code)
    {
        var outcome = Spec.Given(Applied, Certified, Moved)
            .When(new GrantSpace(ServiceSamples.Tenancy with { TenantId = Id(40), LeaderId = Id(41), Places = places }, "unit-1", Day));
        if (code is null)
        {
            outcome.Events.ShouldHaveSingleItem();
        }
        else
        {
            outcome.ThenRejected(code);
        }
    }

    [Fact]
    public void GivenACertification_WhenItHasLapsed_ThenNoSpaceIsGranted()
    {
        var until = Day.AddYears(3).AddDays(-1);
        Spec.Given(Applied, Certified).When(new GrantSpace(ServiceSamples.Tenancy, "unit-1", until)).Events.ShouldHaveSingleItem();
        Spec.Given(Applied, Certified).When(new GrantSpace(ServiceSamples.Tenancy, "unit-1", until.AddDays(1))).ThenRejected("incubator.certification_lapsed");
    }

    [Fact]
    public void GivenAFailedCheck_WhenRecorded_ThenTheCertificationEndsWithAReason()
    {
        Spec.Given(Applied, Certified).When(new RecordCheck(2023, IsPassed: false, " ", "reviewer-1", Day)).ThenRejected("reason.missing");
        Spec.Given(Applied, Certified).When(new RecordCheck(2023, IsPassed: false, "挪作他用", "reviewer-1", Day))
            .Then(new CertificationRevoked(Id(21), Changsha, 2023, "挪作他用", "reviewer-1", Day));
    }

    [Fact]
    public void GivenTheApplicant_WhenItCertifies_ThenRejected() => Spec.Given(Applied)
        .When(new CertifyIncubator(Startups.CertifiedYears(Changsha, Day), "unit-1", Day)).ThenRejected("four_eyes.same_person");
}
