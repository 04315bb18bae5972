using Microsoft.AspNetCore.Http;
using YouthPlatform.ServiceDefaults.Problems;

namespace YouthPlatform.ServiceDefaults.Http;

/// <summary>Writes an answer, whether it is new or was saved under an idempotency key.</summary>
internal static class SentAnswer
{
    /// <summary>Tells a client that the answer is the saved one of an earlier request.</summary>
    public const string ReplayedHeader = "Idempotency-Replayed";

    public static async Task WriteAsync(
        HttpContext context, int status, ReadOnlyMemory<byte> body, string? etag, string? location, bool replayed)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = status < 400 ? "application/json; charset=utf-8" : ProblemWriter.MediaType;
        if (etag is not null)
        {
            response.Headers.ETag = etag;
        }

        if (location is not null)
        {
            response.Headers.Location = location;
        }

        if (replayed)
        {
            response.Headers[ReplayedHeader] = "true";
        }

        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }
}
