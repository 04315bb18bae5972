using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.EventStore.Subscriptions;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Events;
using YouthPlatform.ServiceDefaults.Operations;
using YouthPlatform.ServiceDefaults.Tests.Defaults;
using YouthPlatform.ServiceDefaults.Tests.Feeds;
using YouthPlatform.ServiceDefaults.Tests.Messaging;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.ServiceDefaults.Tests.Operations;

/// <summary>A service with logs, projections and subscriptions, on a database of its own, seen through its operators' door.</summary>
internal sealed class OperatedService : IAsyncDisposable
{
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private readonly SampleService _service;
    private int _streams;

    private OperatedService(SampleService service) => _service = service;

    public HttpClient Client => _service.Client;

    public Fussiness Fussiness => Get<Fussiness>();

    public Announcements Announcements => Get<Announcements>();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<OperatedService> StartAsync(
        PostgresFixture postgres, string? broker = null, Action<WebApplicationBuilder>? configure = null)
    {
        var settings = new Dictionary<string, string?>
        {
            ["ConnectionStrings:internships"] = await postgres.CreateDatabaseAsync(),
            ["ConnectionStrings:messaging"] = broker,
            ["Subscriptions:Backoff"] = "00:00:00.010",
            ["Subscriptions:MaxBackoff"] = "00:00:00.100",
            ["Subscriptions:PollInterval"] = "00:00:00.200",
        };
        var service = await SampleService.StartAsync(
            settings: settings,
            configure: builder =>
            {
                Register(builder);
                configure?.Invoke(builder);
            },
            map: app => app.MapOperations());
        service.Client.As([Roles.Ops], subject: "ops-1");
        return new(service);
    }

    public T Get<T>()
        where T : notnull => _service.Services.GetRequiredService<T>();

    /// <summary>Appends things, each with its number.</summary>
    public Task MakeAsync(params int[] numbers) => Get<IEventStore>().AppendAsync(
        new Append(
            [new StreamAppend($"thing-{Interlocked.Increment(ref _streams)}", 0, [.. numbers.Select(number => (object)new Made(number, "430104"))])],
            new EventMetadata("tester")),
        Cancelled);

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null) =>
        Client.PostAsJsonAsync($"/v1/operations/{path}", body, Cancelled);

    public async Task<JsonElement> DoAsync(string path, object? body = null)
    {
        using var answer = await PostAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync(Cancelled);
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    public Task<JsonElement> ReadAsync(string path) => Client.GetFromJsonAsync<JsonElement>($"/v1/operations/{path}", Cancelled);

    public Task<HttpResponseMessage> GetAsync(string path) =>
        Client.GetAsync(new Uri($"/v1/operations/{path}", UriKind.Relative), Cancelled);

    /// <summary>Waits until a subscription is listed in a state.</summary>
    public async Task<JsonElement> SubscriptionAsync(string name, string state, long position) => await Eventually.ReadsAsync(
        async () => (await ReadAsync("subscriptions")).EnumerateArray().Single(item => item.GetProperty("name").GetString() == name),
        item => item.GetProperty("state").GetString() == state && item.GetProperty("position").GetInt64() == position,
        Soon,
        $"{name} was {state} at {position}");

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancelled);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    private static void Register(WebApplicationBuilder builder)
    {
        var types = new EventTypes().Add<Made>("things.made.v1").Add<Broke>("things.broke.v1").Add<Counted>("counting.counted.v1");
        builder.AddEventStore("internships", types, new InlineCounts());
        builder.Services.AddPublicLog("internships", typeof(ThingMade).Assembly).AddPublicTranslator<ThingTranslator>();
        builder.Services.AddProjection<FollowingCounts>().AddSubscription<FussySubscription>().AddPublicSubscription<Announcer>();
        builder.Services.AddSingleton<Fussiness>().AddSingleton<Announcements>();
    }
}
