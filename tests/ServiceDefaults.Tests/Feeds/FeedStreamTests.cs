using System.Globalization;
using System.Net;
using System.Text.Json;
using YouthPlatform.Testing;

namespace YouthPlatform.ServiceDefaults.Tests.Feeds;

public sealed class FeedStreamTests(PostgresFixture postgres) : IAsyncLifetime
{
    private FeedUnderTest _feed = null!;

    public async ValueTask InitializeAsync() => _feed = await FeedUnderTest.StartAsync(postgres);

    public ValueTask DisposeAsync() => _feed.DisposeAsync();

    [Fact]
    public async Task OldEventsComeFirstThenNewOnesAsTheyHappen()
    {
        await _feed.PublishAsync(1, 3);
        await using var stream = await OpenAsync("events");
        (await stream.ReadAsync(3)).ShouldBe([1, 2, 3]);
        await _feed.AppendAsync(new Made(4, FeedUnderTest.Changsha));
        (await stream.ReadAsync(1)).ShouldBe([4]);
    }

    [Fact]
    public async Task GivenLastEventId_ThenTheStreamGoesOnAfterIt()
    {
        await _feed.PublishAsync(1, 5);
        await using (var first = await OpenAsync("events"))
        {
            (await first.ReadAsync(2)).ShouldBe([1, 2]);
        }

        await using var second = await OpenAsync("events", "2");
        (await second.ReadAsync(3)).ShouldBe([3, 4, 5]);
    }

    [Fact]
    public async Task GivenFilter_ThenHeartbeatsCarryThePositionLookedAt()
    {
        await _feed.PublishAsync(1, 4, FeedUnderTest.Wuhan);
        await using var stream = await OpenAsync("events?region=430000");
        (await stream.ReadHeartbeatAsync()).ShouldBe(4);
    }

    [Fact]
    public async Task GivenReaderFarBehind_ThenItGetsEverythingInOrder()
    {
        await _feed.PublishAsync(1, 1200);
        await using var stream = await OpenAsync("events");
        (await stream.ReadAsync(1200)).ShouldBe(Enumerable.Range(1, 1200).Select(position => (long)position));
    }

    [Fact]
    public async Task GivenWrongLastEventId_Then400()
    {
        using var answer = await _feed.GetAsync("events", ("Accept", "text/event-stream"), ("Last-Event-ID", "x"));
        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "feed.last_event_id_invalid");
    }

    [Fact]
    public async Task GivenOpenStream_WhenTheServiceStops_ThenItEndsAtOnce()
    {
        await using var stream = await OpenAsync("events");
        await _feed.StopAsync().WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        await stream.ReadToEndAsync();
    }

    private async Task<EventReader> OpenAsync(string query, string? lastEventId = null)
    {
        (string, string)[] headers = lastEventId is null
            ? [("Accept", "text/event-stream")]
            : [("Accept", "text/event-stream"), ("Last-Event-ID", lastEventId)];
        var answer = await _feed.GetAsync(query, headers);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        return new(answer, new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)));
    }

    private sealed class EventReader(HttpResponseMessage answer, StreamReader lines) : IAsyncDisposable
    {
        public async Task<IReadOnlyList<long>> ReadAsync(int count)
        {
            List<long> positions = [];
            long id = 0;
            while (positions.Count < count)
            {
                var line = await LineAsync() ?? throw new EndOfStreamException();
                if (line.StartsWith("id: ", StringComparison.Ordinal))
                {
                    id = long.Parse(line[4..], CultureInfo.InvariantCulture);
                }
                else if (line.StartsWith("data: ", StringComparison.Ordinal))
                {
                    JsonSerializer.Deserialize<JsonElement>(line[6..]).GetProperty("sequence").GetString().ShouldBe(id.ToString(CultureInfo.InvariantCulture));
                    positions.Add(id);
                }
            }

            return positions;
        }

        public async Task<long> ReadHeartbeatAsync()
        {
            while (await LineAsync() is { } line)
            {
                if (line == ": heartbeat")
                {
                    return long.Parse((await LineAsync())!["id: ".Length..], CultureInfo.InvariantCulture);
                }
            }

            throw new EndOfStreamException();
        }

        public async Task ReadToEndAsync()
        {
            while (await LineAsync() is not null)
            {
            }
        }

        public ValueTask DisposeAsync()
        {
            lines.Dispose();
            answer.Dispose();
            return ValueTask.CompletedTask;
        }

        private Task<string?> LineAsync() => lines.ReadLineAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken);
    }
}
