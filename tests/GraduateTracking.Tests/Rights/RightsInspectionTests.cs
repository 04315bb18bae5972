using YouthPlatform.GraduateTracking.RightsInspections;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;
using static YouthPlatform.GraduateTracking.Tests.Examples.RightsExamples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.GraduateTracking.RightsInspections.RightsInspection,
    YouthPlatform.GraduateTracking.RightsInspections.RightsInspectionState,
    YouthPlatform.GraduateTracking.RightsInspections.RightsInspectionCommand,
    YouthPlatform.GraduateTracking.RightsInspections.RightsInspectionEvent>;

namespace YouthPlatform.GraduateTracking.Tests.Rights;

/// <summary>Objects and inspectors drawn at random, results published (双随机、一公开, H32 §二(十)23).</summary>
public sealed class RightsInspectionTests
{
    private static readonly RightsInspectionAnnounced Announced = new(Inspection);
    private static readonly DrawInspection Draw = new([1, 2, 3], 7, "reviewer-1", Day);
    private static readonly RightsInspectionDrawn Drawn = Spec.Given(Announced).When(Draw).Events.ShouldHaveSingleItem().ShouldBeOfType<RightsInspectionDrawn>();
    private static readonly RightsInspectionEvent[] Results = [.. Drawn.Sample.Select(item => new RightsInspectionResultRecorded(Inspection.InspectionId, Clean(item)))];
    private static readonly PublishInspection Publish = new("approver-1", Day);

    /// <summary>5 % of 40 are 2; 50 % of the one under closer watch is that one.</summary>
    [Fact]
    public void AShareOfTheObjectsIsDrawnAndMoreOfThoseUnderCloserWatch()
    {
        Drawn.Sample.Count.ShouldBe(3);
        Drawn.Sample.ShouldContain(item => item.CreditCode == CodeOf(1));
        Drawn.Sample.ShouldAllBe(item => item.Inspectors.Distinct().Count() == 2 && item.Inspectors.All(Inspection.Inspectors.Contains));
    }

    [Fact]
    public void TheSameSeedDrawsTheSameInWhateverOrderTheDirectoriesStand()
    {
        var turned = Inspection with { Objects = [.. Inspection.Objects.Reverse()], Inspectors = [.. Inspection.Inspectors.Reverse()] };
        Spec.Given(new RightsInspectionAnnounced(turned)).When(Draw).Then(Drawn);
        List<RightsInspectionDrawn> others =
            [.. Enumerable.Range(0, 40).SelectMany(seed => Spec.Given(Announced).When(Draw with { Seed = [(byte)seed] }).Events.OfType<RightsInspectionDrawn>())];
        others.Select(other => string.Join(' ', other.Sample.Select(item => item.CreditCode.Value))).Distinct().Count().ShouldBeGreaterThan(20);
        others.SelectMany(other => other.Sample).SelectMany(item => item.Inspectors).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void DirectoriesAreCompleteAndNobodyStandsInThemTwice()
    {
        Rejected(Inspection with { Objects = [] }).ShouldBe("rights_inspection.objects_invalid");
        Rejected(Inspection with { Objects = [Inspection.Objects[0], Inspection.Objects[0]] }).ShouldBe("rights_inspection.objects_invalid");
        Rejected(Inspection with { Inspectors = ["inspector-1"] }).ShouldBe("rights_inspection.inspectors_invalid");
        Rejected(Inspection with { Inspectors = ["inspector-1", "inspector-1"] }).ShouldBe("rights_inspection.inspectors_invalid");
    }

    [Fact]
    public void OnlyADrawnInspectorRecordsTheResultOfADrawnObject()
    {
        var item = Drawn.Sample[0];
        var stranger = Inspection.Inspectors.Except(item.Inspectors).First();
        Spec.Given(Announced, Drawn).When(new RecordInspectionResult(Clean(item))).Then(Results[0]);
        Spec.Given(Announced, Drawn, Results[0]).When(new RecordInspectionResult(Clean(item))).ThenNothing();
        Spec.Given(Announced, Drawn).When(new RecordInspectionResult(Clean(item) with { By = stranger })).ThenRejected("rights_inspection.not_drawn_inspector");
        Spec.Given(Announced, Drawn).When(new RecordInspectionResult(Clean(item) with { CreditCode = CodeOf(999) })).ThenRejected("rights_inspection.not_drawn_object");
        Spec.Given(Announced, Drawn).When(new RecordInspectionResult(Clean(item) with { IsClean = false })).ThenRejected("reason.missing");
        Spec.Given(Announced, Drawn).When(new RecordInspectionResult(Clean(item) with { CaseId = OtherId })).ThenRejected("rights_inspection.clean_with_findings");
        Spec.Given(Announced, Drawn, Results[0]).When(new RecordInspectionResult(Clean(item) with { IsClean = false, Findings = "欠薪" }))
            .ThenRejected("rights_inspection.already_recorded");
    }

    [Fact]
    public void ResultsArePublishedOnceAllAreThere()
    {
        Spec.Given([Announced, Drawn, .. Results[..^1]]).When(Publish).ThenRejected("rights_inspection.results_missing");
        var found = new RightsInspectionResultRecorded(Inspection.InspectionId, Clean(Drawn.Sample[^1]) with { IsClean = false, Findings = "欠薪" });
        Spec.Given([Announced, Drawn, .. Results[..^1], found]).When(Publish)
            .Then(new RightsInspectionPublished(Inspection.InspectionId, Furong, new(2023, 9), 3, 1, "approver-1", Day));
    }

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBe<RightsInspection, RightsInspectionState, RightsInspectionCommand, RightsInspectionEvent>(
        [new AnnounceInspection(Inspection), Draw, new RecordInspectionResult(Clean(Drawn.Sample[0])), Publish],
        new Dictionary<string, IReadOnlyList<RightsInspectionEvent>>
        {
            ["not announced"] = [],
            ["announced"] = [Announced],
            ["drawn"] = [Announced, Drawn],
            ["published"] = [Announced, Drawn, .. Results, new RightsInspectionPublished(Inspection.InspectionId, Furong, new(2023, 9), 3, 0, "approver-1", Day)],
        },
        """
        not announced + AnnounceInspection = RightsInspectionAnnounced
        not announced + DrawInspection = rights_inspection.not_announced
        not announced + RecordInspectionResult = rights_inspection.not_announced
        not announced + PublishInspection = rights_inspection.not_announced
        announced + AnnounceInspection = rights_inspection.already_announced
        announced + DrawInspection = RightsInspectionDrawn
        announced + RecordInspectionResult = rights_inspection.not_drawn
        announced + PublishInspection = rights_inspection.not_drawn
        drawn + AnnounceInspection = rights_inspection.already_announced
        drawn + DrawInspection = -
        drawn + RecordInspectionResult = RightsInspectionResultRecorded
        drawn + PublishInspection = rights_inspection.results_missing
        published + AnnounceInspection = rights_inspection.already_announced
        published + DrawInspection = -
        published + RecordInspectionResult = rights_inspection.published
        published + PublishInspection = -
        """);

    private static InspectionResult Clean(DrawnObject item) => new(item.CreditCode, true, null, null, item.Inspectors[0], Day);

    private static string Rejected(RightsInspectionFile file) => Spec.Given().When(new AnnounceInspection(file)).Violation.Code;
}
