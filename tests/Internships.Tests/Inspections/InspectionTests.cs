using YouthPlatform.Internships.Inspections;
using YouthPlatform.Policy;
using static YouthPlatform.Internships.Tests.MoneySamples;
using static YouthPlatform.Internships.Tests.Samples;
using DrawSpec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Internships.Inspections.InspectionDraw,
    YouthPlatform.Internships.Inspections.DrawState,
    YouthPlatform.Internships.Inspections.DrawCommand,
    YouthPlatform.Internships.Inspections.DrawEvent>;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Internships.Inspections.Inspection,
    YouthPlatform.Internships.Inspections.InspectionState,
    YouthPlatform.Internships.Inspections.InspectionCommand,
    YouthPlatform.Internships.Inspections.InspectionEvent>;

namespace YouthPlatform.Internships.Tests.Inspections;

/// <summary>Inspections (H9 §四(二)): findings, a right of reply, a conclusion by a second person.</summary>
public sealed class InspectionTests
{
    private static readonly Guid Id = TheInspection.InspectionId;
    private static readonly DateOnly Due = new(2023, 8, 15);
    private static readonly Rule<CategoryList> Kinds = Packs.FraudKinds(Furong, Today);
    private static readonly Finding Inflated = new("inflation", "考勤与门禁记录不符");
    private static readonly Annulment Nothing = new(TheEntitlement.EntitlementId, Money.Zero);
    private static readonly InspectionOpened Opened = new(TheInspection, Today);
    private static readonly FindingsRecorded Found = new(Id, [Inflated], Due, RateRule, "reviewer-1", Today);
    private static readonly FindingsReplied Replied = new(Id, "已补充考勤原件", "unit-1", Today);
    private static readonly InspectionConcluded Upheld = new(Id, InspectionOutcome.Upheld, [Nothing], "虚报", "approver-1", Today);
    private static readonly RecordFindings Find = new([Inflated], Kinds, Due, RateRule, "reviewer-1", Today);
    private static readonly ConcludeInspection Conclude = new([Nothing], "虚报", "approver-1", Today);

    [Fact]
    public void GivenOpen_WhenNothingIsFound_ThenClean() =>
        Spec.Given(Opened).When(Find with { Findings = [] }).Then(new InspectionConcluded(Id, InspectionOutcome.Clean, [], null, "reviewer-1", Today));

    [Fact]
    public void GivenOpen_WhenFindingsAreUnsound_ThenRejected()
    {
        Spec.Given(Opened).When(Find).Then(Found);
        Spec.Given(Opened).When(Find with { Findings = [Inflated with { Kind = "other" }] }).ThenRejected("inspection.kind_unknown");
        Spec.Given(Opened).When(Find with { Findings = [Inflated with { Detail = " " }] }).ThenRejected("reason.missing");
    }

    [Fact]
    public void GivenFindings_WhenTheUnitReplies_ThenOnceAndInTime()
    {
        Spec.Given(Opened, Found).When(new ReplyToFindings("已补充考勤原件", "unit-1", Today)).Then(Replied);
        Spec.Given(Opened, Found).When(new ReplyToFindings("说明", "unit-1", Due)).Then(Replied with { Reply = "说明", RepliedOn = Due });
        Spec.Given(Opened, Found).When(new ReplyToFindings("说明", "unit-1", Due.AddDays(1))).ThenRejected("inspection.reply_late");
        Spec.Given(Opened, Found, Replied).When(new ReplyToFindings("说明", "unit-1", Today)).ThenRejected("inspection.already_replied");
    }

    [Fact]
    public void GivenFindings_WhenConcluded_ThenNotBeforeTheReplyOrItsDay()
    {
        Spec.Given(Opened, Found).When(Conclude).ThenRejected("inspection.reply_open");
        Spec.Given(Opened, Found).When(Conclude with { Today = Due }).ThenRejected("inspection.reply_open");
        Spec.Given(Opened, Found).When(Conclude with { Today = Due.AddDays(1) }).Then(Upheld with { ConcludedOn = Due.AddDays(1) });
        Spec.Given(Opened, Found, Replied).When(Conclude).Then(Upheld);
        Spec.Given(Opened, Found, Replied).When(Conclude with { Annulments = [] })
            .Then(Upheld with { Outcome = InspectionOutcome.Dismissed, Annulments = [] });
        Spec.Given(Opened, Found, Replied).When(Conclude with { Actor = "reviewer-1" }).ThenRejected("four_eyes.same_person");
    }

    [Fact]
    public void ADrawIsMadeOnceFromTheAnnouncedFiles()
    {
        var announced = new InspectionDrawAnnounced(TheDraw);
        var drawn = new InspectionSampleDrawn(TheDraw.DrawId, "0aff", 7, Sampling.Algorithm, [new(UnitId, PlacementId)], "reviewer-1", Today);
        DrawSpec.Given().When(new AnnounceDraw(TheDraw)).Then(announced);
        DrawSpec.Given().When(new AnnounceDraw(TheDraw with { Population = [] })).ThenRejected("inspection_draw.population_empty");
        DrawSpec.Given(announced).When(new AnnounceDraw(TheDraw)).ThenRejected("inspection_draw.already_announced");
        DrawSpec.Given(announced).When(new DrawSample([0x0a, 0xff], 7, "reviewer-1", Today)).Then(drawn);
        DrawSpec.Given(announced, drawn).When(new DrawSample([1], 8, "reviewer-1", Today)).ThenNothing();
        DrawSpec.Given().When(new DrawSample([1], 8, "reviewer-1", Today)).ThenRejected("inspection_draw.not_announced");
    }

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBe<Inspection, InspectionState, InspectionCommand, InspectionEvent>(
        [new OpenInspection(TheInspection, Today), Find, new ReplyToFindings("说明", "unit-1", Today), Conclude],
        new Dictionary<string, IReadOnlyList<InspectionEvent>>
        {
            ["nothing"] = [],
            ["open"] = [Opened],
            ["found"] = [Opened, Found],
            ["replied"] = [Opened, Found, Replied],
            ["concluded"] = [Opened, Found, Replied, Upheld],
        },
        """
        nothing + OpenInspection = InspectionOpened
        nothing + RecordFindings = inspection.not_opened
        nothing + ReplyToFindings = inspection.not_opened
        nothing + ConcludeInspection = inspection.not_opened
        open + OpenInspection = -
        open + RecordFindings = FindingsRecorded
        open + ReplyToFindings = inspection.no_findings
        open + ConcludeInspection = inspection.no_findings
        found + OpenInspection = -
        found + RecordFindings = inspection.already_found
        found + ReplyToFindings = FindingsReplied
        found + ConcludeInspection = inspection.reply_open
        replied + OpenInspection = -
        replied + RecordFindings = inspection.already_found
        replied + ReplyToFindings = inspection.already_replied
        replied + ConcludeInspection = InspectionConcluded
        concluded + OpenInspection = -
        concluded + RecordFindings = inspection.concluded
        concluded + ReplyToFindings = inspection.concluded
        concluded + ConcludeInspection = inspection.concluded
        """);
}
