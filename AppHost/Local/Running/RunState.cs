using System.Text.Json;
using Aspire.Hosting;
using YouthPlatform.LocalServers;

namespace YouthPlatform.AppHost.Local.Running;

/// <summary>The claim of one running application on its data directory, and what others need to find it.</summary>
internal sealed class RunState : IDisposable
{
    private readonly FileStream _claim;
    private readonly string _pidFile;
    private readonly string _stateFile;

    private RunState(FileStream claim, RunSettings settings)
    {
        _claim = claim;
        _pidFile = Path.Combine(settings.StateDirectory, "apphost.pid");
        _stateFile = StateFile(settings);
    }

    /// <summary>Claims the data directory.</summary>
    /// <exception cref="DistributedApplicationException">Another application runs on it.</exception>
    public static RunState Claim(RunSettings settings)
    {
        Directory.CreateDirectory(settings.StateDirectory);
        try
        {
            var claim = new FileStream(
                Path.Combine(settings.StateDirectory, "apphost.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new(claim, settings);
        }
        catch (IOException)
        {
            var file = StateFile(settings);
            var known = File.Exists(file) ? $" {File.ReadAllText(file).ReplaceLineEndings(" ")}" : "";
            throw new DistributedApplicationException($"The platform is already running on {settings.DataDirectory}.{known}");
        }
    }

    /// <summary>Says who runs, and where.</summary>
    public void Publish(Uri console, IReadOnlyDictionary<string, string> endpoints)
    {
        var self = ProcessIdentity.Of(Environment.ProcessId)!;
        self.Write(_pidFile);
        var content = JsonSerializer.Serialize(
            new { pid = self.Pid, console = console.AbsoluteUri, consolePort = console.Port, endpoints }, JsonSerializerOptions.Web);
        var fresh = _stateFile + ".new";
        File.WriteAllText(fresh, content + "\n");
        File.Move(fresh, _stateFile, overwrite: true);
    }

    public void Dispose()
    {
        File.Delete(_stateFile);
        File.Delete(_pidFile);
        _claim.Dispose();
    }

    private static string StateFile(RunSettings settings) => Path.Combine(settings.StateDirectory, "apphost.json");
}
