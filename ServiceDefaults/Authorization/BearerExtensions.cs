using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;
using YouthPlatform.ServiceDefaults.Problems;

namespace YouthPlatform.ServiceDefaults.Authorization;

/// <summary>Bearer tokens of one OpenID Connect authority; every route asks for a token unless it says otherwise.</summary>
public static class BearerExtensions
{
    /// <summary>Where the authority's address is configured.</summary>
    public const string AuthorityKey = "Authentication:Authority";

    /// <summary>The audience that tokens must be for.</summary>
    public const string DefaultAudience = "youthplatform";

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

        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.Authority = string.IsNullOrWhiteSpace(authority) ? "http://127.0.0.1:8080/dev" : authority;
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
            options.Events = new() { OnAuthenticationFailed = BearerProblems.NoteUnreachableAuthority, OnChallenge = BearerProblems.WriteChallengeAsync };
        });

        var authorization = builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var role in Roles.All)
        {
            authorization.AddPolicy(role, policy => policy.RequireRole(role));
        }

        builder.Services.AddExceptionHandler<ForbiddenExceptionHandler>();
    }
}

/// <summary>Roles of which a route asks for one, for its description.</summary>
/// <param name="AnyOf">Names of roles.</param>
public sealed record RequiredRoles(IReadOnlyList<string> AnyOf);

/// <summary>What a caller without a valid token is told.</summary>
internal static class BearerProblems
{
    private static readonly object Unreachable = new();

    /// <summary>A token that cannot be checked, because the authority's keys cannot be fetched, is nobody's fault here: 503, not 500.</summary>
    public static Task NoteUnreachableAuthority(AuthenticationFailedContext context)
    {
        if (context.Exception is not SecurityTokenException and not ArgumentException)
        {
            context.HttpContext.Items[Unreachable] = true;
            context.Fail(context.Exception);
        }

        return Task.CompletedTask;
    }

    public static async Task WriteChallengeAsync(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        var http = context.HttpContext;
        if (http.Items.ContainsKey(Unreachable))
        {
            http.Response.Headers.RetryAfter = "5";
            await ProblemWriter.WriteAsync(http, StatusCodes.Status503ServiceUnavailable, "auth.authority_unavailable");
            return;
        }

        var (code, challenge) = context.AuthenticateFailure switch
        {
            null => ("auth.token_missing", "Bearer"),
            SecurityTokenExpiredException => ("auth.token_expired", "Bearer error=\"invalid_token\""),
            _ => ("auth.token_invalid", "Bearer error=\"invalid_token\""),
        };
        http.Response.Headers.WWWAuthenticate = challenge;
        await ProblemWriter.WriteAsync(http, StatusCodes.Status401Unauthorized, code);
    }
}
