using System.Diagnostics;
using Shouldly;
using Xunit;

namespace YouthPlatform.Testing;

/// <summary>A program for Node.js, <c>clients.mjs</c>, with the packages of its <c>package-lock.json</c>, in a directory of its own.</summary>
public sealed class NodeClients : IDisposable
{
    private static readonly string[] Files = ["package.json", "package-lock.json", "clients.mjs"];

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("clients");

    private NodeClients()
    {
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Copies the program from a directory of the repository and installs what it needs.</summary>
    public static async Task<NodeClients> InstallAsync(string directory)
    {
        var clients = new NodeClients();
        foreach (var file in Files)
        {
            File.Copy(Path.Combine(Repository.Root, directory, file), Path.Combine(clients._directory.FullName, file));
        }

        await clients.RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], token: null);
        return clients;
    }

    /// <summary>Runs the program, which is to end well.</summary>
    /// <param name="token">The access token that it finds in <c>YOUTH_TOKEN</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it wrote, and what it complained of.</returns>
    public Task<(string Said, string Complained)> RunAsync(string token, params IReadOnlyList<string> arguments) => RunAsync("node", ["clients.mjs", .. arguments], token);

    /// <inheritdoc />
    public void Dispose() => _directory.Delete(recursive: true);

    private async Task<(string Said, string Complained)> RunAsync(string program, IEnumerable<string> arguments, string? token)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _directory.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["YOUTH_TOKEN"] = token },
        };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync(Cancelled);
        var complained = await process.StandardError.ReadToEndAsync(Cancelled);
        await process.WaitForExitAsync(Cancelled);
        process.ExitCode.ShouldBe(0, complained + await said);
        return (await said, complained);
    }
}
