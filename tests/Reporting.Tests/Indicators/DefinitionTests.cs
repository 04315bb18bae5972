using YouthPlatform.Policy;
using YouthPlatform.Reporting.Facts;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.Reporting.Indicators;
using YouthPlatform.Reporting.Targets;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.ServiceDefaults.Policies;

namespace YouthPlatform.Reporting.Tests.Indicators;

public sealed class DefinitionTests
{
    private static readonly Definitions Definitions = Definitions.Load(Samples.Seeds);

    private static readonly Indicator Interns = new(
        "x",
        ["youthplatform.internships.internship_started.v1"],
        "startsOn",
        [],
        new FormMeasure(FormMeasureKind.Distinct, "personId"),
        [RegionLevel.Prefecture],
        new DateOnly(2023, 1, 1),
        null);

    [Fact]
    public void EveryColumnOfTheFormHasAFigureThatSaysWhatItCounts()
    {
        var form = Definitions.Policy.Forms["h32_progress"];

        form.Columns.Select(column => column.Number).ShouldBe(Enumerable.Range(1, 30));
        form.Columns.ShouldAllBe(column => column.Definition.Length > 5);
        Definitions.Engine.Indicators.Select(indicator => indicator.Id)
            .ShouldBeSubsetOf(
                [.. Definitions.Policy.Forms.Values.SelectMany(FormFigures.IndicatorsOf).Select(i => i.Id), .. Definitions.Targets.Indicators.Select(i => i.Id)]);
        form.Columns.Where(column => column.ClosesOn is not null).Select(column => column.Number).ShouldBe([18, 19, 20, 21, 22]);
    }

    /// <summary>H9 §四: what the document counts, month by month; whatever it counts is listened to.</summary>
    [Fact]
    public void TheSummaryOfInternshipsCountsWhatIsPublished()
    {
        var form = Definitions.Policy.Forms["h9_summary"];

        form.Clause.ShouldBe("H9 §四");
        form.Columns.SelectMany(column => column.EventTypes).ShouldBeSubsetOf(FactTypes.All.Select(type => type.Name));
        FormFigures.IndicatorsOf(form).Select(indicator => indicator.Id).ShouldBeSubsetOf(Definitions.Engine.Indicators.Select(indicator => indicator.Id));
    }

    [Fact]
    public void EveryContractOfTheOtherServicesIsListenedTo()
    {
        Type[] publishers =
        [
            typeof(Contracts.Internships.SubsidyPaid),
            typeof(Contracts.GraduateTracking.LedgerEntryOpened),
            typeof(Contracts.Entrepreneurship.ProjectGranted),
        ];
        var published = new EventStore.PublicLog.PublicEventTypes(publishers.Select(type => type.Assembly)).All.Keys;

        FactTypes.All.Select(type => type.Name).ShouldBe(published, ignoreOrder: true);
    }

    [Fact]
    public void EveryTargetOfThePacksIsMeasured()
    {
        var measured = Definitions.Targets.Targets.Select(target => (target.Key, target.Region.Code, target.Goal, target.Version)).ToList();

        measured.ShouldContain(target => target.Key == "golden_bridge.priority_sector_share" && target.Version.Clause == "G3 §三(三)3");
        measured.Where(target => target.Key != "golden_bridge.priority_sector_share").ShouldBe(
            Definitions.Policy.Book.Targets.Select(target => (target.Indicator, target.Version.Jurisdiction, target.Goal, target.Version)),
            ignoreOrder: true);
        Definitions.Targets.Targets.Single(target => target.Key == "golden_bridge.priority_sector_share")
            .Count.Filters.Single(filter => filter.Field == "sector").In.ShouldBe(["hard_tech", "rural_revitalisation"]);
    }

    [Fact]
    public void AFieldThatTheContractLacksIsRefusedAtStart() =>
        Refused(Interns with { DateField = "startedOn" }).ShouldContain("has no field startedOn");

    [Fact]
    public void AFilterFieldThatTheContractLacksIsRefusedAtStart() =>
        Refused(Interns with { Filters = [new FormFilter("sector", ["a"])] }).ShouldContain("has no field sector");

    [Fact]
    public void ASumWithoutAFieldIsRefused() =>
        Refused(Interns with { Measure = new FormMeasure(FormMeasureKind.Sum) }).ShouldContain("needs a field");

    [Fact]
    public void CountingAmongNothingIsRefused() => Refused(Interns with { Among = "y" }).ShouldContain("there is no y");

    [Fact]
    public void AnIdCannotOccurTwice() =>
        Should.Throw<DefinitionException>(() => new IndicatorEngine([Interns, Interns])).Message.ShouldContain("occurs twice");

    [Fact]
    public void AnUnknownPropertyOfADefinitionIsRefused() =>
        Should.Throw<DefinitionException>(() => DefinitionFiles.Read<TargetDefinitions>("t", """{"counts":[],"shares":[],"sums":[]}"""))
            .Message.ShouldContain("sums");

    private static string Refused(Indicator indicator) =>
        Should.Throw<DefinitionException>(() => new IndicatorEngine([indicator])).Message;
}
