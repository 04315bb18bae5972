using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using YouthPlatform.ServiceDefaults.Feeds.Contracts;
using YouthPlatform.Testing;

namespace YouthPlatform.Contracts.Tests;

/// <summary>
/// The schemas that readers of the feeds work with are committed in contracts/schemas. A new type or member is accepted with
/// <c>YOUTH_ACCEPT_SNAPSHOTS=1</c>; what would break a reader is not accepted: it is a new version of the type.
/// </summary>
public sealed class SchemaTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Types => PublishedContracts.Types;

    [Theory]
    [MemberData(nameof(Types))]
    public void TheSchemaIsTheCommittedOneOrOneThatItsReadersCanRead(string type)
    {
        var present = ContractSchema.Of(type, PublishedContracts.All[type]);
        var path = Repository.PathOf("contracts", "schemas", type + ".json");
        if (File.Exists(path))
        {
            Compatibility.Breaks(JsonNode.Parse(File.ReadAllText(path)), present).ShouldBeEmpty($"{type} breaks its readers; publish a new version of it instead.");
        }

        var text = present.ToJsonString(Indented) + "\n";
        if (Environment.GetEnvironmentVariable("YOUTH_ACCEPT_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        File.Exists(path).ShouldBeTrue($"There is no committed schema {path}.");
        File.ReadAllText(path).ShouldBe(text, $"{type} has grown; accept its schema.");
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task TheExampleFitsTheSchema(string type)
    {
        var schema = ContractSchema.Of(type, PublishedContracts.All[type]);
        var parsed = await JsonSchema.FromJsonAsync(schema.ToJsonString(), TestContext.Current.CancellationToken);
        parsed.Validate(ContractExample.Of(schema)!.ToJsonString()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void NoMemberIsNamedLikePersonalData(string type)
    {
        string[] personal = ["name", "citizenid", "phone", "mobile", "account", "address", "birth", "email"];
        Members(ContractSchema.Of(type, PublishedContracts.All[type]))
            .Where(member => personal.Any(word => member.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void NoPublishedTypeIsTakenBack()
    {
        var committed = Directory.EnumerateFiles(Repository.PathOf("contracts", "schemas"), "*.json").Select(Path.GetFileNameWithoutExtension);
        committed.Except(PublishedContracts.All.Keys).ShouldBeEmpty("readers of these types would wait for ever; they stay published.");
    }

    private static IEnumerable<string> Members(JsonNode? schema) => schema switch
    {
        JsonObject node => (node["properties"] as JsonObject ?? []).SelectMany(member => Members(member.Value).Prepend(member.Key)).Concat(Members(node["items"])),
        _ => [],
    };
}
