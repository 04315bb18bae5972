using System.Text.Json;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.Gateway.Dev.SignIn;
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
            routes.MapSignIn(issuer, app.Configuration);
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

    private static Discovery Describe(DevelopmentIssuer issuer) => new(
        issuer.Issuer,
        $"{issuer.Issuer}/authorize",
        $"{issuer.Issuer}/token",
        $"{issuer.Issuer}/sign-out",
        $"{issuer.Issuer}/jwks",
        ["code"],
        ["authorization_code"],
        ["S256"],
        ["public"],
        ["ES256"]);

    /// <summary>Answers whoever asks for a token in JSON with one.</summary>
    internal static async Task IssueAsync(DevelopmentIssuer issuer, HttpContext context)
    {
        var request = await ReadAsync(context.Request);
        if (Problem(request) is { } problem)
        {
            await ProblemWriter.WriteAsync(context, StatusCodes.Status400BadRequest, "dev.token_invalid", detail: problem);
            return;
        }

        var token = issuer.Sign(request, TimeProvider.System.GetUtcNow());
        await TypedResults.Ok(new TokenResponse(token, "Bearer", (int)DevelopmentIssuer.Lifetime.TotalSeconds)).ExecuteAsync(context);
    }

    private static async Task<TokenRequest> ReadAsync(HttpRequest request)
    {
        try
        {
            return await request.ReadFromJsonAsync<TokenRequest>(request.HttpContext.RequestAborted)
                ?? throw new BadHttpRequestException("The request is null.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new BadHttpRequestException("The request is not JSON.", exception);
        }
    }

    /// <summary>Why nobody can be who is asked for, or null.</summary>
    internal static string? Problem(TokenRequest request)
    {
        var unknown = (request.Roles ?? []).Except(Roles.All).ToList();
        var wrong = (request.Regions ?? []).Where(region => !RegionCode.TryParseExact(region, out _)).ToList();
        return unknown.Count + wrong.Count > 0 || string.IsNullOrWhiteSpace(request.Sub) || request.Roles is null
            ? $"sub 和 roles 不能为空；未知角色：[{string.Join(", ", unknown)}]；无效的行政区划：[{string.Join(", ", wrong)}]。"
            : null;
    }
}
