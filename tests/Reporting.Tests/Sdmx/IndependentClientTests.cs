using System.Diagnostics;
using System.Text.Json.Nodes;
using YouthPlatform.LocalServers;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.Reporting.Tests.Sdmx;

/// <summary>A client of SDMX-REST and a reader of SDMX-JSON, neither of them written for the platform, ask for structures and figures and understand the answers.</summary>
public sealed class IndependentClientTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly string[] Files = ["package.json", "package-lock.json", "clients.mjs"];

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("sdmx-clients");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        foreach (var file in Files)
        {
            File.Copy(Path.Combine(Repository.Root, "tests/Reporting.Tests/Sdmx/Clients", file), Path.Combine(_directory.FullName, file));
        }

        await RunAsync(new("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]));
    }

    public ValueTask DisposeAsync()
    {
        _directory.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task TheyFindStructuresFiguresHistoryAndWhatIsAvailable()
    {
        var port = LoopbackPorts.FindFree();
        await using var sdmx = await SdmxUnderTest.StartAsync(postgres, port);

        var start = new ProcessStartInfo("node", ["clients.mjs", $"http://127.0.0.1:{port}/sdmx/v2"])
        {
            Environment = { ["YOUTH_TOKEN"] = TestIssuer.Token([Roles.Bureau], ["430000"]) },
        };
        var read = JsonNode.Parse(await RunAsync(start))!;

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

    /// <summary>Runs a program that is to end well.</summary>
    private async Task<string> RunAsync(ProcessStartInfo start)
    {
        start.WorkingDirectory = _directory.FullName;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync(Cancelled);
        var complained = await process.StandardError.ReadToEndAsync(Cancelled);
        await process.WaitForExitAsync(Cancelled);
        process.ExitCode.ShouldBe(0, complained);
        return await said;
    }
}
