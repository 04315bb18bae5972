using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace YouthPlatform.Gateway.Tests;

/// <summary>What a service saw of a request.</summary>
internal sealed record Seen(string Service, string Method, string Path, string Query, string? TraceParent, bool HasToken, string Body);

/// <summary>A backend that answers what it saw, and streams what a test feeds it.</summary>
internal sealed class StubService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StubService(string name)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/health", () => TypedResults.Ok());
        _app.MapGet("/openapi/v1.json", () => TypedResults.Text(
            """{"openapi":"3.1.1","servers":[{"url":"http://inside:1/"}],"paths":{"/v1/posts":{"get":{}},"/feeds/v1/events":{"get":{}}}}""",
            "application/json"));
        _app.MapGet("/v1/refused", () => TypedResults.Problem("上游", statusCode: 409, extensions: [new("code", "post.already_closed")]));
        _app.MapGet("/v1/slow", async (CancellationToken aborted) => await Task.Delay(Timeout.Infinite, aborted));
        _app.MapGet("/v1/operations/log/audit", (CancellationToken aborted) => Audit.Task.WaitAsync(aborted));
        _app.MapGet("/feeds/v1/events", StreamAsync);
        _app.MapGet("/feeds/v1/keys", () => TypedResults.Text("""{"keys":[]}""", "application/jwk-set+json"));
        _app.MapGet("/feeds/v1/asyncapi.json", () => TypedResults.Text(
            """{"asyncapi":"3.0.0","servers":{"feed":{"host":"inside:1","protocol":"http","pathname":"/feeds/v1"},"broker":{"host":"broker:5672"}}}""",
            "application/json"));
        _app.MapGet("/feeds/v1/types", (HttpRequest request) => request.Headers.Authorization.Count == 1
            ? TypedResults.Text(
                """{"source":"/youthplatform/stub","types":[{"type":"stub.done.v1","dataschema":"urn:stub.done.v1","schema":"schemas/stub.done.v1.json"}]}""",
                "application/json")
            : Results.Unauthorized());
        _app.Map("/v1/{**path}", SeenAsync);
        _app.Map("/sdmx/{**path}", SeenAsync);

        async Task<Microsoft.AspNetCore.Http.HttpResults.Ok<Seen>> SeenAsync(HttpRequest request)
        {
            using var reader = new StreamReader(request.Body);
            return TypedResults.Ok(new Seen(
                name,
                request.Method,
                request.Path,
                request.QueryString.Value ?? "",
                request.Headers.TraceParent,
                request.Headers.Authorization.Count == 1,
                await reader.ReadToEndAsync()));
        }
    }

    public Channel<string> Events { get; } = Channel.CreateUnbounded<string>();

    /// <summary>The answer to an audit, when it is done.</summary>
    public TaskCompletionSource<string> Audit { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Address => _app.Urls.Single();

    public static async Task<StubService> StartAsync(string name)
    {
        var stub = new StubService(name);
        await stub._app.StartAsync(TestContext.Current.CancellationToken);
        return stub;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task StreamAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync(": open\n\n", context.RequestAborted);
        await foreach (var item in Events.Reader.ReadAllAsync(context.RequestAborted))
        {
            await context.Response.WriteAsync($"data: {item}\n\n", context.RequestAborted);
        }
    }
}
