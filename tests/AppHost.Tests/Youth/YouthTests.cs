using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using YouthPlatform.Testing;

namespace YouthPlatform.AppHost.Tests.Youth;

public sealed class YouthTests : IDisposable
{
    private readonly TemporaryDirectory _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task AloneItPrintsItsHelp()
    {
        var (code, output, _) = await RunAsync();

        code.ShouldBe(0);
        foreach (var command in new[] { "up [--demo]", "down", "status", "test [filter]", "reset [--yes]" })
        {
            output.ShouldContain($"\n  {command}");
        }
    }

    [Fact]
    public async Task AnUnknownCommandIsRefusedWithTheHelp()
    {
        var (code, _, error) = await RunAsync("fly");

        code.ShouldBe(2);
        error.ShouldContain("There is no command fly.");
        error.ShouldContain("Usage:");
    }

    [Fact]
    public async Task StatusAndDownSayThatNothingRuns()
    {
        var status = await RunAsync("status");
        var down = await RunAsync("down");

        status.Code.ShouldBe(3);
        status.Output.ShouldContain("not running");
        down.Code.ShouldBe(0);
        down.Output.ShouldContain("not running");
    }

    [Fact]
    public async Task UpNamesWhoHoldsThePortAndTheVariableThatChoosesAnother()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var (code, _, error) = await RunAsync("up", port: port);

        code.ShouldBe(1);
        error.ShouldContain($"Port {port} (gateway) is in use by ");
        error.ShouldContain($"(pid {Environment.ProcessId})");
        error.ShouldContain("YOUTH_PORT=");
    }

    [Fact]
    public async Task ResetWithoutTerminalWantsToBeConfirmed()
    {
        Directory.CreateDirectory(_data.Sub("run"));

        var refused = await RunAsync("reset");
        var confirmed = await RunAsync("reset --yes");

        refused.Code.ShouldBe(1);
        refused.Error.ShouldContain("--yes");
        confirmed.Code.ShouldBe(0);
        Directory.Exists(_data.Root).ShouldBeFalse();
        Directory.CreateDirectory(_data.Root);
    }

    [Fact]
    public async Task ResetLeavesADirectoryThatIsNotItsOwnAlone()
    {
        await File.WriteAllTextAsync(_data.Sub("precious"), "", TestContext.Current.CancellationToken);

        var (code, _, error) = await RunAsync("reset --yes");

        code.ShouldBe(1);
        error.ShouldContain("nothing was changed");
        File.Exists(_data.Sub("precious")).ShouldBeTrue();
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(string arguments = "", int? port = null)
    {
        var start = new ProcessStartInfo(Repository.PathOf("youth"), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["YOUTH_DATA"] = _data.Root;
        if (port is not null)
        {
            start.Environment["YOUTH_PORT"] = port.Value.ToString(CultureInfo.InvariantCulture);
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
