using System.Diagnostics;

namespace YouthPlatform.EventStore.Bench;

/// <summary>What a figure must carry: machine, load, commit, command.</summary>
internal static class Where
{
    internal static async Task PrintAsync(string[] args)
    {
        var command = args is ["--directory", _, .. var rest] ? rest : args;
        var processor = (await File.ReadAllLinesAsync("/proc/cpuinfo"))
            .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor";
        var load = (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[..3];
        await Console.Out.WriteLineAsync($"machine  {processor}, {Environment.ProcessorCount} cores, client and server together");
        await Console.Out.WriteLineAsync($"load     {string.Join(' ', load)} at the end");
        await Console.Out.WriteLineAsync($"commit   {await GitAsync("describe", "--always", "--dirty", "--abbrev=10")}");
        await Console.Out.WriteLineAsync($"command  ./youth bench {string.Join(' ', command)}".TrimEnd());
    }

    private static async Task<string> GitAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        });
        var output = await process!.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output.Trim() : "unknown";
    }
}
