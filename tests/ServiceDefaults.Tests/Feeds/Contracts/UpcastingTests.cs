using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using YouthPlatform.ServiceDefaults.Feeds.Contracts;
using YouthPlatform.Testing;

namespace YouthPlatform.ServiceDefaults.Tests.Feeds.Contracts;

public sealed class UpcastingTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Old = "youthplatform.things.thing_broken.v1";
    private const string Middle = "youthplatform.things.thing_broken.v2";
    private const string New = "youthplatform.things.thing_broken.v3";

    private FeedUnderTest _feed = null!;

    public async ValueTask InitializeAsync()
    {
        _feed = await FeedUnderTest.StartAsync(postgres, upcasters: [new Renamed(), new Graded()]);
        await _feed.AppendAsync(new Made(1, FeedUnderTest.Changsha), new Broke(7, FeedUnderTest.Changsha));
        await _feed.PublishedAsync(2);
    }

    public ValueTask DisposeAsync() => _feed.DisposeAsync();

    [Fact]
    public async Task AsPublishedTheOldVersionStaysAsItIs()
    {
        var item = (await _feed.ReadAsync("events"))[1];
        item.GetProperty("type").GetString().ShouldBe(Old);
        item.GetProperty("data").GetProperty("number").GetInt32().ShouldBe(7);
        item.TryGetProperty("hash", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task AskedForTheLatestItComesThroughAllVersionsAtItsOldPlace()
    {
        var events = await _feed.ReadAsync("events?versions=latest");
        FeedUnderTest.Sequences(events).ShouldBe([1, 2]);
        events[0].GetProperty("type").GetString().ShouldBe("youthplatform.things.thing_made.v1");
        var item = events[1];
        item.GetProperty("type").GetString().ShouldBe(New);
        item.GetProperty("dataschema").GetString().ShouldEndWith(New);
        item.GetProperty("id").GetString().ShouldBe((await _feed.ReadAsync("events"))[1].GetProperty("id").GetString());
        item.TryGetProperty("hash", out _).ShouldBeFalse("the chain is over what was published");
        var data = item.GetProperty("data");
        (data.GetProperty("ordinal").GetInt32(), data.GetProperty("grade").GetString(), data.TryGetProperty("number", out JsonElement _)).ShouldBe((7, "unknown", false));
    }

    [Fact]
    public async Task ThePagesOfBothFormsHaveDifferentTags()
    {
        using var stored = await _feed.GetAsync("events");
        using var latest = await _feed.GetAsync("events?versions=latest");
        latest.Headers.ETag.ShouldNotBe(stored.Headers.ETag);
        latest.Headers.GetValues("Link").Single().ShouldContain("versions=latest");
        using var wrong = await _feed.GetAsync("events?versions=2");
        await wrong.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "feed.versions_invalid");
    }

    [Fact]
    public async Task WhoAsksForATypeGetsItsOlderVersionsToo()
    {
        await using var feed = await FeedUnderTest.StartAsync(postgres, upcasters: [new Mended()]);
        await feed.AppendAsync(new Made(1, FeedUnderTest.Changsha), new Broke(7, FeedUnderTest.Changsha));
        await feed.PublishedAsync(2);
        FeedUnderTest.Sequences(await feed.ReadAsync($"events?type={Mended.Known}")).ShouldBe([1]);
        FeedUnderTest.Sequences(await feed.ReadAsync($"events?type={Mended.Known}&versions=latest")).ShouldBe([1, 2]);
    }

    private sealed class Mended : IPublicUpcaster
    {
        public const string Known = "youthplatform.things.thing_made.v1";

        public string From => Old;

        public string To => Known;

        public JsonObject Upcast(JsonObject data) => data;
    }

    private sealed class Renamed : IPublicUpcaster
    {
        public string From => Old;

        public string To => Middle;

        public JsonObject Upcast(JsonObject data)
        {
            var number = data["number"]!.GetValue<int>();
            data.Remove("number");
            data["ordinal"] = number;
            return data;
        }
    }

    private sealed class Graded : IPublicUpcaster
    {
        public string From => Middle;

        public string To => New;

        public JsonObject Upcast(JsonObject data)
        {
            data["grade"] = "unknown";
            return data;
        }
    }
}
