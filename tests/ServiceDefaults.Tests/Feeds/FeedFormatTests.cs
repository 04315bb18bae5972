using System.IO.Compression;
using System.Net;
using System.Text.Json;
using YouthPlatform.Testing;

namespace YouthPlatform.ServiceDefaults.Tests.Feeds;

public sealed class FeedFormatTests(PostgresFixture postgres) : IAsyncLifetime
{
    private FeedUnderTest _feed = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _feed = await FeedUnderTest.StartAsync(postgres);
        await _feed.PublishAsync(1, 450);
    }

    public ValueTask DisposeAsync() => _feed.DisposeAsync();

    [Theory]
    [InlineData("application/x-ndjson", "application/x-ndjson")]
    [InlineData("application/x-ndjson;q=0.5, application/cloudevents-batch+json", "application/cloudevents-batch+json")]
    [InlineData("application/x-ndjson, */*", "application/x-ndjson")]
    [InlineData("*/*", "application/cloudevents-batch+json")]
    [InlineData("application/json", "application/cloudevents-batch+json")]
    public async Task TheReaderChoosesHowEventsFollowEachOther(string accept, string mediaType)
    {
        using var answer = await _feed.GetAsync("events?limit=450", ("Accept", accept));
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(mediaType);
        var body = await answer.Content.ReadAsStringAsync(Cancelled);
        IEnumerable<JsonElement> events = mediaType.EndsWith("ndjson", StringComparison.Ordinal)
            ? body.TrimEnd('\n').Split('\n').Select(line => JsonSerializer.Deserialize<JsonElement>(line))
            : [.. JsonSerializer.Deserialize<JsonElement>(body).EnumerateArray()];
        FeedUnderTest.Sequences(events).ShouldBe(Enumerable.Range(1, 450).Select(position => (long)position));
    }

    [Theory]
    [InlineData("application/x-ndjson", "")]
    [InlineData("application/cloudevents-batch+json", "[]")]
    public async Task AnEmptyPageIsEmptyInEitherForm(string accept, string body)
    {
        using var answer = await _feed.GetAsync("events?after=450", ("Accept", accept));
        (await answer.Content.ReadAsStringAsync(Cancelled)).ShouldBe(body);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task PagesAreCompressedForThoseWhoAcceptIt(string encoding)
    {
        using var plain = await _feed.GetAsync("events?limit=450");
        var expected = await plain.Content.ReadAsStringAsync(Cancelled);
        using var answer = await _feed.GetAsync("events?limit=450", ("Accept-Encoding", encoding));
        answer.Content.Headers.ContentEncoding.ShouldBe([encoding]);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancelled);
        bytes.Length.ShouldBeLessThan(expected.Length / 2);
        await using Stream open = encoding == "br"
            ? new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress)
            : new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var reader = new StreamReader(open);
        (await reader.ReadToEndAsync(Cancelled)).ShouldBe(expected);
    }

    [Fact]
    public async Task AStrongTagNamesTheBytesOfOneForm()
    {
        (string, string)[] lines = [("Accept", "application/x-ndjson")];
        (string, string)[] brotli = [("Accept-Encoding", "br")];
        List<string> tags = [];
        foreach (var headers in ((string, string)[][])[[], lines, brotli, [.. lines, .. brotli]])
        {
            using var answer = await _feed.GetAsync("events?limit=450", headers);
            answer.Headers.ETag!.IsWeak.ShouldBeFalse();
            answer.Headers.Vary.ShouldBe(["Accept", "Accept-Encoding", "Authorization"], ignoreOrder: true);
            tags.Add(answer.Headers.ETag.Tag);
            using var again = await _feed.GetAsync("events?limit=450", [.. headers, ("If-None-Match", answer.Headers.ETag.Tag)]);
            again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        }

        tags.ShouldBeUnique();
    }
}
