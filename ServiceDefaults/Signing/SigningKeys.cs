using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.ServiceDefaults.Signing;

/// <summary>
/// The service's keys on P-256. <c>Signing:KeyFile</c> is a PEM file: its private key signs, public keys in it are former ones, which
/// are still given to those who check what was signed before.
/// </summary>
internal sealed class SigningKeys : IDisposable
{
    /// <summary>The setting that names the file.</summary>
    public const string KeyFile = "Signing:KeyFile";

    private readonly ECDsa? _signing;
    private readonly HeadSigner? _signer;
    private readonly List<ECDsa> _former = [];

    public SigningKeys(IConfiguration configuration, TimeProvider time)
    {
        if (configuration[KeyFile] is not { Length: > 0 } path)
        {
            return;
        }

        foreach (var (label, pem) in Blocks(File.ReadAllText(path)))
        {
            if (label == "PUBLIC KEY")
            {
                _former.Add(Import(pem));
            }
            else
            {
                _signing = _signing is null ? Import(pem) : throw new InvalidOperationException($"{path} of {KeyFile} has more than one private key.");
            }
        }

        _signer = new(_signing ?? throw new InvalidOperationException($"{path} of {KeyFile} has no private key."), time);
    }

    /// <summary>Signs heads with the present key.</summary>
    /// <exception cref="ApiException">503 <c>signing.no_key</c>: the service was started without one.</exception>
    public HeadSigner Signer => _signer
        ?? throw new ApiException(StatusCodes.Status503ServiceUnavailable, "signing.no_key", $"服务没有配置签名密钥（{KeyFile}），请联系运维人员。");

    /// <summary>The public halves as a JSON Web Key Set, the present one first.</summary>
    public JsonWebKeys PublicKeys => new([.. (_signing is null ? _former : _former.Prepend(_signing)).Select(JsonWebKeys.Describe)]);

    public void Dispose()
    {
        _signing?.Dispose();
        _former.ForEach(key => key.Dispose());
    }

    private static ECDsa Import(string pem)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return key;
    }

    private static IEnumerable<(string Label, string Pem)> Blocks(string text)
    {
        while (PemEncoding.TryFind(text, out var found))
        {
            yield return (text[found.Label], text[found.Location]);
            text = text[found.Location.End..];
        }
    }
}
