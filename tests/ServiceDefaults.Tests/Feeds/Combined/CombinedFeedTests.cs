using System.CommandLine;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.FeedVerifier;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Events;
using YouthPlatform.ServiceDefaults.Feeds.Combined;
using YouthPlatform.ServiceDefaults.Messaging;
using YouthPlatform.ServiceDefaults.Tests.Defaults;
using YouthPlatform.ServiceDefaults.Tests.Messaging;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.ServiceDefaults.Tests.Feeds.Combined;

public sealed class CombinedFeedTests(PostgresFixture postgres, RabbitMqFixture rabbit) : IClassFixture<RabbitMqFixture>, IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private readonly string _keyFile = Path.GetTempFileName();
    private string _broker = null!;
    private string _database = null!;
    private FeedUnderTest _things = null!;
    private MessagingService _numbers = null!;
    private SampleService _combined = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP256))
        {
            await File.WriteAllTextAsync(_keyFile, key.ExportPkcs8PrivateKeyPem(), Cancelled);
        }

        _broker = await rabbit.CreateVirtualHostAsync();
        _database = await postgres.CreateDatabaseAsync();
        _things = await FeedUnderTest.StartAsync(await postgres.CreateDatabaseAsync(), _broker);
        _numbers = await MessagingService.StartPublisherAsync(await postgres.CreateDatabaseAsync(), _broker);
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _combined.DisposeAsync();
        await _numbers.DisposeAsync();
        await _things.DisposeAsync();
        File.Delete(_keyFile);
    }

    [Fact]
    public async Task AllServicesEventsStandInOneOrderThatCanBeVerifiedLikeAnyOther()
    {
        for (var round = 0; round < 5; round++)
        {
            await _things.AppendAsync([.. Enumerable.Range(1, 20).Select(number => (object)new Made((round * 100) + number, FeedUnderTest.Changsha))]);
            await _numbers.DrawAsync(round * 10, 10);
        }

        var events = await ReadAsync(160);
        FeedUnderTest.Sequences(events).ShouldBe(Enumerable.Range(1, 160).Select(position => (long)position));
        foreach (var (source, count) in ((string, int)[])[("/youthplatform/internships", 100), ("/youthplatform/numbers", 60)])
        {
            events.Where(item => item.GetProperty("source").GetString() == source).Select(item => item.GetProperty("sourcesequence").GetString())
                .ShouldBe(Enumerable.Range(1, count).Select(position => $"{position}"));
        }

        await using var said = new StringWriter();
        var verified = await VerifyCommand.Create()
            .Parse([new Uri(_combined.Client.BaseAddress!, "/feeds/all/v1").AbsoluteUri, "--token", TestIssuer.Token([Roles.Auditor])])
            .InvokeAsync(new InvocationConfiguration { Output = said }, Cancelled);
        verified.ShouldBe(0, said.ToString());
        said.ToString().ShouldStartWith("/youthplatform: complete and unaltered up to 160");
    }

    [Fact]
    public async Task AnEventIsTheOneOfItsServiceExceptForItsPlace()
    {
        await _things.PublishAsync(1, 3);
        string[] place = ["sequence", "prevhash", "hash", "sourcesequence", "sourcehash"];
        var combined = await ReadAsync(3);
        foreach (var (mine, theirs) in combined.Zip(await _things.ReadAsync("events")))
        {
            Members(mine).ExceptBy(place, member => member.Key).ShouldBe(Members(theirs).ExceptBy(place, member => member.Key));
            mine.GetProperty("sourcehash").GetString().ShouldBe(theirs.GetProperty("hash").GetString());
        }
    }

    [Fact]
    public async Task TheNextProcessGoesOnAndAnotherBesideItDoublesNothing()
    {
        await _things.PublishAsync(1, 10);
        await ReadAsync(10);
        var first = _combined;
        await StartAsync();
        await _things.PublishAsync(11, 30);
        await first.DisposeAsync();
        await _things.PublishAsync(41, 10);
        FeedUnderTest.Sequences(await ReadAsync(50)).ShouldBe(Enumerable.Range(1, 50).Select(position => (long)position));
    }

    [Fact]
    public async Task EventsWithAGapBeforeThemAreNotTakenIn()
    {
        await _things.PublishAsync(1, 5);
        var published = await _things.Get<PublicLogReader>().ReadAsync(0, 5, null, null, Cancelled);
        var log = _combined.Services.GetRequiredService<CombinedLog>();
        await Should.ThrowAsync<MissingEventsException>(() => log.AppendAsync("/youthplatform/elsewhere", [.. published.Skip(1)], Cancelled));
        (await log.PositionOfAsync("/youthplatform/elsewhere", Cancelled)).ShouldBe(0);
    }

    private async Task StartAsync()
    {
        _combined = await SampleService.StartAsync(
            settings: new Dictionary<string, string?>
            {
                ["ConnectionStrings:internships"] = _database, ["ConnectionStrings:messaging"] = _broker, ["Signing:KeyFile"] = _keyFile,
            },
            configure: builder =>
            {
                builder.AddEventStore("internships", new EventTypes());
                builder.Services.AddPublicLog("combining", typeof(ThingMade).Assembly);
                builder.AddServiceMessaging("combining", _ => { });
                builder.AddCombinedFeed("internships", "numbers");
            },
            map: app => app.MapCombinedFeed(typeof(ThingMade).Assembly));
        _combined.Client.As([Roles.Bureau]);
    }

    private Task<List<JsonElement>> ReadAsync(int count) => Eventually.ReadsAsync(
        async () => (await _combined.Client.GetFromJsonAsync<List<JsonElement>>("/feeds/all/v1/events?limit=1000", Cancelled))!,
        events => events.Count >= count,
        Soon,
        $"the combined feed has {count} events");

    private static Dictionary<string, string> Members(JsonElement item) =>
        item.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetRawText());
}
