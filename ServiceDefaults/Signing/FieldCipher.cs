using System.Security.Cryptography;
using System.Text;

namespace YouthPlatform.ServiceDefaults.Signing;

/// <summary>
/// AES-256-GCM over single fields, each owner's under a data key of its own, so that deleting the key erases the owner. The owner and the field are
/// authenticated with each ciphertext, so that a value moved to another row or column does not open. Layout: format byte 1, nonce (12), ciphertext, tag (16).
/// </summary>
public static class FieldCipher
{
    private const byte Format = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Overhead = 1 + NonceLength + TagLength;
    private const int DataKeyLength = 32;
    private const string DataKeyField = "data_key";

    /// <summary>A random data key.</summary>
    public static byte[] NewDataKey() => RandomNumberGenerator.GetBytes(DataKeyLength);

    /// <summary>A key made ready for several fields.</summary>
    public static AesGcm Using(ReadOnlySpan<byte> key) => new(key, TagLength);

    /// <summary>Encrypts an owner's data key.</summary>
    /// <param name="wrapping">Key that wraps all data keys, 32 bytes.</param>
    /// <param name="owner">Whose data key it is.</param>
    /// <param name="dataKey">The data key.</param>
    public static byte[] Wrap(ReadOnlySpan<byte> wrapping, Guid owner, byte[] dataKey)
    {
        using var cipher = Using(wrapping);
        return EncryptBytes(cipher, owner, DataKeyField, dataKey);
    }

    /// <summary>Decrypts an owner's data key.</summary>
    /// <exception cref="CryptographicException">Another wrapping key, another owner, or a changed value.</exception>
    public static byte[] Unwrap(ReadOnlySpan<byte> wrapping, Guid owner, byte[] wrapped) => DecryptBytes(wrapping, owner, DataKeyField, wrapped);

    /// <summary>Encrypts one field.</summary>
    public static byte[] Encrypt(byte[] dataKey, Guid owner, string field, string value)
    {
        using var cipher = Using(dataKey);
        return Encrypt(cipher, owner, field, value);
    }

    /// <summary>Encrypts one of several fields.</summary>
    public static byte[] Encrypt(AesGcm cipher, Guid owner, string field, string value) =>
        EncryptBytes(cipher, owner, field, Encoding.UTF8.GetBytes(value));

    /// <summary>Decrypts one field.</summary>
    /// <exception cref="CryptographicException">Another key, owner or field, or a changed value.</exception>
    public static string Decrypt(byte[] dataKey, Guid owner, string field, byte[] stored) =>
        Encoding.UTF8.GetString(DecryptBytes(dataKey, owner, field, stored));

    private static byte[] EncryptBytes(AesGcm cipher, Guid owner, string field, byte[] plain)
    {
        ArgumentNullException.ThrowIfNull(cipher);
        ArgumentNullException.ThrowIfNull(plain);
        var stored = new byte[plain.Length + Overhead];
        stored[0] = Format;
        var nonce = stored.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        cipher.Encrypt(nonce, plain, stored.AsSpan(1 + NonceLength, plain.Length), stored.AsSpan(^TagLength), Bind(owner, field));
        return stored;
    }

    private static byte[] DecryptBytes(ReadOnlySpan<byte> key, Guid owner, string field, byte[] stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (stored.Length < Overhead || stored[0] != Format)
        {
            throw new CryptographicException($"The stored {field} has an unknown format.");
        }

        var plain = new byte[stored.Length - Overhead];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(
            stored.AsSpan(1, NonceLength), stored.AsSpan(1 + NonceLength, plain.Length), stored.AsSpan(^TagLength), plain, Bind(owner, field));
        return plain;
    }

    private static byte[] Bind(Guid owner, string field) => Encoding.UTF8.GetBytes($"{owner:N}:{field}");
}
