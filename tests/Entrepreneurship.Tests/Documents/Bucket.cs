using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace YouthPlatform.Entrepreneurship.Tests.Documents;

/// <summary>
/// A bucket as S3's REST interface describes it: objects by path, every request signed with AWS Signature Version 4, whose signature and body hash it
/// recomputes by itself. It answers as S3 does to what this service asks, and to nothing else.
/// </summary>
internal sealed class Bucket : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _secret;

    private Bucket(WebApplication app, string secret) => (_app, _secret) = (app, secret);

    public ConcurrentDictionary<string, byte[]> Objects { get; } = [];

    public string Address => _app.Urls.Single();

    /// <summary>Whether requests are refused, as by a storage that is down.</summary>
    public bool IsDown { get; set; }

    public static async Task<Bucket> StartAsync(string secret)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var bucket = new Bucket(app, secret);
        app.Run(bucket.AnswerAsync);
        await app.StartAsync();
        return bucket;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body);
        var key = context.Request.Path.Value!;
        if (IsDown)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        else if (!IsSigned(context.Request, body.ToArray()))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else
        {
            await AnswerAsync(context, key, body.ToArray());
        }
    }

    private async Task AnswerAsync(HttpContext context, string key, byte[] body)
    {
        switch (context.Request.Method)
        {
            case "PUT":
                Objects[key] = body;
                context.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"";
                break;
            case "GET" when Objects.TryGetValue(key, out var content):
                await context.Response.Body.WriteAsync(content);
                break;
            case "DELETE":
                Objects.TryRemove(key, out _);
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    /// <summary>The signature as the protocol's documentation computes it.</summary>
    private bool IsSigned(HttpRequest request, byte[] body)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(body));
        var parts = request.Headers.Authorization.ToString().Replace("AWS4-HMAC-SHA256 ", "", StringComparison.Ordinal).Split(", ", StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToDictionary(part => part[0], part => part[1]);
        if (request.Headers["x-amz-content-sha256"] != hash || !parts.TryGetValue("SignedHeaders", out var names))
        {
            return false;
        }

        var headers = names.Split(';').Select(name => $"{name}:{request.Headers[name].ToString().Trim()}\n");
        var query = string.Join('&', request.Query.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.ToString())}"));
        var canonical = $"{request.Method}\n{request.Path}\n{query}\n{string.Concat(headers)}\n{names}\n{hash}";
        var scope = parts["Credential"].Split('/')[1..];
        var toSign = string.Create(
            CultureInfo.InvariantCulture,
            $"AWS4-HMAC-SHA256\n{request.Headers["x-amz-date"]}\n{string.Join('/', scope)}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}");
        var key = scope.Aggregate(Encoding.UTF8.GetBytes($"AWS4{_secret}"), (signing, part) => HMACSHA256.HashData(signing, Encoding.UTF8.GetBytes(part)));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign))) == parts["Signature"];
    }
}
