using System.Text.Json;
using YouthPlatform.Testing;

namespace YouthPlatform.ServiceDefaults.Tests.Feeds.Contracts;

public sealed class AsyncApiTests(PostgresFixture postgres)
{
    private const string Made = "youthplatform.things.thing_made.v1";

    [Fact]
    public async Task TheDocumentDescribesEveryTypeAndResolvesItsReferences()
    {
        await using var feed = await FeedUnderTest.StartAsync(postgres);
        feed.Client.DefaultRequestHeaders.Authorization = null;
        var document = await feed.JsonAsync("asyncapi.json");
        document.GetProperty("asyncapi").GetString().ShouldBe("3.1.0");
        document.GetProperty("components").GetProperty("messages").EnumerateObject().Select(message => message.Name)
            .ShouldContain(Made);
        document.GetProperty("channels").TryGetProperty("stream", out _).ShouldBeFalse("there is no broker");
        foreach (var reference in References(document))
        {
            Resolve(document, reference).ShouldNotBe(JsonValueKind.Undefined, reference);
        }
    }

    [Fact]
    public async Task TheExampleHasTheMembersOfAPublishedEvent()
    {
        await using var feed = await FeedUnderTest.StartAsync(postgres);
        await feed.PublishAsync(1, 1);
        var published = (await feed.ReadAsync("events")).Single();
        var example = (await feed.JsonAsync("asyncapi.json")).GetProperty("components").GetProperty("messages").GetProperty(Made)
            .GetProperty("examples")[0].GetProperty("payload");
        Names(example).ShouldBe(Names(published).Except(["traceparent"]), ignoreOrder: true);
        Names(example.GetProperty("data")).ShouldBe(Names(published.GetProperty("data")), ignoreOrder: true);
        foreach (var member in published.GetProperty("data").EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null))
        {
            example.GetProperty("data").GetProperty(member.Name).ValueKind.ShouldBe(member.Value.ValueKind, member.Name);
        }
    }

    private static IEnumerable<string> Names(JsonElement value) => value.EnumerateObject().Select(member => member.Name);

    private static IEnumerable<string> References(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member =>
            member.NameEquals("$ref") ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private static JsonValueKind Resolve(JsonElement document, string reference)
    {
        foreach (var part in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!document.TryGetProperty(part, out document))
            {
                return JsonValueKind.Undefined;
            }
        }

        return document.ValueKind;
    }
}
