using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Signing;

namespace YouthPlatform.ServiceDefaults.Feeds.Subscribers;

/// <summary>
/// Secrets of webhooks. None is stored: each is derived by HKDF-SHA256 from the 32 bytes, base64, of <c>Feeds:SecretKeyFile</c>, so that a copy of the
/// database signs nothing.
/// </summary>
internal sealed class WebhookSecrets(IConfiguration configuration)
{
    public const string KeyFile = "Feeds:SecretKeyFile";

    private readonly byte[]? _master = SecretFile.Read(configuration, KeyFile);

    /// <summary>The secret of a subscriber.</summary>
    /// <param name="name">Name of the subscriber.</param>
    /// <param name="version">Which of its secrets.</param>
    /// <exception cref="ApiException">503 <c>webhooks.no_key</c>: the service was started without the key file.</exception>
    public byte[] SecretOf(string name, int version)
    {
        if (_master is null)
        {
            throw new ApiException(StatusCodes.Status503ServiceUnavailable, "webhooks.no_key", $"服务没有配置推送密钥（{KeyFile}），请联系运维人员。");
        }

        var info = new byte[sizeof(int) + Encoding.UTF8.GetByteCount(name)];
        BinaryPrimitives.WriteInt32BigEndian(info, version);
        Encoding.UTF8.GetBytes(name, info.AsSpan(sizeof(int)));
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, _master, SecretFile.Length, info: info);
    }

    /// <summary>A secret as Standard Webhooks writes it.</summary>
    public static string Text(byte[] secret) => $"whsec_{Convert.ToBase64String(secret)}";

    /// <summary>A signature as Standard Webhooks writes it: HMAC-SHA256 over id, seconds and body.</summary>
    public static string Sign(byte[] secret, string id, long seconds, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hmac.AppendData(Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}.{seconds}.")));
        hmac.AppendData(body);
        return $"v1,{Convert.ToBase64String(hmac.GetHashAndReset())}";
    }
}
