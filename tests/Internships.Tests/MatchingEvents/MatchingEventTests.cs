using YouthPlatform.Internships.MatchingEvents;
using YouthPlatform.Policy;
using static YouthPlatform.Internships.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Internships.MatchingEvents.MatchingEvent,
    YouthPlatform.Internships.MatchingEvents.MatchingEventState,
    YouthPlatform.Internships.MatchingEvents.MatchingEventCommand,
    YouthPlatform.Internships.MatchingEvents.MatchingEventEvent>;

namespace YouthPlatform.Internships.Tests.MatchingEvents;

/// <summary>Events at which units and people meet (H9 §二(三)).</summary>
public sealed class MatchingEventTests
{
    private static readonly Rule<CategoryList> Kinds = new(new([new("campus", "进校园")]), ReviewRule, null);
    private static readonly PlanMatchingEvent Plan = new(Event, Kinds, "clerk-1", Today);
    private static readonly MatchingEventPlanned Planned = new(Event, "clerk-1", ReviewRule);
    private static readonly MatchingEventJoined Joined = new(Event.EventId, new Participant(UnitId, [PostId]));
    private static readonly MatchingFigures Figures = new(12, 80, 300, 40);
    private static readonly ReportMatchingEvent Report = new(Figures, "clerk-1", Event.HeldOn);
    private static readonly MatchingEventHeld Held = new(Event.EventId, Furong, "campus", Event.HeldOn, Figures, "clerk-1");
    private static readonly MatchingOffer Offer = new(Id(31), UnitId, PostId, PersonId, null);
    private static readonly MatchingOfferMade Made = new(Event.EventId, Offer, Event.HeldOn);

    [Fact]
    public void AnEventIsPlannedForADayToCome()
    {
        Spec.Given().When(Plan with { Plan = Event with { Title = " 见习专场对接会 " } }).Then(Planned);
        Spec.Given().When(Plan with { Today = Event.HeldOn }).Then(Planned);
        Spec.Given().When(Plan with { Today = Event.HeldOn.AddDays(1) }).ThenRejected("matching_event.in_the_past");
        Spec.Given().When(Plan with { Plan = Event with { Kind = "party" } }).ThenRejected("matching_event.kind_unknown");
        Spec.Given().When(Plan with { Plan = Event with { Title = "" } }).ThenRejected("matching_event.title_missing");
        Spec.Given().When(Plan with { Plan = Event with { Venue = " " } }).ThenRejected("matching_event.venue_missing");
    }

    [Fact]
    public void UnitsJoinAndLeaveUpToTheDay()
    {
        var join = new JoinMatchingEvent(new Participant(UnitId, [PostId, PostId]), Event.HeldOn);
        Spec.Given(Planned).When(join).Then(Joined);
        Spec.Given(Planned, Joined).When(join).ThenNothing();
        Spec.Given(Planned).When(join with { Today = Event.HeldOn.AddDays(1) }).ThenRejected("matching_event.over");
        Spec.Given(Planned).When(new JoinMatchingEvent(new Participant(UnitId, []), Today)).ThenRejected("matching_event.posts_missing");
        Spec.Given(Planned, Joined).When(new LeaveMatchingEvent(UnitId, Today)).Then(new MatchingEventLeft(Event.EventId, UnitId));
        Spec.Given(Planned).When(new LeaveMatchingEvent(UnitId, Today)).ThenNothing();
    }

    [Fact]
    public void FiguresAreReportedOnceTheDayHasCome()
    {
        Spec.Given(Planned).When(Report).Then(Held);
        Spec.Given(Planned, Held).When(Report).ThenNothing();
        Spec.Given(Planned, Held).When(Report with { Figures = Figures with { Visitors = 301 } }).ThenRejected("matching_event.held");
        Spec.Given(Planned).When(Report with { Today = Event.HeldOn.AddDays(-1) }).ThenRejected("matching_event.not_held_yet");
        Spec.Given(Planned).When(Report with { Figures = Figures with { Units = 0 } }).ThenRejected("matching_event.figures_invalid");
        Spec.Given(Planned).When(Report with { Figures = Figures with { Intentions = 301 } }).ThenRejected("matching_event.figures_invalid");
    }

    [Fact]
    public void AnOfferIsForAPostThatWasBroughtAndIsAnsweredOnce()
    {
        Spec.Given(Planned, Joined).When(new MakeOffer(Offer, Event.HeldOn)).Then(Made);
        Spec.Given(Planned, Joined, Held).When(new MakeOffer(Offer, Event.HeldOn)).Then(Made);
        Spec.Given(Planned, Joined).When(new MakeOffer(Offer, Event.HeldOn.AddDays(-1))).ThenRejected("matching_event.not_held_yet");
        Spec.Given(Planned).When(new MakeOffer(Offer, Event.HeldOn)).ThenRejected("matching_offer.post_not_brought");
        Spec.Given(Planned, Joined, Made).When(new MakeOffer(Offer with { OfferId = Id(32) }, Event.HeldOn)).ThenRejected("matching_offer.made_already");
        var answered = new MatchingOfferAnswered(Event.EventId, Id(31), UnitId, PostId, PersonId, Furong, true, Event.HeldOn);
        Spec.Given(Planned, Joined, Made).When(new AnswerOffer(Id(31), true, Event.HeldOn)).Then(answered);
        Spec.Given(Planned, Joined, Made, answered).When(new AnswerOffer(Id(31), true, Event.HeldOn)).ThenNothing();
        Spec.Given(Planned, Joined, Made, answered).When(new AnswerOffer(Id(31), false, Event.HeldOn)).ThenRejected("matching_offer.answered_already");
        Spec.Given(Planned, Joined).When(new AnswerOffer(Id(31), true, Event.HeldOn)).ThenRejected("matching_offer.not_found");
    }

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBeKept<MatchingEvent, MatchingEventState, MatchingEventCommand, MatchingEventEvent>(
        "matching_event",
        [
            Plan,
            new MoveMatchingEvent(Event.HeldOn.AddDays(7), "网络招聘平台", "场地有变", Today),
            new JoinMatchingEvent(new Participant(Id(9), [PostId]), Today),
            new LeaveMatchingEvent(UnitId, Today),
            Report,
            new CancelMatchingEvent("场地有变", Today),
            new MakeOffer(Offer with { OfferId = Id(32), PersonId = Id(33) }, Event.HeldOn),
            new AnswerOffer(Id(31), true, Event.HeldOn),
        ],
        new Dictionary<string, IReadOnlyList<MatchingEventEvent>>
        {
            ["not planned"] = [],
            ["planned"] = [Planned, Joined, Made],
            ["held"] = [Planned, Joined, Made, Held],
            ["cancelled"] = [Planned, new MatchingEventCancelled(Event.EventId, "场地有变", Today)],
        });

    // H9 §二(三): at least one a quarter.
    [Theory]
    [InlineData(1, 0, "2023-09-30", "met")]
    [InlineData(0, 1, "2023-09-30", "planned")]
    [InlineData(0, 0, "2023-09-30", "open")]
    [InlineData(0, 0, "2023-10-01", "missed")]
    public void AQuarterIsWatched(int held, int planned, string today, string status)
    {
        var watch = QuarterWatch.Of(
            new Region(RegionCode.Parse("430100"), "长沙市"), new(2023, 7, 1), new(2023, 9, 30), held, planned, new(1, ReviewRule, null), DateOnly.ParseExact(today, "yyyy-MM-dd"));
        (watch.Status, watch.Quarter).ShouldBe((status, "2023-Q3"));
    }
}
