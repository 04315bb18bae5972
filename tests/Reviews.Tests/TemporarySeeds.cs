using YouthPlatform.Testing;

namespace YouthPlatform.Reviews.Tests;

/// <summary>A copy of the policy files that a test may change.</summary>
internal sealed class TemporarySeeds : IDisposable
{
    public TemporarySeeds()
    {
        foreach (var folder in (string[])["policies", "regions", "calendars", "forms"])
        {
            var target = Directory.CreateDirectory(System.IO.Path.Combine(Path, folder)).FullName;
            foreach (var file in Directory.EnumerateFiles(Repository.PathOf("seeds", folder)))
            {
                File.Copy(file, System.IO.Path.Combine(target, System.IO.Path.GetFileName(file)));
            }
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("seeds-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
