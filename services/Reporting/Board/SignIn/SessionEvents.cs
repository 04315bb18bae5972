using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using YouthPlatform.Reporting.Board.Shared;

namespace YouthPlatform.Reporting.Board.SignIn;

/// <summary>How long sessions last, and what who has none is shown.</summary>
internal sealed class SessionEvents(IOptions<BoardOptions> board) : CookieAuthenticationEvents
{
    private const string Began = "began";

    public override Task SigningIn(CookieSigningInContext context)
    {
        context.Properties.Items[Began] = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        context.Properties.Items.TryGetValue(Began, out var text);
        var isKnown = DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var began);
        if (!isKnown || TimeProvider.System.GetUtcNow() - began > board.Value.SessionLimit)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(BoardSignIn.Session);
        }
    }

    /// <summary>A page is shown after logging in. A change is not carried out behind a log-in page: it is said that the session has ended.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        }

        return ErrorPage.Of(context.HttpContext, StatusCodes.Status401Unauthorized, "board.session_ended", "登录已过期，刚才的操作没有执行。请重新登录后再办理。")
            .ExecuteAsync(context.HttpContext);
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) =>
        ErrorPage.Of(context.HttpContext, StatusCodes.Status403Forbidden, "auth.role_forbidden", "您的角色无权查看调度看板。")
            .ExecuteAsync(context.HttpContext);

    public static async Task OnSignInFailedAsync(RemoteFailureContext context)
    {
        context.HandleResponse();
        await ErrorPage.Of(context.HttpContext, StatusCodes.Status400BadRequest, "board.sign_in_failed", "登录没有完成，请返回看板重试。")
            .ExecuteAsync(context.HttpContext);
    }
}
