using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.ServiceDefaults.Tests.Feeds.Subscribers;

public sealed class WebhookTests(PostgresFixture postgres, RabbitMqFixture rabbit) : IClassFixture<RabbitMqFixture>, IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private string _database = null!;
    private string _broker = null!;
    private FeedUnderTest _feed = null!;
    private WebhookReceiver _receiver = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync();
        _broker = await rabbit.CreateVirtualHostAsync();
        _receiver = await WebhookReceiver.StartAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _feed.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task EventsComeInOrderAndSignedAsStandardWebhooksSays()
    {
        await _feed.PublishAsync(1, 250);
        await SubscribeAsync(after: 0);
        await TakenAsync(250);
        _receiver.Sequences.ShouldBe(Positions(1, 250));
        var secret = await SecretAsync();
        foreach (var delivery in _receiver.Taken)
        {
            delivery.ContentType.ShouldBe("application/cloudevents-batch+json");
            delivery.Id.ShouldBe($"city-{delivery.Sequences[0]}-{delivery.Sequences[^1]}");
            delivery.Signature.ShouldBe(Sign(secret, delivery));
        }
    }

    [Fact]
    public async Task WithoutAPositionOnlyWhatComesLaterIsBrought()
    {
        await _feed.PublishAsync(1, 3);
        await SubscribeAsync();
        await _feed.PublishAsync(4, 2);
        await TakenAsync(2);
        _receiver.Sequences.ShouldBe([4, 5]);
    }

    [Fact]
    public async Task OnlyWhatWasAskedForIsBroughtAndTheRestIsPassedOver()
    {
        await SubscribeAsync(after: 0, types: ["youthplatform.things.thing_made.v1"], regions: ["430000"]);
        await _feed.AppendAsync(
            new Made(1, FeedUnderTest.Changsha), new Made(2, FeedUnderTest.Wuhan), new Broke(1, FeedUnderTest.Changsha), new Made(3, FeedUnderTest.Changsha), new Made(4, FeedUnderTest.Wuhan));
        await Eventually.BecomesAsync(async () => (await ViewAsync()).GetProperty("position").GetInt64() == 5, Soon, "the subscriber is at the end");
        _receiver.Sequences.ShouldBe([1, 4]);
    }

    [Fact]
    public async Task WhatWasRefusedComesAgainBeforeAnythingLater()
    {
        _receiver.Status = 500;
        await SubscribeAsync(after: 0);
        await _feed.PublishAsync(1, 2);
        await Eventually.BecomesAsync(() => _receiver.Refused.Count >= 2, Soon, "it was tried again");
        await _feed.PublishAsync(3, 2);
        _receiver.Status = 200;
        await TakenAsync(4);
        _receiver.Sequences.ShouldBe([1, 2, 3, 4]);
        var attempts = (await _feed.JsonAsync("subscribers/city/attempts")).EnumerateArray().ToList();
        attempts[0].GetProperty("succeeded").GetBoolean().ShouldBeTrue();
        attempts[^1].GetProperty("outcome").GetString().ShouldBe("500");
    }

    [Fact]
    public async Task AfterManyFailuresItIsPausedAndGoesOnWhereItWas()
    {
        _receiver.Status = 503;
        await SubscribeAsync(after: 0);
        await _feed.PublishAsync(1, 3);
        await StateAsync("paused");
        (await ViewAsync()).GetProperty("reason").GetString()!.ShouldContain("5");
        _receiver.Refused.Count.ShouldBe(5);
        _receiver.Status = 204;
        await ShouldBeOkAsync(HttpMethod.Post, "subscribers/city/resume");
        await TakenAsync(3);
        _receiver.Sequences.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task ReceiverThatIsGoneIsPausedAtOnce()
    {
        _receiver.Status = 410;
        await SubscribeAsync(after: 0);
        await _feed.PublishAsync(1, 1);
        await StateAsync("paused");
        _receiver.Refused.Count.ShouldBe(1);
    }

    [Fact]
    public async Task EverythingAfterAPositionIsBroughtAgainOnRequest()
    {
        await SubscribeAsync(after: 0);
        await _feed.PublishAsync(1, 6);
        await TakenAsync(6);
        await ShouldBeOkAsync(HttpMethod.Post, "subscribers/city/replay", new { after = 4 });
        await TakenAsync(8);
        _receiver.Sequences.ShouldBe([1, 2, 3, 4, 5, 6, 5, 6]);
    }

    [Fact]
    public async Task TheNextProcessGoesOnWhereTheLastOneWas()
    {
        await SubscribeAsync(after: 0);
        await _feed.PublishAsync(1, 3);
        await TakenAsync(3);
        await Eventually.BecomesAsync(async () => (await ViewAsync()).GetProperty("position").GetInt64() == 3, Soon, "its place is kept");
        await _feed.DisposeAsync();
        await StartAsync();
        await _feed.AppendAsync(new Broke(7, FeedUnderTest.Changsha));
        await TakenAsync(4);
        _receiver.Sequences.ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public async Task ANewSecretSignsBesideTheOneBefore()
    {
        await SubscribeAsync(after: 0);
        var first = await SecretAsync();
        await ShouldBeOkAsync(HttpMethod.Post, "subscribers/city/secret");
        var second = await SecretAsync();
        second.ShouldNotBe(first);
        var sequence = 0;
        await Eventually.BecomesAsync(
            async () =>
            {
                // Whoever sends learns of the new secret a moment later; the one before holds meanwhile.
                sequence++;
                await _feed.PublishAsync(sequence, 1);
                await TakenAsync(sequence);
                var delivery = _receiver.Taken.Last();
                return delivery.Signature == $"{Sign(second, delivery)} {Sign(first, delivery)}";
            },
            Soon,
            "deliveries are signed with both secrets");
    }

    [Fact]
    public async Task EndedSubscriberGetsNothingAndItsNameIsNotGivenAgain()
    {
        await SubscribeAsync();
        await ShouldBeOkAsync(HttpMethod.Delete, "subscribers/city");
        await StateAsync("ended");
        using var again = await _feed.SendAsync(HttpMethod.Put, "subscribers/city", new { kind = "webhook", address = _receiver.Address });
        await again.ShouldBeProblemAsync(HttpStatusCode.Conflict, "subscriber.not_open");
    }

    [Theory]
    [InlineData("City", "webhook", "http://127.0.0.1/", null, "subscriber.name_invalid")]
    [InlineData("city", "webhook", null, null, "subscriber.address_invalid")]
    [InlineData("city", "webhook", "http://portal.example/hook", null, "subscriber.address_invalid")]
    [InlineData("city", "webhook", "https://user:secret@portal.example/hook", null, "subscriber.address_invalid")]
    [InlineData("city", "webhook", "https://169.254.169.254/latest", null, "subscriber.host_not_allowed")]
    [InlineData("city", "queue", "https://portal.example/hook", null, "subscriber.address_invalid")]
    [InlineData("city", "queue", null, 9L, "subscriber.after_invalid")]
    public async Task WhatCannotBeIsRefused(string name, string kind, string? address, long? after, string code)
    {
        using var answer = await _feed.SendAsync(HttpMethod.Put, $"subscribers/{name}", new { kind, address, after });
        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task OperatorsKeepTheListAndReadersOfTheFeedSeeIt()
    {
        await SubscribeAsync();
        _feed.Client.As([Roles.Bureau]);
        (await ViewAsync()).GetProperty("kind").GetString().ShouldBe("webhook");
        foreach (var (method, path) in ((HttpMethod, string)[])[(HttpMethod.Put, ""), (HttpMethod.Delete, ""), (HttpMethod.Post, "/pause"), (HttpMethod.Post, "/resume"), (HttpMethod.Post, "/replay"), (HttpMethod.Get, "/secret"), (HttpMethod.Post, "/secret")])
        {
            using var refused = await _feed.SendAsync(method, $"subscribers/city{path}", new { kind = "queue", reason = "试", after = 0 });
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        using var unknown = await _feed.GetAsync("subscribers/nobody");
        await unknown.ShouldBeProblemAsync(HttpStatusCode.NotFound, "subscriber.unknown");
    }

    private async Task StartAsync()
    {
        _feed = await FeedUnderTest.StartAsync(_database, _broker);
        _feed.Client.As([Roles.Ops]);
    }

    private async Task SubscribeAsync(long? after = null, string[]? types = null, string[]? regions = null) =>
        await ShouldBeOkAsync(HttpMethod.Put, "subscribers/city", new { kind = "webhook", address = _receiver.Address, types, regions, after });

    private async Task ShouldBeOkAsync(HttpMethod method, string path, object? body = null)
    {
        using var answer = await _feed.SendAsync(method, path, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancelled));
    }

    private Task<JsonElement> ViewAsync() => _feed.JsonAsync("subscribers/city");

    private async Task<string> SecretAsync() => (await _feed.JsonAsync("subscribers/city/secret")).GetProperty("secret").GetString()!;

    private Task StateAsync(string state) => Eventually.BecomesAsync(
        async () => (await ViewAsync()).GetProperty("state").GetString() == state, Soon, $"the subscriber is {state}");

    private Task TakenAsync(int count) => Eventually.BecomesAsync(() => _receiver.Sequences.Count() >= count, Soon, $"{count} events were taken");

    private static IEnumerable<long> Positions(int from, int count) => Enumerable.Range(from, count).Select(position => (long)position);

    private static string Sign(string secret, Delivered delivery)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{delivery.Id}.{delivery.Timestamp}."), .. delivery.Body];
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), signed));
    }
}
