using System.Diagnostics;
using System.Text.Json;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.ServiceDefaults.Tests.Feeds;

/// <summary>The consumers of docs/examples as their readers would run them.</summary>
public sealed class ReferenceConsumerTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("consumer");
    private FeedUnderTest _feed = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _feed = await FeedUnderTest.StartAsync(postgres);

    public async ValueTask DisposeAsync()
    {
        await _feed.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    [Fact]
    public async Task WhoFollowedAndWasKilledEndsWithTheSameAsWhoReadsFromTheBeginning()
    {
        await _feed.PublishAsync(1, 1500);
        using (var following = Start(CSharp("live.json", "--follow")))
        {
            await Eventually.BecomesAsync(() => After("live.json") > 0, Soon, "the consumer has begun");
            following.Kill();
            await following.WaitForExitAsync(Cancelled);
        }

        await _feed.PublishAsync(1501, 20, FeedUnderTest.Wuhan);
        await RunAsync(CSharp("live.json"));
        await RunAsync(CSharp("anew.json"));
        (await ReadAsync("live.json")).ShouldBe(await ReadAsync("anew.json"));
        using var state = JsonDocument.Parse(await ReadAsync("live.json"));
        state.RootElement.GetProperty("After").GetInt64().ShouldBe(1520);
        state.RootElement.GetProperty("Counts").GetProperty($"youthplatform.things.thing_made.v1 {FeedUnderTest.Changsha}").GetInt64().ShouldBe(1500);
    }

    [Fact]
    public async Task ThePythonConsumerCountsEveryEventOnce()
    {
        await _feed.PublishAsync(1, 1200);
        await RunAsync(Python());
        await _feed.PublishAsync(1201, 5, FeedUnderTest.Wuhan);
        var said = await RunAsync(Python());
        said.ShouldBe($"youthplatform.things.thing_made.v1 {FeedUnderTest.Wuhan} 5\nyouthplatform.things.thing_made.v1 {FeedUnderTest.Changsha} 1200\n");
    }

    private ProcessStartInfo CSharp(string state, params string[] more) =>
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, "YouthPlatform.FeedConsumer.dll"), _feed.Address.AbsoluteUri, Path.Combine(_directory.FullName, state), .. more]);

    private ProcessStartInfo Python() =>
        new("python3", [Path.Combine(Repository.Root, "docs/examples/feed_consumer.py"), _feed.Address.AbsoluteUri, Path.Combine(_directory.FullName, "counts.db")]);

    private static Process Start(ProcessStartInfo consumer)
    {
        consumer.Environment["YOUTH_TOKEN"] = TestIssuer.Token([Roles.Bureau]);
        consumer.RedirectStandardOutput = true;
        return Process.Start(consumer)!;
    }

    private static async Task<string> RunAsync(ProcessStartInfo consumer)
    {
        using var process = Start(consumer);
        var said = await process.StandardOutput.ReadToEndAsync(Cancelled);
        await process.WaitForExitAsync(Cancelled);
        process.ExitCode.ShouldBe(0);
        return said;
    }

    private long After(string state)
    {
        var path = Path.Combine(_directory.FullName, state);
        return File.Exists(path) ? JsonDocument.Parse(File.ReadAllText(path)).RootElement.GetProperty("After").GetInt64() : 0;
    }

    private Task<string> ReadAsync(string state) => File.ReadAllTextAsync(Path.Combine(_directory.FullName, state), Cancelled);
}
