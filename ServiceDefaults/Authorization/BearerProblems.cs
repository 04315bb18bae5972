using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;
using YouthPlatform.ServiceDefaults.Problems;

namespace YouthPlatform.ServiceDefaults.Authorization;

/// <summary>What a caller without a valid token is told.</summary>
internal static class BearerProblems
{
    private static readonly object Unreachable = new();

    /// <summary>A token that cannot be checked, because the authority's keys cannot be fetched, is not the caller's fault: 503, not 401.</summary>
    public static async Task NoteUnreachableAuthorityAsync(AuthenticationFailedContext context)
    {
        if (context.Exception is SecurityTokenExpiredException || context.Options.ConfigurationManager is not { } authority)
        {
            return;
        }

        try
        {
            await authority.GetConfigurationAsync(context.HttpContext.RequestAborted);
        }
        catch (InvalidOperationException unreachable)
        {
            context.HttpContext.Items[Unreachable] = true;
            context.Fail(unreachable);
        }
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
