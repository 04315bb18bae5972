using System.Net;
using System.Net.Sockets;

namespace YouthPlatform.AppHost.Tests.Youth;

public sealed class YouthTests : IDisposable
{
    private readonly YouthCommand _youth = new();

    private TemporaryDirectory Data => _youth.Data;

    public void Dispose() => _youth.Dispose();

    [Fact]
    public async Task AloneItPrintsItsHelp()
    {
        var (code, output, _) = await _youth.RunAsync();

        code.ShouldBe(0);
        foreach (var command in new[] { "up [--demo]", "down", "status", "audit", "test [filter]", "reset [--yes]" })
        {
            output.ShouldContain($"\n  {command}");
        }
    }

    [Fact]
    public async Task AnUnknownCommandIsRefusedWithTheHelp()
    {
        var (code, _, error) = await _youth.RunAsync("fly");

        code.ShouldBe(2);
        error.ShouldContain("There is no command fly.");
        error.ShouldContain("Usage:");
    }

    [Fact]
    public async Task StatusAndDownSayThatNothingRuns()
    {
        var status = await _youth.RunAsync("status");
        var down = await _youth.RunAsync("down");

        status.Code.ShouldBe(3);
        status.Output.ShouldContain("not running");
        down.Code.ShouldBe(0);
        down.Output.ShouldContain("not running");
    }

    [Fact]
    public async Task UpRefusesDataThatTheOtherStoreKeeps()
    {
        await File.WriteAllTextAsync(Path.Combine(Data.Root, "store"), "marten\n", TestContext.Current.CancellationToken);

        var (code, _, error) = await _youth.RunAsync("up", store: "npgsql");

        code.ShouldBe(1);
        error.ShouldContain("is kept by marten, not by npgsql");
        error.ShouldContain("./youth store copy npgsql");
    }

    [Fact]
    public async Task UpNamesWhoHoldsThePortAndTheVariableThatChoosesAnother()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var (code, _, error) = await _youth.RunAsync("up", port: port);

        code.ShouldBe(1);
        error.ShouldContain($"Port {port} (gateway) is in use by ");
        error.ShouldContain($"(pid {Environment.ProcessId})");
        error.ShouldContain("YOUTH_PORT=");
    }

    [Fact]
    public async Task ResetWithoutTerminalWantsToBeConfirmed()
    {
        Directory.CreateDirectory(Data.Sub("run"));

        var refused = await _youth.RunAsync("reset");
        var confirmed = await _youth.RunAsync("reset --yes");

        refused.Code.ShouldBe(1);
        refused.Error.ShouldContain("--yes");
        confirmed.Code.ShouldBe(0);
        Directory.Exists(Data.Root).ShouldBeFalse();
        Directory.CreateDirectory(Data.Root);
    }

    [Fact]
    public async Task ResetLeavesADirectoryThatIsNotItsOwnAlone()
    {
        await File.WriteAllTextAsync(Data.Sub("precious"), "", TestContext.Current.CancellationToken);

        var (code, _, error) = await _youth.RunAsync("reset --yes");

        code.ShouldBe(1);
        error.ShouldContain("nothing was changed");
        File.Exists(Data.Sub("precious")).ShouldBeTrue();
    }
}
