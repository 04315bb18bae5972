using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Gateway.Dev;

/// <summary>Signs tokens for whoever asks, in Development only. Its key is kept in a file, so that tokens outlive a restart.</summary>
internal sealed class DevelopmentIssuer : IDisposable
{
    private readonly ECDsa _key;
    private readonly SigningCredentials _credentials;

    public DevelopmentIssuer(string issuer, string? keyFile)
    {
        Issuer = issuer;
        _key = keyFile is null ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : KeyFile.LoadOrCreate(keyFile);
        var key = new ECDsaSecurityKey(_key);
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        _credentials = new(key, SecurityAlgorithms.EcdsaSha256);
    }

    public string Issuer { get; }

    public static TimeSpan Lifetime => TimeSpan.FromHours(12);

    public void Dispose() => _key.Dispose();

    /// <summary>What an authority publishes about itself, for this process's own validation.</summary>
    public OpenIdConnectConfiguration Configuration()
    {
        var configuration = new OpenIdConnectConfiguration { Issuer = Issuer };
        configuration.SigningKeys.Add(_credentials.Key);
        return configuration;
    }

    /// <summary>The public half of the key.</summary>
    public PublicKeySet Keys()
    {
        var key = JsonWebKeyConverter.ConvertFromECDsaSecurityKey((ECDsaSecurityKey)_credentials.Key);
        return new([new(key.Kty, key.Crv, key.X, key.Y, _credentials.Key.KeyId, "sig", SecurityAlgorithms.EcdsaSha256)]);
    }

    /// <summary>Signs a token.</summary>
    /// <param name="request">Whom it is for.</param>
    /// <param name="now">Real time: tokens do not follow the simulated clock.</param>
    /// <param name="audience">For which client it is; the platform's APIs by default.</param>
    /// <param name="nonce">Of an identity token, what the client asked to find in it.</param>
    public string Sign(TokenRequest request, DateTimeOffset now, string audience = BearerExtensions.DefaultAudience, string? nonce = null)
    {
        var claims = new Dictionary<string, object>
        {
            [ClaimNames.Subject] = request.Sub,
            [ClaimNames.Role] = request.Roles,
            [ClaimNames.Region] = request.Regions ?? [],
        };
        if (request.Unit is { } unit)
        {
            claims[ClaimNames.Unit] = unit;
        }

        if (request.Person is { } person)
        {
            claims[ClaimNames.Person] = person.ToString();
        }

        if (nonce is not null)
        {
            claims["nonce"] = nonce;
        }

        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = audience,
            Claims = claims,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.AddMinutes(-1).UtcDateTime,
            Expires = now.Add(Lifetime).UtcDateTime,
            SigningCredentials = _credentials,
        });
    }
}
