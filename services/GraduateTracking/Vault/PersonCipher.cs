using System.Security.Cryptography;
using System.Text;

namespace YouthPlatform.GraduateTracking.Vault;

/// <summary>
/// AES-256-GCM over single fields. The person and the field are authenticated with each ciphertext, so that a value moved to
/// another row or column does not open. Layout: format byte 1, nonce (12), ciphertext, tag (16).
/// </summary>
internal static class PersonCipher
{
    private const byte Format = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Overhead = 1 + NonceLength + TagLength;
    private const int DataKeyLength = 32;
    private const string DataKeyField = "data_key";

    public static byte[] NewDataKey() => RandomNumberGenerator.GetBytes(DataKeyLength);

    /// <summary>A key made ready for several fields.</summary>
    public static AesGcm Using(ReadOnlySpan<byte> key) => new(key, TagLength);

    public static byte[] Wrap(MasterKey master, Guid personId, byte[] dataKey)
    {
        using var cipher = Using(master.Wrapping);
        return EncryptBytes(cipher, personId, DataKeyField, dataKey);
    }

    /// <exception cref="CryptographicException">Another master key, another person, or a changed value.</exception>
    public static byte[] Unwrap(MasterKey master, Guid personId, byte[] wrapped) =>
        DecryptBytes(master.Wrapping, personId, DataKeyField, wrapped);

    public static byte[] Encrypt(byte[] dataKey, Guid personId, string field, string value)
    {
        using var cipher = Using(dataKey);
        return Encrypt(cipher, personId, field, value);
    }

    public static byte[] Encrypt(AesGcm cipher, Guid personId, string field, string value) =>
        EncryptBytes(cipher, personId, field, Encoding.UTF8.GetBytes(value));

    /// <exception cref="CryptographicException">Another key, person or field, or a changed value.</exception>
    public static string Decrypt(byte[] dataKey, Guid personId, string field, byte[] stored) =>
        Encoding.UTF8.GetString(DecryptBytes(dataKey, personId, field, stored));

    private static byte[] EncryptBytes(AesGcm cipher, Guid personId, string field, byte[] plain)
    {
        var stored = new byte[plain.Length + Overhead];
        stored[0] = Format;
        var nonce = stored.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        cipher.Encrypt(nonce, plain, stored.AsSpan(1 + NonceLength, plain.Length), stored.AsSpan(^TagLength), Bind(personId, field));
        return stored;
    }

    private static byte[] DecryptBytes(ReadOnlySpan<byte> key, Guid personId, string field, byte[] stored)
    {
        if (stored.Length < Overhead || stored[0] != Format)
        {
            throw new CryptographicException($"The stored {field} has an unknown format.");
        }

        var plain = new byte[stored.Length - Overhead];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(
            stored.AsSpan(1, NonceLength), stored.AsSpan(1 + NonceLength, plain.Length), stored.AsSpan(^TagLength), plain, Bind(personId, field));
        return plain;
    }

    private static byte[] Bind(Guid personId, string field) => Encoding.UTF8.GetBytes($"{personId:N}:{field}");
}
