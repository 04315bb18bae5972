using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Problems;
using YouthPlatform.ServiceDefaults.Time;

namespace YouthPlatform.Gateway.Dev;

/// <summary>Routes that exist in Development only: tokens for anybody, and the simulated clock.</summary>
internal static class DevelopmentExtensions
{
    private const string Prefix = "/dev";

    public static void AddDevelopmentIssuer(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            return;
        }

        var authority = builder.Configuration[BearerExtensions.AuthorityKey];
        if (string.IsNullOrWhiteSpace(authority))
        {
            authority = BearerExtensions.DevelopmentAuthority;
        }

        if (authority.EndsWith(Prefix, StringComparison.Ordinal))
        {
            builder.Services.AddSingleton(_ => new DevelopmentIssuer(authority, builder.Configuration["DevIssuer:KeyFile"]));
            builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
                .Configure<DevelopmentIssuer>((options, issuer) => options.Configuration = issuer.Configuration());
        }
    }

    public static void MapDevelopment(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            return;
        }

        var routes = app.MapGroup(Prefix).AllowAnonymous().DisableRateLimiting();
        if (app.Services.GetService<DevelopmentIssuer>() is { } issuer)
        {
            routes.MapGet("/.well-known/openid-configuration", () => TypedResults.Ok(Describe(issuer)));
            routes.MapGet("/jwks", () => TypedResults.Ok(issuer.Keys()));
            routes.MapPost("/token", (TokenRequest request, HttpContext context) => IssueAsync(issuer, request, context));
        }

        if (app.Services.GetService<SimulatedTimeProvider>() is { } clock)
        {
            routes.MapGet("/clock", () => Read(clock));
            routes.MapPut("/clock", (ClockRequest request) =>
            {
                clock.Set(request.Now);
                return Read(clock);
            });
        }
    }

    private static Ok<ClockResponse> Read(SimulatedTimeProvider clock) =>
        TypedResults.Ok(new ClockResponse(clock.GetUtcNow(), TimeProvider.System.GetUtcNow()));

    private static Discovery Describe(DevelopmentIssuer issuer) =>
        new(issuer.Issuer, $"{issuer.Issuer}/jwks", $"{issuer.Issuer}/token", ["token"], ["public"], ["ES256"]);

    private static async Task<Results<Ok<TokenResponse>, EmptyHttpResult>> IssueAsync(DevelopmentIssuer issuer, TokenRequest request, HttpContext context)
    {
        var unknown = request.Roles.Except(Roles.All).ToList();
        var wrong = (request.Regions ?? []).Where(region => !RegionCode.TryParseExact(region, out _)).ToList();
        if (unknown.Count + wrong.Count > 0 || string.IsNullOrWhiteSpace(request.Sub))
        {
            await ProblemWriter.WriteAsync(
                context,
                StatusCodes.Status400BadRequest,
                "dev.token_invalid",
                detail: $"sub 不能为空；未知角色：[{string.Join(", ", unknown)}]；无效的行政区划：[{string.Join(", ", wrong)}]。");
            return TypedResults.Empty;
        }

        var token = issuer.Sign(request, TimeProvider.System.GetUtcNow());
        return TypedResults.Ok(new TokenResponse(token, "Bearer", (int)DevelopmentIssuer.Lifetime.TotalSeconds));
    }
}
