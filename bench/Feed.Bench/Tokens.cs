using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Feed.Bench;

/// <summary>An issuer of the benchmark alone, known to its host.</summary>
internal static class Tokens
{
    internal const string Issuer = "https://issuer.bench";

    private static readonly SigningCredentials Credentials =
        new(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "bench" }, SecurityAlgorithms.EcdsaSha256);

    internal static void Accept(IServiceCollection services)
    {
        var configuration = new OpenIdConnectConfiguration { Issuer = Issuer };
        configuration.SigningKeys.Add(Credentials.Key);
        services.Configure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, options => options.Configuration = configuration);
    }

    internal static string Bureau() => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = BearerExtensions.DefaultAudience,
        Claims = new Dictionary<string, object>
        {
            [ClaimNames.Subject] = "bench",
            [ClaimNames.Role] = Roles.Bureau,
            [ClaimNames.Region] = "430000",
        },
        Expires = TimeProvider.System.GetUtcNow().AddHours(1).UtcDateTime,
        SigningCredentials = Credentials,
    });
}
