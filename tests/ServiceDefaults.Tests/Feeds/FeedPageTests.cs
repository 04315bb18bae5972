using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.ServiceDefaults.Tests.Feeds;

public sealed partial class FeedPageTests(PostgresFixture postgres) : IAsyncLifetime
{
    private FeedUnderTest _feed = null!;

    public async ValueTask InitializeAsync() => _feed = await FeedUnderTest.StartAsync(postgres);

    public ValueTask DisposeAsync() => _feed.DisposeAsync();

    [Fact]
    public async Task FollowingTheLinksReadsEverythingOnceInOrder()
    {
        await _feed.PublishAsync(1, 25);
        List<long> read = [];
        var query = "events?limit=10";
        for (var pages = 0; pages < 4; pages++)
        {
            using var answer = await _feed.GetAsync(query);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/cloudevents-batch+json");
            var page = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            read.AddRange(FeedUnderTest.Sequences(page.EnumerateArray()));
            query = "events" + NextLink().Match(answer.Headers.GetValues("Link").Single()).Groups[1].Value;
        }

        read.ShouldBe(Enumerable.Range(1, 25).Select(position => (long)position));
        query.ShouldBe("events?after=25&limit=10");
    }

    [Fact]
    public async Task EventsAreCloudEventsWhoseHashesAnybodyCanCheck()
    {
        await _feed.PublishAsync(1, 3);
        var events = await _feed.ReadAsync("events");
        var previous = Convert.ToHexStringLower(PublicHash.Zero);
        foreach (var item in events)
        {
            string Text(string name) => item.GetProperty(name).GetString()!;
            Text("specversion").ShouldBe("1.0");
            Text("source").ShouldBe("/youthplatform/internships");
            Text("type").ShouldBe("youthplatform.things.thing_made.v1");
            Text("datacontenttype").ShouldBe("application/json");
            Text("region").ShouldBe(FeedUnderTest.Changsha);
            Text("traceparent").ShouldStartWith("00-0af7651916cd43dd8448eb211c80319c-");
            Text("prevhash").ShouldBe(previous);
            var data = item.GetProperty("data").GetRawText();
            string[] hashed =
            [
                previous, Text("sequence"), Text("id"), Text("type"), Text("time"), Text("region"), Text("subject"), Text("traceparent"), data,
            ];
            var bytes = System.Text.Encoding.UTF8.GetBytes(string.Concat(hashed.Select(line => line + "\n")));
            previous = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
            Text("hash").ShouldBe(previous);
            item.EnumerateObject().Select(attribute => attribute.Name).Where(name => !AttributeName().IsMatch(name)).ShouldBeEmpty();
        }

        events.Count.ShouldBe(3);
    }

    [Fact]
    public async Task GivenFullPage_ThenItMayBeKeptForeverAndIsNotSentTwice()
    {
        await _feed.PublishAsync(1, 5);
        using var full = await _feed.GetAsync("events?limit=5");
        full.Headers.CacheControl!.ToString().ShouldContain("immutable");
        full.Headers.ETag!.IsWeak.ShouldBeFalse();
        using var again = await _feed.GetAsync("events?limit=5", ("If-None-Match", full.Headers.ETag.Tag));
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        using var part = await _feed.GetAsync("events?limit=6");
        part.Headers.CacheControl!.NoCache.ShouldBeTrue();
        await _feed.PublishAsync(6, 1);
        using var grown = await _feed.GetAsync("events?limit=6", ("If-None-Match", part.Headers.ETag!.Tag));
        grown.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task FiltersKeepPositionsAndLinksSkipWhatTheyLeftOut()
    {
        await _feed.AppendAsync(
            new Made(1, FeedUnderTest.Changsha), new Made(2, FeedUnderTest.Wuhan), new Broke(1, FeedUnderTest.Changsha), new Made(3, FeedUnderTest.Wuhan));
        await _feed.PublishedAsync(4);
        FeedUnderTest.Sequences(await _feed.ReadAsync("events?region=430000")).ShouldBe([1, 3]);
        FeedUnderTest.Sequences(await _feed.ReadAsync("events?region=420100,430104")).ShouldBe([1, 2, 3, 4]);
        FeedUnderTest.Sequences(await _feed.ReadAsync("events?region=000000")).ShouldBe([1, 2, 3, 4]);
        FeedUnderTest.Sequences(await _feed.ReadAsync("events?type=youthplatform.things.thing_broken.v1")).ShouldBe([3]);
        FeedUnderTest.Sequences(await _feed.ReadAsync("events?type=youthplatform.things.thing_made.v1&region=420000&after=2")).ShouldBe([4]);
        using var answer = await _feed.GetAsync("events?type=youthplatform.things.thing_broken.v1");
        answer.Headers.GetValues("Link").Single().ShouldBe("<?after=4&limit=100&type=youthplatform.things.thing_broken.v1>; rel=\"next\"");
    }

    [Theory]
    [InlineData("after=-1", "feed.after_invalid")]
    [InlineData("after=x", "feed.after_invalid")]
    [InlineData("limit=0", "feed.limit_invalid")]
    [InlineData("limit=5001", "feed.limit_invalid")]
    [InlineData("wait=31", "feed.wait_invalid")]
    [InlineData("region=4301", "feed.region_invalid")]
    [InlineData("type=nothing.v1", "feed.type_unknown")]
    public async Task GivenWrongParameter_Then400NamesIt(string query, string code)
    {
        using var answer = await _feed.GetAsync($"events?{query}");
        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, code);
    }

    [Theory]
    [InlineData(Roles.Clerk, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Graduate, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Auditor, HttpStatusCode.OK)]
    [InlineData(Roles.Ops, HttpStatusCode.OK)]
    public async Task OnlyReadersOfFeedsMayRead(string role, HttpStatusCode status)
    {
        _feed.Client.As([role]);
        using var answer = await _feed.GetAsync("events");
        answer.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task GivenWait_WhenAnEventComes_ThenItIsAnsweredBeforeTheWaitIsOver()
    {
        await _feed.PublishAsync(1, 1);
        var started = System.Diagnostics.Stopwatch.StartNew();
        var waiting = _feed.ReadAsync("events?after=1&wait=30");
        await _feed.AppendAsync(new Made(2, FeedUnderTest.Changsha));
        FeedUnderTest.Sequences(await waiting).ShouldBe([2]);
        started.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(25));
    }

    [Fact]
    public async Task GivenWait_WhenNothingComes_ThenTheAnswerIsEmpty()
    {
        await _feed.PublishAsync(1, 1);
        (await _feed.ReadAsync("events?after=1&wait=1")).ShouldBeEmpty();
    }

    [Fact]
    public async Task TheCatalogueLeadsToSchemasThatTheDataFits()
    {
        var types = (await _feed.JsonAsync("types")).GetProperty("types").EnumerateArray().ToList();
        var made = types.Single(type => type.GetProperty("type").GetString() == "youthplatform.things.thing_made.v1");
        var schema = await _feed.JsonAsync(made.GetProperty("schema").GetString()!);
        schema.GetProperty("$id").GetString().ShouldBe(made.GetProperty("dataschema").GetString());
        var properties = schema.GetProperty("properties");
        properties.GetProperty("thingId").GetProperty("format").GetString().ShouldBe("uuid");
        properties.GetProperty("amount").GetProperty("type").GetString().ShouldBe("string");
        properties.GetProperty("madeOn").GetProperty("format").GetString().ShouldBe("date");
        properties.GetProperty("remark").GetProperty("type").EnumerateArray().Select(type => type.GetString()).ShouldContain("null");
        await _feed.PublishAsync(1, 1);
        var data = (await _feed.ReadAsync("events")).Single().GetProperty("data");
        data.GetProperty("amount").GetString().ShouldBe("1930.50");
        data.EnumerateObject().Select(member => member.Name)
            .ShouldBe(schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!), ignoreOrder: true);
        using var unknown = await _feed.GetAsync("schemas/nothing.v1.json");
        await unknown.ShouldBeProblemAsync(HttpStatusCode.NotFound, "feed.type_unknown");
    }

    [GeneratedRegex("""^<(\?[^>]+)>; rel="next"$""")]
    private static partial Regex NextLink();

    [GeneratedRegex("^[a-z0-9]{1,20}$")]
    private static partial Regex AttributeName();
}
