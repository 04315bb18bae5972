using System.Text.Json;

namespace YouthPlatform.FeedVerifier;

/// <summary>What an earlier run has seen: how far the feed was checked, and the key that signed its head.</summary>
/// <param name="Feed">Address of the feed.</param>
/// <param name="Position">Last position that was checked.</param>
/// <param name="Hash">Hash there, lower-case hexadecimal.</param>
/// <param name="KeyId">Name of the key that signed the head.</param>
internal sealed record SavedState(Uri Feed, long Position, string Hash, string KeyId)
{
    /// <summary>Reads a state; null when there is none yet.</summary>
    /// <exception cref="JsonException">The file is no state.</exception>
    public static SavedState? Load(string? path) =>
        path is not null && File.Exists(path) ? JsonSerializer.Deserialize<SavedState>(File.ReadAllText(path), JsonSerializerOptions.Web) : null;

    /// <summary>Replaces the file; a break in the middle leaves the old one.</summary>
    public void Save(string path)
    {
        var beside = path + ".new";
        File.WriteAllText(beside, JsonSerializer.Serialize(this, JsonSerializerOptions.Web));
        File.Move(beside, path, overwrite: true);
    }
}
