using System.Security.Cryptography;
using YouthPlatform.Policy;
using YouthPlatform.Simulation.Roster;

namespace YouthPlatform.Import.Bench;

/// <summary>A generated roster on disk.</summary>
internal sealed record RosterFile(string Path, long Rows, long Bytes, byte[] Digest)
{
    internal static RosterFile Create(string path, int people)
    {
        using (var writer = new StreamWriter(path))
        {
            RosterGenerator.Write(writer, new RosterGenerator(Regions.Load(System.IO.Path.Combine(Seeds, "regions")), 7).Generate(people));
        }

        var (duplicates, bad) = RosterGenerator.ExtraRowsOf(people);
        using var content = File.OpenRead(path);
        return new(path, people + duplicates + bad, content.Length, SHA256.HashData(content));
    }

    /// <summary>The directory of policy data in the repository.</summary>
    internal static string Seeds { get; } = FindSeeds();

    private static string FindSeeds()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(at.FullName, "YouthPlatform.sln")))
            {
                return System.IO.Path.Combine(at.FullName, "seeds");
            }
        }

        throw new DirectoryNotFoundException("The benchmark runs within the repository.");
    }
}
