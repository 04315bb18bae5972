namespace YouthPlatform.Policy.Tests;

/// <summary>A folder of a test's own, gone when the test ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("policy-tests-");

    public string Path => _directory.FullName;

    public void Write(string name, string text)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public void CopySchema() => File.Copy(
        System.IO.Path.Combine(Files.Seeds, "policies", "policy-pack.schema.json"), System.IO.Path.Combine(Path, "policy-pack.schema.json"));

    public void Dispose() => _directory.Delete(recursive: true);
}
