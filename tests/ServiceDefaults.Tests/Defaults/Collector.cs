using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace YouthPlatform.ServiceDefaults.Tests.Defaults;

/// <summary>An OTLP collector that keeps what it is sent.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();
    private readonly WebApplication _app;

    private Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/{**path}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            _received.Enqueue((request.Path, body.ToArray()));
            return TypedResults.Ok();
        });
    }

    public string Address => _app.Urls.Single();

    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        await collector._app.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    public IReadOnlyList<byte[]> Bodies(string path) => [.. _received.Where(item => item.Path == path).Select(item => item.Body)];

    public IReadOnlyList<byte[]> All() => [.. _received.Select(item => item.Body)];

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
