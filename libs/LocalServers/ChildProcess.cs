using System.Collections.Concurrent;
using System.Diagnostics;

namespace YouthPlatform.LocalServers;

/// <summary>What to start, and how.</summary>
/// <param name="FileName">Program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="LogFile">File to which both outputs are appended.</param>
public sealed record ChildProcessOptions(string FileName, IReadOnlyList<string> Arguments, string LogFile)
{
    /// <summary>Variables set over the inherited ones.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether our own environment is passed on.</summary>
    public bool InheritEnvironment { get; init; } = true;

    /// <summary>Working directory; ours when null.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Options of setpriv beside the death signal, such as another user.</summary>
    public IReadOnlyList<string> Privileges { get; init; } = [];

    /// <summary>The signal that asks the process to stop, sent by <see cref="ChildProcess.StopAsync"/> and by the kernel when we die.</summary>
    public Signal StopSignal { get; init; } = Signal.Terminate;
}

/// <summary>
/// A process that dies with us: the kernel signals it when we end in whatever way. It has a session of its own, so Ctrl-C
/// in a terminal reaches us alone, and its id is that of the program itself.
/// </summary>
public sealed class ChildProcess : IDisposable
{
    // The death signal is tied to the thread that forked. A thread of the pool may end while we live; this one does not.
    private static readonly BlockingCollection<Action> Launches = StartLauncher();

    private readonly Process _process;
    private readonly Signal _stopSignal;

    private ChildProcess(Process process, Signal stopSignal)
    {
        _process = process;
        _stopSignal = stopSignal;
        Identity = ProcessIdentity.Of(process.Id);
        Exited = process.WaitForExitAsync();
    }

    /// <summary>Process id.</summary>
    public int Pid => _process.Id;

    /// <summary>The process, told from any later one; null when it ended at once.</summary>
    public ProcessIdentity? Identity { get; }

    /// <summary>Completes when the process has ended.</summary>
    public Task Exited { get; }

    /// <summary>Exit code; valid once <see cref="Exited"/> is complete.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Starts a process.</summary>
    public static async Task<ChildProcess> StartAsync(ChildProcessOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.LogFile))!);
        var start = Describe(options);
        var started = new TaskCompletionSource<ChildProcess>(TaskCreationOptions.RunContinuationsAsynchronously);
        Launches.Add(() =>
        {
            try
            {
                var process = Process.Start(start) ?? throw new InvalidOperationException("No process.");
                process.StandardInput.Close();
                started.SetResult(new(process, options.StopSignal));
            }
#pragma warning disable CA1031 // The launcher serves everyone: whatever happens belongs to the caller.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                started.SetException(exception);
            }
        });
        return await started.Task;
    }

    /// <summary>Asks the process to stop, kills it after the given time, and returns when it has ended.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        if (Identity is not null)
        {
            await Identity.EndAsync(_stopSignal, patience);
        }

        await Exited;
    }

    /// <inheritdoc />
    public void Dispose() => _process.Dispose();

    private static ProcessStartInfo Describe(ChildProcessOptions options)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true,
            WorkingDirectory = options.WorkingDirectory ?? "",
        };
        if (!options.InheritEnvironment)
        {
            start.Environment.Clear();
        }

        foreach (var (name, value) in options.Environment)
        {
            start.Environment[name] = value;
        }

        string[] command =
        [
            "-c", "exec >>\"$0\" 2>&1; exec \"$@\"", Path.GetFullPath(options.LogFile),
            "setpriv", "--pdeathsig", options.StopSignal == Signal.Interrupt ? "INT" : "TERM", .. options.Privileges,
            "setsid", options.FileName, .. options.Arguments,
        ];
        foreach (var argument in command)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private static BlockingCollection<Action> StartLauncher()
    {
        var launches = new BlockingCollection<Action>();
        var thread = new Thread(() =>
        {
            foreach (var launch in launches.GetConsumingEnumerable())
            {
                launch();
            }
        })
        {
            IsBackground = true,
            Name = "Child process launcher",
        };
        thread.Start();
        return launches;
    }
}
