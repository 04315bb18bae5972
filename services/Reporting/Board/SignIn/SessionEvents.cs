using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using YouthPlatform.Reporting.Board.Shared;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Reporting.Board.SignIn;

/// <summary>How long sessions last, and what who has none is shown.</summary>
internal sealed class SessionEvents(IOptions<BoardOptions> board, KeptInput kept) : CookieAuthenticationEvents
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

    /// <summary>
    /// A page is shown after logging in. A change is not carried out behind a log-in page: what was entered is shown again after logging in, for
    /// whose session it was; where there was none, it is said that it has ended.
    /// </summary>
    public override async Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else if (AccountOf(context) is { } account && await kept.KeepAsync(http, account, context.Options.Cookie.Build(http)))
        {
            await new SeeOther(context.RedirectUri).ExecuteAsync(http);
        }
        else
        {
            await ErrorPage.Of(http, StatusCodes.Status401Unauthorized, "board.session_ended", "登录已过期，刚才的操作没有执行。请重新登录后再办理。")
                .ExecuteAsync(http);
        }
    }

    /// <summary>Whose session has ended. Its cookie comes with requests of the board's own pages only.</summary>
    private static string? AccountOf(RedirectContext<CookieAuthenticationOptions> context) =>
        context.Options.CookieManager.GetRequestCookie(context.HttpContext, context.Options.Cookie.Name!) is { } cookie
            ? context.Options.TicketDataFormat.Unprotect(cookie)?.Principal.FindFirst(ClaimNames.Subject)?.Value
            : null;

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
