using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace YouthPlatform.ServiceDefaults.Tests.Feeds.Subscribers;

/// <summary>A delivery as it came.</summary>
internal sealed record Delivered(string ContentType, string Id, string Timestamp, string Signature, byte[] Body)
{
    public IReadOnlyList<long> Sequences => [.. FeedUnderTest.Sequences(JsonSerializer.Deserialize<JsonElement>(Body).EnumerateArray())];
}

/// <summary>Somebody who takes deliveries, or does not.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebhookReceiver(WebApplication app) => _app = app;

    /// <summary>What it answers.</summary>
    public int Status { get; set; } = StatusCodes.Status204NoContent;

    /// <summary>Deliveries that it refused.</summary>
    public ConcurrentQueue<Delivered> Refused { get; } = [];

    /// <summary>Deliveries that it took.</summary>
    public ConcurrentQueue<Delivered> Taken { get; } = [];

    public string Address => $"{_app.Urls.Single()}/hook";

    public IEnumerable<long> Sequences => Taken.SelectMany(delivery => delivery.Sequences);

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(builder.Build());
        receiver._app.MapPost("/hook", receiver.ReceiveAsync);
        await receiver._app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers;
        var delivered = new Delivered(
            context.Request.ContentType!, headers["webhook-id"]!, headers["webhook-timestamp"]!, headers["webhook-signature"]!, body.ToArray());
        (Status < StatusCodes.Status300MultipleChoices ? Taken : Refused).Enqueue(delivered);
        context.Response.StatusCode = Status;
    }
}
