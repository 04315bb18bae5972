using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace YouthPlatform.Reviews;

/// <summary>
/// What was submitted, frozen: a reviewer decides on this and on nothing that changed since. Its hash is over the content alone, with
/// members in the order of their names and without empty ones, so that a new optional member of the type leaves old hashes as they are.
/// </summary>
public sealed class FrozenContent
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HashSet<string> _fields = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _values = new(StringComparer.Ordinal);

    private FrozenContent(JsonNode? content)
    {
        Collect(content, "");
        var canonical = string.Join('\n', _values.Select(value => $"{value.Key}={value.Value}"));
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
    }

    /// <summary>SHA-256 of the content, 64 hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>Freezes content: a record of plain values, serialised as the platform's JSON.</summary>
    public static FrozenContent Of<T>(T content) => new(JsonSerializer.SerializeToNode(content, Options));

    /// <summary>Whether the content has a field there, filled in or not; a list or a group of fields counts too.</summary>
    /// <param name="path">JSON pointer, such as <c>/posts/0/title</c>.</param>
    public bool Has(string? path) => path is { Length: > 0 } && _fields.Contains(path);

    /// <summary>JSON pointers of the values in which two submissions differ, in ordinal order.</summary>
    public IReadOnlyList<string> ChangedSince(FrozenContent earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return
        [
            .. _values.Keys.Union(earlier._values.Keys)
                .Where(path => _values.GetValueOrDefault(path) != earlier._values.GetValueOrDefault(path))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether a field, or anything below it, differs between two submissions.</summary>
    public bool HasChanged(string path, FrozenContent earlier) =>
        ChangedSince(earlier).Any(changed => changed == path || changed.StartsWith(path + "/", StringComparison.Ordinal));

    private void Collect(JsonNode? node, string path)
    {
        _fields.Add(path);
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    Collect(value, $"{path}/{Escape(name)}");
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    Collect(items[i], string.Create(CultureInfo.InvariantCulture, $"{path}/{i}"));
                }

                break;
            case not null:
                _values[path] = node.ToJsonString(Options);
                break;
        }
    }

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
