using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using YouthPlatform.EventStore.Worker;

namespace YouthPlatform.EventStore.Tests.Postgres;

/// <summary>A writer in an operating system process of its own.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _reading;
    private readonly Task<string> _errors;
    private readonly TaskCompletionSource _someWritten = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal WorkerProcess(string connectionString, string name, int share)
    {
        var program = Path.ChangeExtension(Assembly.GetAssembly(typeof(TokenWritten))!.Location, ".dll");
        string[] arguments = [program, connectionString, name, share.ToString(CultureInfo.InvariantCulture)];
        _process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _errors = _process.StandardError.ReadToEndAsync();
        _reading = ReadAsync();
    }

    /// <summary>Positions of what was acknowledged, by token.</summary>
    internal Dictionary<string, long> Written { get; } = [];

    internal HashSet<string> Refused { get; } = [];

    internal Task SomeWritten => _someWritten.Task;

    /// <summary>Ends the process as a power failure would.</summary>
    internal void Kill() => _process.Kill();

    /// <summary>Waits for the end of the process and of its output.</summary>
    internal async Task<int> ExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        await _reading;
        var errors = await _errors;
        TestContext.Current.SendDiagnosticMessage(errors);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _reading;
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            if (words is ["written", var token, var position])
            {
                Written.Add(token, long.Parse(position, CultureInfo.InvariantCulture));
                if (Written.Count == 20)
                {
                    _someWritten.SetResult();
                }
            }
            else if (words is ["refused", var refused])
            {
                Refused.Add(refused);
            }
        }
    }
}
