using System.Text.Json.Nodes;

namespace YouthPlatform.Reporting.Tests.Hosting;

/// <summary>The seeds in a directory of their own, where a test may change a form.</summary>
internal sealed class SeedCopy : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("reporting-seeds-");

    public SeedCopy()
    {
        foreach (var part in (string[])["policies", "regions", "calendars", "forms", "indicators", "colleges"])
        {
            var directory = _directory.CreateSubdirectory(part);
            foreach (var file in Directory.GetFiles(System.IO.Path.Combine(Samples.Seeds, part)))
            {
                File.Copy(file, System.IO.Path.Combine(directory.FullName, System.IO.Path.GetFileName(file)));
            }
        }
    }

    public string Path => _directory.FullName;

    /// <summary>Changes the file of a form.</summary>
    public void ChangeForm(string file, Action<JsonNode> change)
    {
        var path = System.IO.Path.Combine(Path, "forms", file);
        var form = JsonNode.Parse(File.ReadAllText(path))!;
        change(form);
        File.WriteAllText(path, form.ToJsonString());
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
