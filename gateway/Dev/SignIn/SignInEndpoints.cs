using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Policies;
using YouthPlatform.ServiceDefaults.Problems;

namespace YouthPlatform.Gateway.Dev.SignIn;

/// <summary>The development issuer's log-in for browsers: anybody is who they choose to be.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder routes, DevelopmentIssuer issuer, IConfiguration configuration)
    {
        var codes = new AuthorizationCodes();
        var regions = configuration[PolicyExtensions.DirectoryKey] is { } seeds ? Regions.Load(Path.Combine(seeds, "regions")) : null;
        routes.MapGet("/authorize", Task ([AsParameters] AuthorizationRequest request, HttpContext context) =>
            request.Problem(issuer.Issuer) is { } problem
                ? RefuseAsync(context, problem)
                : TypedResults.Content(SignInPage.Render(context.Request, regions), "text/html; charset=utf-8").ExecuteAsync(context));
        routes.MapPost("/authorize", Task ([AsParameters] AuthorizationRequest request, HttpContext context) =>
            ChooseAsync(request, issuer, codes, context));
        routes.MapGet("/sign-out", Task ([FromQuery(Name = "post_logout_redirect_uri")] string? back, string? state, HttpContext context) =>
            AuthorizationRequest.IsNear(back, issuer.Issuer)
                ? TypedResults.Redirect(state is null ? back! : QueryHelpers.AddQueryString(back!, "state", state)).ExecuteAsync(context)
                : RefuseAsync(context, "post_logout_redirect_uri 必须指向本机或本网关。"));
        routes.MapPost("/token", (HttpContext context) => context.Request.HasFormContentType
            ? RedeemAsync(issuer, codes, context)
            : DevelopmentExtensions.IssueAsync(issuer, context));
    }

    private static async Task ChooseAsync(AuthorizationRequest request, DevelopmentIssuer issuer, AuthorizationCodes codes, HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var person = PersonOf(form["person"].ToString(), form["region"].ToString(), form["role"].ToString());
        if (request.Problem(issuer.Issuer) is { } problem)
        {
            await RefuseAsync(context, problem);
            return;
        }

        if (DevelopmentExtensions.Problem(person) is { } wrong)
        {
            await RefuseAsync(context, wrong);
            return;
        }

        var code = codes.Issue(request, person, TimeProvider.System.GetUtcNow());
        var back = QueryHelpers.AddQueryString(request.RedirectUri!, new Dictionary<string, string?> { ["code"] = code, ["state"] = request.State });
        await TypedResults.Redirect(back).ExecuteAsync(context);
    }

    /// <summary>A person of the list as <c>role-region</c>, or the role and region that were filled in.</summary>
    private static TokenRequest PersonOf(string person, string region, string role)
    {
        if (person.Split('-') is [var chosenRole, var chosenRegion])
        {
            (role, region) = (chosenRole, chosenRegion);
        }

        // The same accounts as in the simulated year, so that nobody approves on the board what they submitted there.
        return CollegeCode.IsValid(region)
            ? new TokenRequest($"{role}-{region}-1", [role], Unit: region)
            : new TokenRequest($"{role}-{region}-1", [role], [region]);
    }

    private static async Task RedeemAsync(DevelopmentIssuer issuer, AuthorizationCodes codes, HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var now = TimeProvider.System.GetUtcNow();
        var grant = form["grant_type"] == "authorization_code"
            ? codes.Redeem(form["code"], form["client_id"], form["redirect_uri"], form["code_verifier"], now)
            : null;
        context.Response.Headers.CacheControl = "no-store";
        if (grant is null)
        {
            await TypedResults.Json(new TokenError("invalid_grant"), statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(context);
            return;
        }

        var lifetime = (int)DevelopmentIssuer.Lifetime.TotalSeconds;
        var identity = issuer.Sign(grant.Person, now, grant.Request.ClientId!, grant.Request.Nonce);
        await TypedResults.Ok(new TokenResponse(issuer.Sign(grant.Person, now), "Bearer", lifetime) { IdToken = identity }).ExecuteAsync(context);
    }

    private static Task RefuseAsync(HttpContext context, string detail) =>
        ProblemWriter.WriteAsync(context, StatusCodes.Status400BadRequest, "dev.sign_in_invalid", detail: detail);
}
