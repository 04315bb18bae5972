using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using YouthPlatform.ServiceDefaults.Signing;

namespace YouthPlatform.Entrepreneurship;

/// <summary>The service's keys, derived from one secret of 32 random bytes that lies in a file outside of the database.</summary>
internal sealed class ServiceKeys
{
    /// <summary>Where the file with the secret (base64) is configured.</summary>
    public const string FileKey = "Keys:File";

    // Order of the group of P-256 (FIPS 186-5).
    private static readonly BigInteger Order = BigInteger.Parse(
        "0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551",
        System.Globalization.NumberStyles.HexNumber,
        System.Globalization.CultureInfo.InvariantCulture);

    private readonly byte[] _secret;

    private ServiceKeys(byte[] secret)
    {
        _secret = secret;
        ContactKey = Derive("contacts", SecretFile.Length);
        PayeeSecret = Derive("payees", SecretFile.Length);
    }

    /// <summary>Key of the hashes of contact details.</summary>
    public byte[] ContactKey { get; }

    /// <summary>What keys of payees' accounts are wrapped by.</summary>
    public byte[] PayeeSecret { get; }

    /// <summary>Reads the secret.</summary>
    /// <exception cref="InvalidOperationException">The file is not configured, missing, or holds no such secret.</exception>
    public static ServiceKeys Load(IConfiguration configuration) => new(SecretFile.Read(configuration, FileKey)
        ?? throw new InvalidOperationException($"{FileKey} is not configured: a file with 32 random bytes in base64."));

    /// <summary>Signing key of vouchers: a private number of P-256 derived with 64 extra bits (FIPS 186-5 A.2.1).</summary>
    public ECDsa NewVoucherKey()
    {
        var number = (new BigInteger(Derive("vouchers", 40), isUnsigned: true, isBigEndian: true) % (Order - 1)) + 1;
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = [.. new byte[32 - bytes.Length], .. bytes] });
    }

    private byte[] Derive(string purpose, int length) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, length, info: Encoding.UTF8.GetBytes($"youthplatform.entrepreneurship.{purpose}"));
}
