using System.Net;
using System.Text.Json.Nodes;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Sdmx;
using YouthPlatform.Reporting.Sdmx.Structures;
using YouthPlatform.Reporting.Tests.Exports;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;

namespace YouthPlatform.Reporting.Tests.Sdmx;

/// <summary>Structure queries of SDMX-REST 2.</summary>
public sealed class SdmxStructureTests(PostgresFixture postgres)
{
    private static readonly StructureBook Book = new(ExportedForms.Policy);
    private static readonly FormDefinition[] FormsOfRegions = [.. ExportedForms.Policy.Forms.Values.Where(form => !form.IsOfColleges)];

    [Fact]
    public void EveryFormOfRegionsIsADataflowWithAStructureOfItsOwn()
    {
        foreach (var form in FormsOfRegions)
        {
            var id = form.Id.ToUpperInvariant();
            var found = Ask("dataflow", id, references: "descendants");
            ((string)found["dataflows"]!.AsArray().Single()!["structure"]!).ShouldBe(
                $"urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=YOUTHPLATFORM:DSD_{id}(1.0.0)");
            found["dataStructures"]!.AsArray().Count.ShouldBe(1);
            found["codelists"]!.AsArray().Single(list => (string)list!["id"]! == $"CL_{id}")!["codes"]!.AsArray().Count.ShouldBe(form.Columns.Count);
        }
    }

    [Fact]
    public void EveryReferenceOfAStructureLeadsToSomethingInTheAnswer()
    {
        var all = Ask("*", "*");
        var items = all.SelectMany(list => list.Value!.AsArray()).SelectMany(artefact => Items(artefact!).Prepend(UrnOf(artefact!))).ToHashSet();

        var references = UrnsIn(all).Where(urn => !urn.StartsWith("urn:sdmx:org.sdmx.infomodel.base.", StringComparison.Ordinal)).ToList();

        references.Count.ShouldBeGreaterThan(20 * FormsOfRegions.Length);
        references.ShouldBeSubsetOf(items);
    }

    [Theory]
    [InlineData("none", "dataflows")]
    [InlineData("children", "agencySchemes,dataStructures,dataflows")]
    [InlineData("descendants", "agencySchemes,codelists,conceptSchemes,dataStructures,dataflows")]
    [InlineData("parents", "dataConstraints,dataflows,provisionAgreements")]
    [InlineData("all", "agencySchemes,codelists,conceptSchemes,dataConstraints,dataProviderSchemes,dataStructures,dataflows,provisionAgreements")]
    [InlineData("codelist", "codelists,dataflows")]
    public void ReferencesAreFollowedAsFarAsAsked(string references, string members) =>
        Ask("dataflow", "H32_PROGRESS", references: references).Select(list => list.Key).Order(StringComparer.Ordinal).ShouldBe(members.Split(','));

    [Fact]
    public void EveryUnitIsADataProviderThatAgreesToItsForms()
    {
        var agreement = Ask("provisionagreement", "PA_H32_PROGRESS_430100", references: "children");
        ((string)agreement["provisionAgreements"]![0]!["dataflow"]!).ShouldBe("urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=YOUTHPLATFORM:H32_PROGRESS(1.0.0)");
        var provider = (string)agreement["provisionAgreements"]![0]!["dataProvider"]!;
        provider.ShouldBe("urn:sdmx:org.sdmx.infomodel.base.DataProvider=YOUTHPLATFORM:DATA_PROVIDERS(1.0).430100");
        var scheme = agreement["dataProviderSchemes"]!.AsArray().Single()!;
        UrnOf(scheme).ShouldBe("urn:sdmx:org.sdmx.infomodel.base.DataProviderScheme=YOUTHPLATFORM:DATA_PROVIDERS(1.0)");
        scheme["dataProviders"]!.AsArray().Select(unit => (string)unit!["id"]!).ShouldContain("430100");
        Ask("provisionagreement", "*")["provisionAgreements"]!.AsArray().Count.ShouldBe(Book.Forms.Sum(form => form.Units.Count));
    }

    [Fact]
    public void StubsHaveNoContentAndPartialListsTheCodesThatAreUsed()
    {
        var stub = Ask("codelist", "CL_AREA", detail: "allstubs")["codelists"]![0]!;
        var partial = Ask("dataflow", "H32_PROGRESS", detail: "referencepartial", references: "descendants");
        var items = Ask("codelist", "CL_AREA", items: "430100,430200")["codelists"]![0]!;

        (stub["codes"], (bool)stub["isExternalReference"]!).ShouldBe((null, true));
        var areas = partial["codelists"]!.AsArray().Single(list => (string)list!["id"]! == "CL_AREA")!;
        ((bool)areas["isPartial"]!, areas["codes"]!.AsArray().Count).ShouldBe((true, 15));
        items["codes"]!.AsArray().Select(code => (string)code!["name"]!).ShouldBe(["长沙市", "株洲市"]);
    }

    [Theory]
    [InlineData("1.0.0", true)]
    [InlineData("*", true)]
    [InlineData("+", true)]
    [InlineData("~", true)]
    [InlineData("1+.0.0", true)]
    [InlineData("1.0+.0", true)]
    [InlineData("1.+.0", true)]
    [InlineData("0.9.0+", false)]
    [InlineData("0+.9.0", true)]
    [InlineData("2+.0.0", false)]
    [InlineData("1.0.1+", false)]
    [InlineData("1.1.0,1.0.0", true)]
    [InlineData("1.0", false)]
    public void AVersionFitsOrNot(string query, bool fits) => VersionQuery.Matches(query, "1.0.0").ShouldBe(fits);

    [Theory]
    [InlineData("nothing", "*", "*", "full", "none")]
    [InlineData("codelist", "*", "1.x", "full", "none")]
    [InlineData("codelist", "*", "~.0.*", "full", "none")]
    [InlineData("codelist", "*", "*", "much", "none")]
    [InlineData("codelist", "*", "*", "full", "friends")]
    public void AQuestionThatIsNoneIsRefused(string type, string id, string version, string detail, string references) =>
        Should.Throw<SdmxException>(() => new StructureQuery(type, "*", id, version, "*", detail, references).Answer(Book)).Status.ShouldBe(400);

    [Fact]
    public async Task StructuresAreAnsweredOverHttp()
    {
        await using var app = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        var bureau = app.Client("430000", Roles.Bureau).Http;

        using var flows = await GetAsync(bureau, "dataflow");
        using var hierarchies = await GetAsync(bureau, "hierarchy/*/*/*");
        using var nobody = await GetAsync(app.CreateClient(), "dataflow");

        flows.Content.Headers.ContentType!.ToString().ShouldBe("application/vnd.sdmx.structure+json; version=2.0.0");
        var message = JsonNode.Parse(await flows.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        message["data"]!["dataflows"]!.AsArray().Count.ShouldBe(FormsOfRegions.Length);
        (hierarchies.StatusCode, nobody.StatusCode).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.Unauthorized));
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string path) =>
        client.GetAsync(new Uri($"/sdmx/v2/structure/{path}", UriKind.Relative), TestContext.Current.CancellationToken);

    private static JsonObject Ask(string type, string id, string detail = "full", string references = "none", string items = "*") =>
        new StructureQuery(type, "*", id, "~", items, detail, references).Answer(Book).ShouldNotBeNull();

    private static string UrnOf(JsonNode artefact) => (string)artefact["links"]![0]!["urn"]!;

    private static IEnumerable<string> Items(JsonNode artefact) => artefact["concepts"] is JsonArray concepts
        ? concepts.Select(concept => $"{UrnOf(artefact).Replace("ConceptScheme=", "Concept=", StringComparison.Ordinal)}.{concept!["id"]}")
        : [];

    private static IEnumerable<string> UrnsIn(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(member => UrnsIn(member.Value)),
        JsonArray array => array.SelectMany(UrnsIn),
        JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith("urn:sdmx:", StringComparison.Ordinal) => [text],
        _ => [],
    };
}
