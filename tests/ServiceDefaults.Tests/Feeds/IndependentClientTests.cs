using System.Diagnostics;
using System.Text.Json;
using YouthPlatform.EventStore.Subscriptions;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.ServiceDefaults.Tests.Feeds;

/// <summary>The libraries that others read CloudEvents, AMQP and AsyncAPI with accept what is published without a word of complaint.</summary>
public sealed class IndependentClientTests(PostgresFixture postgres, RabbitMqFixture rabbit) : IClassFixture<RabbitMqFixture>, IAsyncLifetime
{
    private const int Events = 300;

    private static readonly string[] Files = ["package.json", "package-lock.json", "clients.mjs"];

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("clients");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        foreach (var file in Files)
        {
            File.Copy(Path.Combine(Repository.Root, "tests/ServiceDefaults.Tests/Clients", file), Path.Combine(_directory.FullName, file));
        }

        await RunAsync(new("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]));
    }

    public ValueTask DisposeAsync()
    {
        _directory.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task CloudEventsAmqpAndAsyncApiClientsAcceptFeedStreamAndDescription()
    {
        var broker = await rabbit.CreateVirtualHostAsync();
        await using var feed = await FeedUnderTest.StartAsync(await postgres.CreateDatabaseAsync(), broker);
        await feed.PublishAsync(1, Events);
        await Eventually.BecomesAsync(
            async () => (await feed.Get<SubscriptionOperations>().ListAsync(Cancelled)).Any(status => status is { Name: "stream", Position: >= Events }),
            TimeSpan.FromSeconds(60),
            "the stream has the events");

        var description = $"{feed.Address.AbsoluteUri}/asyncapi.json";
        string[] arguments = ["clients.mjs", feed.Address.AbsoluteUri, broker, "feeds.internships", description, $"{Events}"];
        var start = new ProcessStartInfo("node", arguments) { Environment = { ["YOUTH_TOKEN"] = TestIssuer.Token([Roles.Bureau]) } };
        using var read = JsonDocument.Parse(await RunAsync(start));

        int[] all = [.. Enumerable.Range(1, Events)];
        foreach (var way in (string[])["batch", "lines", "stream"])
        {
            read.RootElement.GetProperty(way).EnumerateArray().Select(sequence => sequence.GetInt32()).ShouldBe(all, way);
        }

        read.RootElement.GetProperty("said").EnumerateArray().Select(item => item.GetString()).ShouldBeEmpty();
        read.RootElement.GetProperty("messages").GetInt32().ShouldBeGreaterThan(0);
    }

    /// <summary>Runs a program that is to end well and to complain of nothing.</summary>
    private async Task<string> RunAsync(ProcessStartInfo start)
    {
        start.WorkingDirectory = _directory.FullName;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync(Cancelled);
        var complained = await process.StandardError.ReadToEndAsync(Cancelled);
        await process.WaitForExitAsync(Cancelled);
        complained.ShouldBeEmpty();
        process.ExitCode.ShouldBe(0, await said);
        return await said;
    }
}
