using Microsoft.AspNetCore.Http;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Payments.Http;

/// <summary>Reads the bank's file from a request.</summary>
internal static class BankUpload
{
    private const int MostBytes = 4 * 1024 * 1024;

    /// <exception cref="ApiException">400: it is no CSV, or too long.</exception>
    public static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw ApiException.BadRequest("bank_file.media_type", "请以 text/csv 提交银行回执。");
        }

        if (request.ContentLength > MostBytes)
        {
            throw ApiException.BadRequest("bank_file.too_long", $"银行回执不得超过 {MostBytes} 字节。");
        }

        using var content = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellation)) > 0)
        {
            content.Write(buffer, 0, read);
            if (content.Length > MostBytes)
            {
                throw ApiException.BadRequest("bank_file.too_long", $"银行回执不得超过 {MostBytes} 字节。");
            }
        }

        return content.ToArray();
    }
}
