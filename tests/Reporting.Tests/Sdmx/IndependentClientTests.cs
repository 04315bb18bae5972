using System.Text.Json.Nodes;
using YouthPlatform.LocalServers;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.Reporting.Tests.Sdmx;

/// <summary>A client of SDMX-REST and a reader of SDMX-JSON, neither of them written for the platform, ask for structures and figures and understand the answers.</summary>
public sealed class IndependentClientTests(PostgresFixture postgres)
{
    [Fact]
    public async Task TheyFindStructuresFiguresHistoryAndWhatIsAvailable()
    {
        var port = LoopbackPorts.FindFree();
        await using var sdmx = await SdmxUnderTest.StartAsync(postgres, port);

        using var clients = await NodeClients.InstallAsync("tests/Reporting.Tests/Sdmx/Clients");
        var (said, _) = await clients.RunAsync(TestIssuer.Token([Roles.Bureau], ["430000"]), $"http://127.0.0.1:{port}/sdmx/v2");
        var read = JsonNode.Parse(said)!;

        var structures = read["structures"]!.AsObject().ToDictionary(kind => kind.Key, kind => (int)kind.Value!);
        structures.ShouldBe(
            new Dictionary<string, int> { ["dataflows"] = 1, ["dataStructures"] = 1, ["agencySchemes"] = 1, ["conceptSchemes"] = 1, ["codelists"] = 5 },
            ignoreOrder: true);
        Texts(read["codes"]!).ShouldBe(["C05"]);
        Texts(read["dimensions"]!).ShouldBe(["FREQ", "REF_AREA", "INDICATOR", "TIME_PERIOD"]);
        read["figures"]!.AsArray().Select(figure => $"{figure!["REF_AREA"]} {figure["TIME_PERIOD"]} {figure["value"]} {figure["OBS_STATUS"]}").ShouldBe(
            ["长沙市 2023-10 1 暂定值", "长沙市 2023-11 2 暂定值", "株洲市 2023-10 1 暂定值"], ignoreOrder: true);
        ((int)read["history"]!).ShouldBe(2);
        read["available"]!["keyValues"]![0]!["values"]!.AsArray().Select(area => (string)area!["value"]!).ShouldBe(["430100", "430200"], ignoreOrder: true);
    }

    private static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(item => (string)item!);
}
