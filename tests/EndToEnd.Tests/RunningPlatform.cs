using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json.Nodes;
using YouthPlatform.EndToEnd.Tests.Privacy;
using YouthPlatform.LocalServers;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.EndToEnd.Tests;

/// <summary>The whole platform as AppHost starts it, with servers, data and ports of its own.</summary>
public sealed class RunningPlatform : IAsyncLifetime
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(3);

    private readonly string _data = Directory.CreateTempSubdirectory("youth-e2e-").FullName;
    private readonly List<string> _output = [];
    private readonly Lock _telemetry = new();
    private OtlpCollector? _collector;
    private Process? _host;

    /// <summary>All that the platform has written.</summary>
    internal EverythingKept Kept => new(_data);

    /// <summary>Client of the gateway.</summary>
    public HttpClient Gateway { get; private set; } = null!;

    private HttpClient Console { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var (port, consolePort) = (LoopbackPorts.FindFree(), LoopbackPorts.FindFree());
        Gateway = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(2) };
        Console = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{consolePort}") };
        Directory.CreateDirectory(Path.Combine(_data, EverythingKept.Telemetry));
        _collector = await OtlpCollector.StartAsync(KeepAsync, TestContext.Current.CancellationToken);
        _host = Start(port, consolePort, _collector.Settings);
        await Eventually.BecomesAsync(IsHealthyAsync, StartPatience, "the platform to be healthy");
    }

    /// <summary>Kills a service as the kernel would, and waits until it has been started again.</summary>
    public async Task KillAsync(string resource)
    {
        var before = await PidAsync(resource);
        using (var process = Process.GetProcessById(before))
        {
            process.Kill(entireProcessTree: true);
        }

        await Eventually.BecomesAsync(
            async () => await PidAsync(resource) is var pid && pid != 0 && pid != before, TimeSpan.FromMinutes(1), $"{resource} to be started again");
    }

    /// <summary>Reads as an official.</summary>
    public async Task<JsonNode> GetAsync(string path, string role, string region)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(role, region));
        using var response = await Gateway.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue($"{path}: {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>An official's token.</summary>
    public async Task<string> TokenAsync(string role, string region)
    {
        using var issued = await Gateway.PostAsJsonAsync("/dev/token", new { sub = $"test-{role}", roles = new[] { role }, regions = new[] { region } });
        return (string)(await issued.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!;
    }

    /// <summary>What AppHost itself has said.</summary>
    public string Output()
    {
        lock (_output)
        {
            return string.Join('\n', _output);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is { HasExited: false } host)
        {
            Signals.Send(host.Id, Signal.Terminate);
            await host.WaitForExitAsync();
        }

        _host?.Dispose();
        if (_collector is not null)
        {
            await _collector.DisposeAsync();
        }

        Gateway.Dispose();
        Console.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private Process Start(int port, int consolePort, IEnumerable<KeyValuePair<string, string>> telemetry)
    {
        var build = typeof(RunningPlatform).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
#if USE_MARTEN
        build = Path.Combine("marten", build);
#endif
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Repository.Root, "AppHost", "bin", build, "net10.0", "YouthPlatform.AppHost.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["YOUTH_DATA"] = _data,
                ["YOUTH_PORT"] = port.ToString(CultureInfo.InvariantCulture),
                ["YOUTH_CONSOLE_PORT"] = consolePort.ToString(CultureInfo.InvariantCulture),
            },
        };
        foreach (var (name, value) in telemetry)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start).ShouldNotBeNull();
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
        {
            _output.Add(line.Data ?? "");
        }
    }

    /// <summary>A file for each signal.</summary>
    private Task KeepAsync(string signal, byte[] body)
    {
        lock (_telemetry)
        {
            using var file = new FileStream(Path.Combine(_data, EverythingKept.Telemetry, Path.GetFileName(signal)), FileMode.Append);
            file.Write(body);
        }

        return Task.CompletedTask;
    }

    private async Task<bool> IsHealthyAsync()
    {
        if (_host!.HasExited)
        {
            throw new InvalidOperationException($"The platform ended at once:\n{Output()}");
        }

        try
        {
            return await Console.GetStringAsync("/health") == "healthy";
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task<int> PidAsync(string resource)
    {
        var all = await Console.GetFromJsonAsync<JsonObject>("/resources");
        return (int?)all!["resources"]!.AsArray().Single(item => (string)item!["name"]! == resource)!["pid"] ?? 0;
    }
}
