using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using YouthPlatform.EventStore;

namespace YouthPlatform.Testing.Snapshots;

/// <summary>
/// Compares what is stored or published with a committed file. To accept a new shape, run once with
/// <c>YOUTH_ACCEPT_SNAPSHOTS=1</c> and commit the file; a changed shape of a stored event is a new version instead.
/// </summary>
public static class Snapshot
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Compares an event or contract with <c>Snapshots/{name}.json</c> beside the test, and that it can be read back.</summary>
    public static void Match(string name, object value, [CallerFilePath] string testFile = "")
    {
        var utf8 = EventTypes.Encode(value);
        var actual = JsonNode.Parse(utf8)!.ToJsonString(Indented) + "\n";
        var path = Path.Combine(Path.GetDirectoryName(testFile)!, "Snapshots", name + ".json");
        if (Environment.GetEnvironmentVariable("YOUTH_ACCEPT_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        File.Exists(path).ShouldBeTrue($"There is no committed snapshot {path}.");
        actual.ShouldBe(File.ReadAllText(path), $"The shape of {name} changed: stored events and contracts get a new version instead.");
        var stored = JsonSerializer.Deserialize(File.ReadAllText(path), value.GetType(), EventTypes.Json).ShouldNotBeNull();
        EventTypes.Encode(stored).ShouldBe(utf8);
    }
}
