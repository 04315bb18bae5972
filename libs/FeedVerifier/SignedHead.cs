using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace YouthPlatform.FeedVerifier;

/// <summary>What a feed says about its end.</summary>
/// <param name="Log">CloudEvents source of the feed.</param>
/// <param name="Position">Position of the newest event.</param>
/// <param name="Hash">Its hash, lower-case hexadecimal.</param>
/// <param name="At">When it was signed.</param>
/// <param name="KeyId">Lower-case hexadecimal SHA-256 of the key's SubjectPublicKeyInfo.</param>
/// <param name="Signature">ECDSA P-256 with SHA-256, DER, base64.</param>
internal sealed record SignedHead(string Log, long Position, string Hash, DateTimeOffset At, string KeyId, string Signature)
{
    /// <summary>Whether the holder of one of the keys signed it.</summary>
    public bool IsSignedBy(KeySet keys)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture, $"youthplatform.head.v1\n{Log}\n{Position}\n{Hash}\n{At.UtcDateTime:yyyy-MM-ddTHH:mm:ss.ffffffZ}\n");
        var signature = new byte[Signature.Length];
        return Convert.TryFromBase64String(Signature, signature, out var length)
            && keys.Verify(KeyId, Encoding.UTF8.GetBytes(text), signature.AsSpan(0, length));
    }
}

/// <summary>A JSON Web Key Set.</summary>
/// <param name="Keys">Public keys on P-256.</param>
internal sealed record KeySet(IReadOnlyList<PublicKey> Keys)
{
    /// <summary>Whether the key of that name is here, is what its name says, and made the signature.</summary>
    public bool Verify(string keyId, byte[] content, ReadOnlySpan<byte> signature)
    {
        if (Keys.FirstOrDefault(key => key.Kid == keyId) is not { } named)
        {
            return false;
        }

        using var key = named.Open();
        return Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo())) == keyId
            && key.VerifyData(content, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}

/// <summary>A JSON Web Key on P-256.</summary>
/// <param name="Kid">Its name.</param>
/// <param name="X">First coordinate, base64url.</param>
/// <param name="Y">Second coordinate, base64url.</param>
internal sealed record PublicKey(string Kid, string X, string Y)
{
    /// <summary>The key itself.</summary>
    public ECDsa Open() => ECDsa.Create(new ECParameters
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint { X = System.Buffers.Text.Base64Url.DecodeFromChars(X), Y = System.Buffers.Text.Base64Url.DecodeFromChars(Y) },
    });
}
