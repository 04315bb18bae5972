using System.Diagnostics;
using Xunit;
using YouthPlatform.ServiceDefaults.Time;

namespace YouthPlatform.Testing.Hosting;

/// <summary>The service in an operating system process of its own, which a test may kill.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private ServiceProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts it.</summary>
    /// <typeparam name="TEntry">Any type of the service's assembly.</typeparam>
    /// <param name="service">The service.</param>
    /// <param name="database">Connection string of the service's database.</param>
    /// <param name="clock">File of the simulated clock.</param>
    /// <param name="settings">Further settings.</param>
    public static ServiceProcess Start<TEntry>(string service, string database, string clock, params IReadOnlyList<(string Key, string Value)> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var program = Path.ChangeExtension(typeof(TEntry).Assembly.Location, ".dll");
        var start = new ProcessStartInfo("dotnet", [program])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                [$"ConnectionStrings__{service}"] = database,
                ["ConnectionStrings__messaging"] = "amqp://guest:guest@127.0.0.1:1",
                ["Authentication__Authority"] = "http://127.0.0.1:1",
                ["Policies__Directory"] = Repository.PathOf("seeds"),
                ["Clock__File"] = clock,
            },
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return new ServiceProcess(Process.Start(start)!);
    }

    /// <summary>A clock file that stands at nine in the morning of a China date.</summary>
    public static string ClockAt(DateOnly date)
    {
        var file = Path.Combine(Path.GetTempPath(), $"clock-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}.json");
        new SimulatedTimeProvider(file).Set(new DateTimeOffset(date.ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero));
        return file;
    }

    /// <summary>Ends the process as a power failure would (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        TestContext.Current.SendDiagnosticMessage(await _output + await _errors);
        _process.Dispose();
    }
}
