using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Events;
using YouthPlatform.ServiceDefaults.Feeds;
using YouthPlatform.ServiceDefaults.Feeds.Contracts;
using YouthPlatform.ServiceDefaults.Messaging;
using YouthPlatform.ServiceDefaults.Tests.Defaults;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.ServiceDefaults.Tests.Feeds;

/// <summary>A service with an event log, a public log and a feed, on a database of its own.</summary>
internal sealed class FeedUnderTest : IAsyncDisposable
{
    public const string Changsha = "430104";
    public const string Wuhan = "420102";

    private static readonly string SecretKeyFile = WriteSecretKey();

    private readonly SampleService _service;
    private readonly string _keyFile;

    private FeedUnderTest(SampleService service, string keyFile)
    {
        _service = service;
        _keyFile = keyFile;
    }

    public HttpClient Client => _service.Client;

    public Uri Address => new(Client.BaseAddress!, "/feeds/v1");


    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<FeedUnderTest> StartAsync(
        PostgresFixture postgres, bool signs = true, string? keys = null, IPublicUpcaster[]? upcasters = null) =>
        await StartAsync(await postgres.CreateDatabaseAsync(), broker: null, signs, keys, upcasters);

    /// <summary>Starts the service on a database that may have events, with a broker or without one.</summary>
    public static async Task<FeedUnderTest> StartAsync(
        string database, string? broker, bool signs = true, string? keys = null, IPublicUpcaster[]? upcasters = null)
    {
        var keyFile = Path.GetTempFileName();
        using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP256))
        {
            await File.WriteAllTextAsync(keyFile, keys ?? key.ExportPkcs8PrivateKeyPem(), Cancelled);
        }

        var service = await SampleService.StartAsync(
            settings: new Dictionary<string, string?>
            {
                ["ConnectionStrings:internships"] = database,
                ["ConnectionStrings:messaging"] = broker,
                ["Feeds:HeartbeatSeconds"] = "1",
                ["Feeds:SecretKeyFile"] = broker is null ? null : SecretKeyFile,
                ["Feeds:Subscribers:PollInterval"] = "00:00:00.1",
                ["Feeds:Subscribers:Backoff"] = "00:00:00.05",
                ["Feeds:Subscribers:MaxBackoff"] = "00:00:00.2",
                ["Feeds:Subscribers:MaxFailures"] = "5",
                ["Signing:KeyFile"] = signs ? keyFile : null,
            },
            configure: builder =>
            {
                builder.AddEventStore("internships", new EventTypes().Add<Made>("things.made.v1").Add<Broke>("things.broke.v1"));
                builder.Services.AddPublicLog("internships", typeof(ThingMade).Assembly);
                builder.Services.AddPublicTranslator<ThingTranslator>();
                foreach (var upcaster in upcasters ?? [])
                {
                    builder.Services.AddSingleton(upcaster);
                }

                if (broker is not null)
                {
                    builder.AddServiceMessaging("internships", messaging => messaging.PublishPublicLog());
                }
            },
            map: app => app.MapFeed());
        service.Client.As([Roles.Bureau], ["430000"]);
        return new(service, keyFile);
    }

    public T Get<T>()
        where T : notnull => _service.Services.GetRequiredService<T>();

    /// <summary>Appends events to the service's log, without waiting for their publication.</summary>
    public Task AppendAsync(params object[] events) => _service.Services.GetRequiredService<IEventStore>().AppendAsync(
        new Append([new StreamAppend($"thing-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}", 0, events)], new EventMetadata("tester", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")),
        Cancelled);

    /// <summary>Appends events and waits until all that was appended is published.</summary>
    public async Task PublishAsync(int from, int count, string region = Changsha)
    {
        await AppendAsync([.. Enumerable.Range(from, count).Select(number => (object)new Made(number, region))]);
        await PublishedAsync(from + count - 1);
    }

    public Task PublishedAsync(long position) => Eventually.BecomesAsync(
        async () => await _service.Services.GetRequiredService<PublicLogReader>().GetHeadPositionAsync(Cancelled) >= position,
        TimeSpan.FromSeconds(20),
        $"the public log reaches {position}");

    public async Task<HttpResponseMessage> GetAsync(string query, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/feeds/v1/{query}");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
    }

    public async Task<IReadOnlyList<JsonElement>> ReadAsync(string query)
    {
        using var answer = await GetAsync(query);
        var body = await answer.Content.ReadAsStringAsync(Cancelled);
        answer.IsSuccessStatusCode.ShouldBeTrue(body);
        return [.. JsonSerializer.Deserialize<JsonElement>(body).EnumerateArray()];
    }

    public Task<JsonElement> JsonAsync(string path) => Client.GetFromJsonAsync<JsonElement>($"/feeds/v1/{path}", Cancelled);

    public static IEnumerable<long> Sequences(IEnumerable<JsonElement> events) =>
        events.Select(item => long.Parse(item.GetProperty("sequence").GetString()!, CultureInfo.InvariantCulture));

    /// <summary>Changes the public log behind the service's back.</summary>
    public async Task TamperAsync(string sql)
    {
        await using var command = _service.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancelled);
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null) =>
        Client.SendAsync(new HttpRequestMessage(method, $"/feeds/v1/{path}") { Content = body is null ? null : JsonContent.Create(body) }, Cancelled);

    public Task StopAsync() => _service.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        File.Delete(_keyFile);
    }

    private static string WriteSecretKey()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return path;
    }
}
