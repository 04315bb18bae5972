using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Imports.Http;
using YouthPlatform.Imports.Progress;
using YouthPlatform.ServiceDefaults;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Events;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.Imports.Tests.Running;

/// <summary>A small service that takes in files of things.</summary>
internal sealed class ThingService : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication _app;

    private ThingService(WebApplication app) => _app = app;

    public LogLines Logged { get; private init; } = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ThingService> StartAsync(string database, Turnstile? turnstile = null, int parallel = 2)
    {
        var logged = new LogLines();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(logged);
        builder.Configuration["ConnectionStrings:things"] = database;
        builder.Configuration["Authentication:Authority"] = TestIssuer.Issuer;
        builder.Configuration["Imports:Parallel"] = $"{parallel}";
        builder.Configuration["Imports:PollInterval"] = "00:00:00.100";
        builder.Configuration["Imports:Backoff"] = "00:00:00.050";
        builder.AddServiceDefaults("things");
        TestIssuer.Accept(builder.Services);
        builder.AddEventStore("things", new EventTypes().Add<ThingNoted>("things.thing_noted.v1").AddImports("things"), new ThingProjection(), new ImportProjection());
        builder.Services.AddSingleton(turnstile ?? new Turnstile()).AddImports<ThingKind>();
        builder.Services.AddUniqueConstraint(ThingProjection.OwnerConstraint, "thing.owner_taken", "该所有人已有一物。");
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapImports<ThingKind>("thing-imports", "Thing", "Takes in things", Roles.Clerk);
        await app.StartAsync(Cancel);
        return new ThingService(app) { Logged = logged };
    }

    public HttpClient As(string role, string region = "430000", string? unit = null)
    {
        var client = new HttpClient { BaseAddress = new(_app.Urls.Single()) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TestIssuer.Token([role], [region], $"{role}-1", unit, null));
        return client;
    }

    public async Task<HttpResponseMessage> SendAsync(byte[] file, string type = "text/csv", byte[]? digest = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/thing-imports") { Content = new ByteArrayContent(file) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (digest is not null)
        {
            request.Headers.Add("Content-Digest", $"sha-256=:{Convert.ToBase64String(digest)}:");
        }

        return await As("clerk").SendAsync(request, Cancel);
    }

    public async Task<JsonNode> TakeAsync(string csv)
    {
        var bytes = Encoding.UTF8.GetBytes(csv);
        using var response = await SendAsync(bytes, digest: SHA256.HashData(bytes));
        return await BodyOf(response);
    }

    public async Task<JsonNode> CompletedAsync(JsonNode import) => await Eventually.ReadsAsync(
        () => ReadAsync($"thing-imports/{import["importId"]}"),
        view => view["status"]!.GetValue<string>() == "completed",
        Patience,
        "the import is completed");

    public async Task<JsonNode> ReadAsync(string path)
    {
        using var response = await As("clerk").GetAsync($"/v1/{path}", Cancel);
        return await BodyOf(response);
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = _app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancel))!;
    }

    public Task StopAsync() => _app.StopAsync(Cancel);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<JsonNode> BodyOf(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(Cancel);
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonNode.Parse(text)!;
    }
}
