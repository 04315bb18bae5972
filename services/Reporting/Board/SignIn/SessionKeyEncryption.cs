using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using YouthPlatform.ServiceDefaults.Signing;

namespace YouthPlatform.Reporting.Board.SignIn;

/// <summary>
/// Encrypts the keys of sessions by AES-256-GCM with a key derived from the service's secret file, so that a copy of the database opens
/// no session.
/// </summary>
internal sealed class SessionKeyEncryption : IXmlEncryptor, IXmlDecryptor
{
    /// <summary>Where the file with the secret (base64) is configured.</summary>
    public const string FileKey = "Keys:File";

    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] _key;

    /// <summary>Made by the framework from the container when keys are read.</summary>
    public SessionKeyEncryption(IServiceProvider services)
        : this(SecretFile.Read(services.GetRequiredService<IConfiguration>(), FileKey)
            ?? throw new InvalidOperationException($"{FileKey} is not configured, and the keys of sessions were encrypted with it."))
    {
    }

    public SessionKeyEncryption(byte[] secret) => _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, secret, SecretFile.Length, info: Encoding.UTF8.GetBytes("youthplatform.reporting.board-sessions"));

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var sealedBytes = new byte[NonceLength + plain.Length + TagLength];
        var nonce = sealedBytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagLength);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceLength, plain.Length), sealedBytes.AsSpan(NonceLength + plain.Length));
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(sealedBytes)), typeof(SessionKeyEncryption));
    }

    public XElement Decrypt(XElement encryptedElement)
    {
        var sealedBytes = Convert.FromBase64String(encryptedElement.Value);
        var plain = new byte[sealedBytes.Length - NonceLength - TagLength];
        using var aes = new AesGcm(_key, TagLength);
        aes.Decrypt(
            sealedBytes.AsSpan(0, NonceLength),
            sealedBytes.AsSpan(NonceLength, plain.Length),
            sealedBytes.AsSpan(NonceLength + plain.Length),
            plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
