using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace YouthPlatform.ServiceDefaults.Http;

/// <summary>The answer to a change: a body with the ETag of the version that the change led to.</summary>
/// <typeparam name="T">The body.</typeparam>
/// <param name="Body">What is sent, and saved under the idempotency key.</param>
/// <param name="Version">Version of the changed stream.</param>
/// <param name="Location">Path of what was created, relative to the service; null for a change.</param>
public sealed record Answer<T>(T Body, long Version, string? Location = null) : IAnswer, IResult, IEndpointMetadataProvider
{
    /// <inheritdoc />
    public int Status => Location is null ? StatusCodes.Status200OK : StatusCodes.Status201Created;

    /// <inheritdoc />
    public string ETag => ETags.Of(Version);

    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
    }

    /// <inheritdoc />
    public byte[] Encode() => JsonSerializer.SerializeToUtf8Bytes(Body, PlatformJson.Options);

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        return SentAnswer.WriteAsync(httpContext, Status, Encode(), ETag, Location, replayed: false);
    }
}

/// <summary>An answer that can be saved with the events it reports.</summary>
public interface IAnswer
{
    /// <summary>HTTP status.</summary>
    int Status { get; }

    /// <summary>Strong ETag of the changed stream.</summary>
    string ETag { get; }

    /// <summary>Path of what was created, or null.</summary>
    string? Location { get; }

    /// <summary>The body as UTF-8 JSON.</summary>
    byte[] Encode();
}
