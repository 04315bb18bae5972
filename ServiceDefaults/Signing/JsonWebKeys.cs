using System.Buffers.Text;
using System.Security.Cryptography;
using YouthPlatform.EventStore.Postgres;

namespace YouthPlatform.ServiceDefaults.Signing;

/// <summary>A JSON Web Key Set (RFC 7517).</summary>
/// <param name="Keys">Public keys.</param>
internal sealed record JsonWebKeys(IReadOnlyList<JsonWebKey> Keys)
{
    public const string MediaType = "application/jwk-set+json";

    public static JsonWebKey Describe(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return new("EC", "P-256", Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y), HeadSigner.KeyIdOf(key), "sig", "ES256");
    }
}

/// <summary>A public key on P-256.</summary>
/// <param name="Kty">Key type, <c>EC</c>.</param>
/// <param name="Crv">Curve, <c>P-256</c>.</param>
/// <param name="X">First coordinate, base64url.</param>
/// <param name="Y">Second coordinate, base64url.</param>
/// <param name="Kid">Name of the key: lower-case hexadecimal SHA-256 of its SubjectPublicKeyInfo.</param>
/// <param name="Use">What it is for, <c>sig</c>.</param>
/// <param name="Alg">Algorithm, <c>ES256</c>.</param>
internal sealed record JsonWebKey(string Kty, string Crv, string X, string Y, string Kid, string Use, string Alg);
