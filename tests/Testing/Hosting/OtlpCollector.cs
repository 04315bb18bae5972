using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace YouthPlatform.Testing.Hosting;

/// <summary>An OTLP collector (over HTTP) that hands on what it is sent: the path of the signal, such as <c>/v1/traces</c>, and the body.</summary>
public sealed class OtlpCollector : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OtlpCollector(Func<string, byte[], Task> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/{**path}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            await received(request.Path, body.ToArray());
            return TypedResults.Ok();
        });
    }

    /// <summary>The settings of a process that exports to it.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _app.Urls.Single(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
    };

    /// <summary>Starts one.</summary>
    public static async Task<OtlpCollector> StartAsync(Func<string, byte[], Task> received, CancellationToken cancellationToken)
    {
        var collector = new OtlpCollector(received);
        await collector._app.StartAsync(cancellationToken);
        return collector;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
