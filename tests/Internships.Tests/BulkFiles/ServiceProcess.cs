using System.Diagnostics;
using YouthPlatform.ServiceDefaults.Time;
using YouthPlatform.Testing;

namespace YouthPlatform.Internships.Tests.BulkFiles;

/// <summary>The service in an operating system process of its own, which a test may kill.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
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

    /// <param name="database">Connection string of the service's database.</param>
    /// <param name="clock">File of the simulated clock.</param>
    public static ServiceProcess Start(string database, string clock)
    {
        var program = System.IO.Path.ChangeExtension(typeof(Program).Assembly.Location, ".dll");
        var start = new ProcessStartInfo("dotnet", [program])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["ConnectionStrings__internships"] = database,
                ["ConnectionStrings__messaging"] = "amqp://guest:guest@127.0.0.1:1",
                ["Authentication__Authority"] = "http://127.0.0.1:1",
                ["Policies__Directory"] = Repository.PathOf("seeds"),
                ["Clock__File"] = clock,
            },
        };
        return new ServiceProcess(Process.Start(start)!);
    }

    /// <summary>A clock file that stands at nine in the morning of a China date.</summary>
    public static string ClockAt(DateOnly date)
    {
        var file = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"clock-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}.json");
        new SimulatedTimeProvider(file).Set(new DateTimeOffset(date.ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero));
        return file;
    }

    /// <summary>Ends the process as a power failure would (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

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
