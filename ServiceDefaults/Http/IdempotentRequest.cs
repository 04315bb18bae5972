using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Postgres;

namespace YouthPlatform.ServiceDefaults.Http;

/// <summary>A request under an idempotency key: its answer is saved with its events and given again to whoever repeats it.</summary>
internal sealed record IdempotentRequest(string Scope, string Key, byte[] Fingerprint)
{
    public const string Header = "Idempotency-Key";

    private const int MaximumKeyLength = 200;

    /// <summary>Reads key and content; the body can be read again afterwards.</summary>
    public static async Task<IdempotentRequest> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        var key = request.Headers[Header].ToString();
        if (key.Length == 0)
        {
            throw ApiException.BadRequest("request.idempotency_key_missing", "请在 Idempotency-Key 中带上本次提交的唯一标识，重试时使用同一标识。");
        }

        if (key.Length > MaximumKeyLength)
        {
            throw ApiException.BadRequest("request.idempotency_key_invalid", $"Idempotency-Key 最长 {MaximumKeyLength} 个字符。");
        }

        var scope = context.User.FindFirst("sub")?.Value ?? string.Empty;
        return new IdempotentRequest(scope, key, await FingerprintAsync(request, context.RequestAborted));
    }

    public SqlStatement Save(int status, byte[] body, string? etag, string? location, DateTimeOffset at) =>
        IdempotencyStore.Save(Scope, Key, new IdempotentAnswer(Fingerprint, status, body, etag, location, at));

    /// <summary>The saved answer must be that of the same request.</summary>
    public void RequireSame(IdempotentAnswer saved)
    {
        if (!saved.Fingerprint.AsSpan().SequenceEqual(Fingerprint))
        {
            throw new ApiException(
                StatusCodes.Status409Conflict, "request.idempotency_key_reused", "该 Idempotency-Key 已用于另一项提交，请更换。");
        }
    }

    private static async Task<byte[]> FingerprintAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }
}
