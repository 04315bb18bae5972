using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using YouthPlatform.ServiceDefaults.KeyRings;

namespace YouthPlatform.GraduateTracking.Vault;

/// <summary>
/// The key behind all keys of the vault. What is used are keys derived from it by HKDF-SHA256: one wraps the data keys,
/// one makes the look-up codes, one the signs by which likely duplicates are found. The file holds 32 random bytes as base64.
/// </summary>
internal sealed class MasterKey : IWrappingKey
{
    private const int KeyLength = 32;

    private readonly byte[] _wrapping;
    private readonly byte[] _lookup;
    private readonly byte[] _sign;

    private MasterKey(byte[] master)
    {
        _wrapping = Derive(master, "data key wrapping");
        _lookup = Derive(master, "citizen id look-up");
        _sign = Derive(master, "signs of equal people");
        Id = Convert.ToHexStringLower(Derive(master, "key id").AsSpan(0, 8));
    }

    public string Id { get; }

    public ReadOnlySpan<byte> Wrapping => _wrapping;

    /// <summary>Reads the key from its file.</summary>
    /// <exception cref="VaultKeyException">No path, no file, or not a key.</exception>
    public static MasterKey Load(string? path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new VaultKeyException("Vault:MasterKeyFile is not configured; the vault cannot be opened without its master key.");
        }

        if (!File.Exists(path))
        {
            throw new VaultKeyException($"The master key file {path} of Vault:MasterKeyFile does not exist.");
        }

        var bytes = new byte[KeyLength];
        return Convert.TryFromBase64String(File.ReadAllText(path).Trim(), bytes, out var length) && length == KeyLength
            ? new MasterKey(bytes)
            : throw new VaultKeyException($"The master key file {path} does not hold {KeyLength} bytes as base64.");
    }

    /// <summary>The code under which a citizen id is found again; without the key it can neither be made nor reversed.</summary>
    public byte[] LookupOf(string citizenId) => HMACSHA256.HashData(_lookup, Encoding.UTF8.GetBytes(citizenId.ToUpperInvariant()));

    /// <summary>
    /// A code that is equal for equal values of a kind, to find likely duplicates by. 64 bits: enough to be looked at by an officer, too few to
    /// stand for a person.
    /// </summary>
    public long SignOf(string kind, string value) =>
        BinaryPrimitives.ReadInt64LittleEndian(HMACSHA256.HashData(_sign, Encoding.UTF8.GetBytes($"{kind}:{value}")));

    private static byte[] Derive(byte[] master, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, KeyLength, info: Encoding.UTF8.GetBytes($"youthplatform vault {purpose} v1"));
}

/// <summary>A master key of the vault is missing, or its file holds none.</summary>
internal sealed class VaultKeyException(string message) : Exception(message);
