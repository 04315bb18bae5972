using System.Diagnostics;
using YouthPlatform.EventStore.Copy;

namespace YouthPlatform.EventStore.Tests.Marten;

/// <summary>The tool that moves databases between stores, in a process of its own.</summary>
internal static class CopyProcess
{
    /// <summary>Runs it to its end, or kills it as a power failure would as soon as it says something.</summary>
    /// <returns>Its exit code; what it said.</returns>
    internal static async Task<(int Code, string Said)> RunAsync(string store, string connectionString, string? killAt = null)
    {
        var program = Path.ChangeExtension(typeof(StoreCopy).Assembly.Location, ".dll");
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [program, store, connectionString]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        List<string> said = [];
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            said.Add(line);
            if (killAt is not null && line.Contains(killAt, StringComparison.Ordinal))
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, string.Join('\n', said) + await errors);
    }
}
