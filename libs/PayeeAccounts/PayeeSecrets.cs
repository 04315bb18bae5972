using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using YouthPlatform.ServiceDefaults.KeyRings;
using YouthPlatform.ServiceDefaults.Signing;

namespace YouthPlatform.PayeeAccounts;

/// <summary>The secrets that payees' keys are wrapped by, 32 bytes each that lie outside of the database; the first is used until the database names another.</summary>
/// <param name="All">The secrets.</param>
public sealed record PayeeSecrets(IReadOnlyList<byte[]> All)
{
    /// <summary>Where the file with the secret (base64) is configured, if it is one of its own.</summary>
    public const string KeyFile = "Payees:KeyFile";

    /// <summary>Files of further secrets: the one that is to become current, or the one that was.</summary>
    public const string FurtherKeyFiles = "Payees:FurtherKeyFiles";

    /// <summary>Reads the configured secrets.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="own">The service's own secret, which is used where no file is configured.</param>
    /// <exception cref="InvalidOperationException">A file is missing, or holds no such secret.</exception>
    public static PayeeSecrets Read(IConfiguration configuration, Func<byte[]> own)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(own);
        var further = configuration.GetSection(FurtherKeyFiles).GetChildren().Select(file => SecretFile.Read(configuration, file.Path)).OfType<byte[]>();
        return new([SecretFile.Read(configuration, KeyFile) ?? own(), .. further]);
    }

    /// <summary>Keeps the secrets out of texts that are made of whatever is at hand.</summary>
    public override string ToString() => "secrets (hidden)";
}

/// <summary>What is derived of one secret: what wraps payees' keys, and what makes signs of equal numbers.</summary>
internal sealed class WrappingSecret : IWrappingKey
{
    private const int IdLength = 8;

    private readonly byte[] _wrapping;
    private readonly byte[] _signing;

    public WrappingSecret(byte[] secret)
    {
        _wrapping = Derive(secret, "wrapping");
        _signing = Derive(secret, "signs of equal numbers");
        Id = Convert.ToHexStringLower(Derive(secret, "key id").AsSpan(0, IdLength));
    }

    public string Id { get; }

    public byte[] Wrap(Guid payeeId, byte[] dataKey) => FieldCipher.Wrap(_wrapping, payeeId, dataKey);

    /// <exception cref="CryptographicException">It was wrapped under another secret.</exception>
    public byte[] Unwrap(Guid payeeId, byte[] wrapped) => FieldCipher.Unwrap(_wrapping, payeeId, wrapped);

    /// <summary>Equal for equal numbers of accounts.</summary>
    public byte[] SignOf(string number) => HMACSHA256.HashData(_signing, Encoding.UTF8.GetBytes(number));

    private static byte[] Derive(byte[] secret, string purpose) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, secret, SecretFile.Length, info: Encoding.UTF8.GetBytes($"youthplatform payee accounts {purpose} v1"));
}

/// <summary>The secrets that the process was given.</summary>
internal sealed class PayeeKeyRing(PayeeSecrets secrets) : KeyRing<WrappingSecret>([.. secrets.All.Select(secret => new WrappingSecret(secret))])
{
    /// <summary>Unwraps a payee's key; which secret it is under is not noted of those that were stored by a version that knew one only.</summary>
    /// <exception cref="KeyMissingException">It is under a secret that is not configured.</exception>
    public (WrappingSecret Under, byte[] DataKey) Unwrap(Guid payeeId, string? keyId, byte[] wrapped)
    {
        if (keyId is not null)
        {
            return (this[keyId], this[keyId].Unwrap(payeeId, wrapped));
        }

        foreach (var secret in All)
        {
            try
            {
                return (secret, secret.Unwrap(payeeId, wrapped));
            }
            catch (CryptographicException)
            {
                // Under another one.
            }
        }

        throw new KeyMissingException($"The key of payee {payeeId} is wrapped under a secret that is not configured; {string.Join(", ", All.Select(key => key.Id))} are.");
    }
}
