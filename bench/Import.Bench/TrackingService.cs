using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using YouthPlatform.LocalServers;
using YouthPlatform.ServiceDefaults.Time;

namespace YouthPlatform.Import.Bench;

/// <summary>The service as it is deployed, in a process of its own. Without a broker, what is to be sent waits in the public log.</summary>
internal sealed class TrackingService : IAsyncDisposable
{
    /// <summary>The day of the handover (H32 §二(六)15): the packs hold for the year of the documents.</summary>
    private static readonly DateTimeOffset HandedOver = new(2023, 7, 31, 1, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ChildProcess _process;
    private readonly HttpClient _client;

    private TrackingService(ChildProcess process, string address)
    {
        _process = process;
        _client = new HttpClient { BaseAddress = new Uri(address), Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>The most memory that the process has had, in bytes.</summary>
    internal long PeakMemory => File.ReadLines($"/proc/{_process.Pid}/status")
        .Where(line => line.StartsWith("VmHWM", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024).Single();

    internal static async Task<TrackingService> StartAsync(PostgresServer postgres, Issuer issuer, string directory)
    {
        await postgres.EnsureDatabaseAsync("graduatetracking");
        var key = Path.Combine(directory, "master.key");
        if (!File.Exists(key))
        {
            await File.WriteAllTextAsync(key, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }

        var clock = Path.Combine(directory, "clock.json");
        new SimulatedTimeProvider(clock).Set(HandedOver);
        var address = $"http://127.0.0.1:{LoopbackPorts.FindFree()}";
        var process = await ChildProcess.StartAsync(
            new("dotnet", [Path.Combine(AppContext.BaseDirectory, "YouthPlatform.GraduateTracking.dll")], Path.Combine(directory, "service.log"))
            {
                WorkingDirectory = directory,
                Environment = new Dictionary<string, string>
                {
                    ["ASPNETCORE_URLS"] = address,
                    ["ASPNETCORE_ENVIRONMENT"] = "Development",
                    ["ConnectionStrings__graduatetracking"] = postgres.ConnectionString("graduatetracking"),
                    ["ConnectionStrings__messaging"] = "amqp://guest:guest@127.0.0.1:1",
                    ["Policies__Directory"] = RosterFile.Seeds,
                    ["Authentication__Authority"] = issuer.Address,
                    ["Vault__MasterKeyFile"] = key,
                    ["Keys__File"] = key,
                    ["Clock__File"] = clock,
                    ["Logging__LogLevel__Default"] = "Error",
                },
            });
        var service = new TrackingService(process, address);
        await service.WaitAsync();
        return service;
    }

    /// <summary>Sends the file and waits for the end of the import.</summary>
    internal async Task<string> ImportAsync(RosterFile roster, string token)
    {
        await using var content = File.OpenRead(roster.Path);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/roster-imports") { Content = new StreamContent(content) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("text/csv; charset=utf-8");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("Content-Digest", $"sha-256=:{Convert.ToBase64String(roster.Digest)}:");
        using var response = await _client.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? answer : throw new HttpRequestException($"{response.StatusCode}: {answer}");
    }

    /// <summary>Ends the process as a crash does.</summary>
    internal void Kill()
    {
        using var process = Process.GetProcessById(_process.Pid);
        process.Kill();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _process.StopAsync(TimeSpan.FromSeconds(30));
        _process.Dispose();
    }

    private async Task WaitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!_process.Exited.IsCompleted)
        {
            try
            {
                using var alive = await _client.GetAsync(new Uri("/alive", UriKind.Relative), patience.Token);
                if (alive.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(200, patience.Token);
        }

        throw new InvalidOperationException("The service ended; see service.log.");
    }
}
