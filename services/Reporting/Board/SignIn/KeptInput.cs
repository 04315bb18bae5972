using System.Text.Json;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using YouthPlatform.Reporting.Board.Steps;

namespace YouthPlatform.Reporting.Board.SignIn;

/// <summary>
/// What somebody sent after the session had ended: kept encrypted in the browser over the log-in, so that the page can show it again to the same account.
/// Nothing is carried out by that.
/// </summary>
internal sealed class KeptInput(IDataProtectionProvider protection)
{
    /// <summary>What the page then says.</summary>
    public const string Notice = "登录已过期，刚才的操作没有执行。您填写的内容已保留，请核对后再确认。";

    private const string Cookie = "youthplatform-board-kept";
    private const int Most = 12_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector(Cookie).ToTimeLimitedDataProtector();
    private readonly ChunkingCookieManager _cookies = new();

    /// <summary>Keeps what was sent; false when there is nothing worth keeping, or too much for a browser.</summary>
    public async Task<bool> KeepAsync(HttpContext http, string account, CookieOptions options)
    {
        if (!http.Request.HasFormContentType)
        {
            return false;
        }

        var form = await http.Request.ReadFormAsync(new FormOptions { ValueCountLimit = 200 }, http.RequestAborted);
        var fields = form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary(field => field.Key, field => field.Value.ToArray());
        var text = JsonSerializer.Serialize(new Kept(account, http.Request.Path, fields));
        if (fields.Count == 0 || text.Length > Most)
        {
            return false;
        }

        _cookies.AppendResponseCookie(http, Cookie, _protector.Protect(text, Lifetime), options);
        return true;
    }

    /// <summary>What was kept of this page for this account, once; null when there is nothing.</summary>
    public StepInput? Take(HttpContext http, string account)
    {
        if (_cookies.GetRequestCookie(http, Cookie) is not { } cookie || Read(cookie) is not { } kept
            || kept.Path != http.Request.Path || kept.Account != account)
        {
            return null;
        }

        _cookies.DeleteCookie(http, Cookie, new CookieOptions { Path = BoardRoutes.Root });
        return new StepInput(new FormCollection(kept.Fields.ToDictionary(field => field.Key, field => new StringValues(field.Value))));
    }

    private Kept? Read(string cookie)
    {
        try
        {
            return JsonSerializer.Deserialize<Kept>(_protector.Unprotect(cookie));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Too old, or of another installation.
            return null;
        }
    }

    private sealed record Kept(string Account, string Path, Dictionary<string, string?[]> Fields);
}
