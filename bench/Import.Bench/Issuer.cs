using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Import.Bench;

/// <summary>An OpenID Connect issuer of the benchmark alone.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    private static readonly string[] Provinces = ["420000", "430000"];

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsaSecurityKey _published;
    private readonly WebApplication _app;

    private Issuer()
    {
        _published = new ECDsaSecurityKey(_key) { KeyId = "bench" };
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        var point = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(_published);
        _app.MapGet("/.well-known/openid-configuration", () => Results.Text($$"""{"issuer":"{{Address}}","jwks_uri":"{{Address}}/keys"}""", "application/json"));
        _app.MapGet("/keys", () => Results.Text(
            $$"""{"keys":[{"kty":"EC","crv":"P-256","kid":"bench","use":"sig","alg":"ES256","x":"{{point.X}}","y":"{{point.Y}}"}]}""", "application/json"));
    }

    internal string Address => _app.Urls.Single();

    internal static async Task<Issuer> StartAsync()
    {
        var issuer = new Issuer();
        await issuer._app.StartAsync();
        return issuer;
    }

    /// <summary>A token of the education department of two provinces.</summary>
    internal string Token() => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Address,
        Audience = BearerExtensions.DefaultAudience,
        Claims = new Dictionary<string, object>
        {
            [ClaimNames.Subject] = "education",
            [ClaimNames.Role] = Roles.Education,
            [ClaimNames.Region] = Provinces,
        },
        Expires = TimeProvider.System.GetUtcNow().AddHours(6).UtcDateTime,
        SigningCredentials = new SigningCredentials(_published, SecurityAlgorithms.EcdsaSha256),
    });

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _key.Dispose();
    }
}
