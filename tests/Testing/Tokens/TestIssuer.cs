using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Testing.Tokens;

/// <summary>Signs the tokens of a test process, and makes a host under test accept them without asking an authority.</summary>
public static class TestIssuer
{
    /// <summary>The issuer's name.</summary>
    public const string Issuer = "https://issuer.test";

    private static readonly SigningCredentials Credentials =
        new(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "test" }, SecurityAlgorithms.EcdsaSha256);

    /// <summary>Makes a host accept this issuer's tokens: <c>ConfigureTestServices(TestIssuer.Accept)</c>.</summary>
    public static void Accept(IServiceCollection services)
    {
        var configuration = new OpenIdConnectConfiguration { Issuer = Issuer };
        configuration.SigningKeys.Add(Credentials.Key);
        services.Configure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, options => options.Configuration = configuration);
    }

    /// <summary>A token of this issuer.</summary>
    /// <param name="roles">Its roles.</param>
    /// <param name="regions">Its regions.</param>
    /// <param name="subject">Its subject.</param>
    /// <param name="unit">Credit code of its unit.</param>
    /// <param name="person">Id of its person.</param>
    /// <param name="expires">When it expires, in real time; an hour from now when null.</param>
    /// <param name="audience">Whom it is for.</param>
    public static string Token(
        string[] roles,
        string[]? regions = null,
        string subject = "tester",
        string? unit = null,
        Guid? person = null,
        DateTimeOffset? expires = null,
        string audience = BearerExtensions.DefaultAudience)
    {
        var claims = new Dictionary<string, object>
        {
            [ClaimNames.Subject] = subject,
            [ClaimNames.Role] = roles,
            [ClaimNames.Region] = regions ?? [],
        };
        if (unit is not null)
        {
            claims[ClaimNames.Unit] = unit;
        }

        if (person is { } id)
        {
            claims[ClaimNames.Person] = id.ToString();
        }

        var until = expires ?? TimeProvider.System.GetUtcNow().AddHours(1);
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = audience,
            Claims = claims,
            NotBefore = until.AddHours(-2).UtcDateTime,
            IssuedAt = until.AddHours(-2).UtcDateTime,
            Expires = until.UtcDateTime,
            SigningCredentials = Credentials,
        });
    }

    /// <summary>Sends this issuer's token with every request of a client.</summary>
    public static HttpClient As(this HttpClient client, string[] roles, string[]? regions = null, string subject = "tester", string? unit = null, Guid? person = null)
    {
        client.DefaultRequestHeaders.Authorization = new("Bearer", Token(roles, regions, subject, unit, person));
        return client;
    }
}
