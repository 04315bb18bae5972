using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace YouthPlatform.ServiceDefaults.Authorization;

/// <summary>Bearer tokens of one OpenID Connect authority; every route asks for a token unless it says otherwise.</summary>
public static class BearerExtensions
{
    /// <summary>Where the authority's address is configured.</summary>
    public const string AuthorityKey = "Authentication:Authority";

    /// <summary>The audience that tokens must be for.</summary>
    public const string DefaultAudience = "youthplatform";

    /// <summary>The gateway's own issuer at its usual address: the authority in Development where none is configured.</summary>
    public const string DevelopmentAuthority = "http://127.0.0.1:8080/dev";

    /// <summary>Lets only callers with at least one of these roles through, and says so in the API's description.</summary>
    /// <param name="builder">A route or a group of routes.</param>
    /// <param name="anyOf">Roles, see <see cref="Roles"/>.</param>
    public static TBuilder RequireRoles<TBuilder>(this TBuilder builder, params string[] anyOf)
        where TBuilder : IEndpointConventionBuilder =>
        builder.RequireAuthorization(policy => policy.RequireRole(anyOf)).WithMetadata(new RequiredRoles(anyOf));

    internal static void AddBearerAuthorization(this WebApplicationBuilder builder)
    {
        var authority = builder.Configuration[AuthorityKey];
        if (string.IsNullOrWhiteSpace(authority) && !builder.Environment.IsDevelopment())
        {
            throw new InvalidOperationException($"{AuthorityKey} is not configured: the address of the OpenID Connect authority whose tokens are accepted.");
        }

        if (!builder.Environment.IsDevelopment() && !authority!.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException($"{AuthorityKey} must be an https address outside of Development.");
        }

        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.Authority = string.IsNullOrWhiteSpace(authority) ? DevelopmentAuthority : authority;
            options.Audience = builder.Configuration["Authentication:Audience"] ?? DefaultAudience;
            options.RequireHttpsMetadata = !builder.Environment.IsDevelopment();
            options.MapInboundClaims = false;
            options.BackchannelTimeout = TimeSpan.FromSeconds(10);
            options.TokenValidationParameters = new()
            {
                NameClaimType = ClaimNames.Subject,
                RoleClaimType = ClaimNames.Role,
                ValidTypes = ["JWT", "at+jwt"],
                ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256],
                ClockSkew = TimeSpan.FromSeconds(30),
            };
            options.Events = new() { OnAuthenticationFailed = BearerProblems.NoteUnreachableAuthorityAsync, OnChallenge = BearerProblems.WriteChallengeAsync };
        });

        var authorization = builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var role in Roles.All)
        {
            authorization.AddPolicy(role, policy => policy.RequireRole(role));
        }

    }
}
