using System.Text;
using System.Text.Encodings.Web;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Gateway.Dev.SignIn;

/// <summary>The page on which somebody is chosen.</summary>
internal static class SignInPage
{
    private static readonly (string Role, string Name)[] Officials =
        [(Roles.Clerk, "经办"), (Roles.Reviewer, "复核"), (Roles.Approver, "审批"), (Roles.Auditor, "审计"), (Roles.Bureau, "统计局")];

    /// <summary>Everything that was asked stays in the query, and comes back with the choice.</summary>
    public static string Render(HttpRequest request, Regions? regions)
    {
        var page = new StringBuilder();
        foreach (var province in regions?.All.Where(region => region.Level == RegionLevel.Province) ?? [])
        {
            AppendProvince(page, province, regions!.PrefecturesOf(province.Code));
        }

        var roles = string.Concat(Roles.All.Select(role => $"<option>{role}</option>"));
        return $$"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>选择演示账号</title>
            <link rel="icon" href="data:,">
            <style>
            body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #1c2733; max-width: 60rem; margin: 0 auto; padding: 1rem; }
            h1 { font-size: 1.4rem } table { border-collapse: collapse; width: 100%; margin: 0 0 1.5rem }
            caption { text-align: left; font-weight: 600; padding: .5rem 0 } th, td { border: 1px solid #c8d0d8; padding: .3rem .5rem; text-align: left; font-weight: 400 }
            div.wide { overflow-x: auto } thead th { background: #f0f3f6 } label { margin-right: 1rem }
            button { font: inherit; white-space: nowrap; padding: .15rem .7rem; border: 1px solid #1f5a96; border-radius: 4px; background: #fff; color: #174a7c; cursor: pointer }
            button:hover { background: #e8f0f8 } input, select { font: inherit; padding: .15rem .3rem }
            </style>
            </head>
            <body>
            <main>
            <h1>选择演示账号</h1>
            <p>仅在开发环境中出现：不需要口令，点选一个账号即以其身份登录。</p>
            <form method="post" action="{{Encode(request.PathBase + request.Path + request.QueryString)}}">
            {{page}}
            <h2>其他账号</h2>
            <p><label>行政区划代码或学校标识码 <input name="region" inputmode="numeric" pattern="[0-9]{6}([0-9]{4})?" size="12"></label>
            <label>角色 <select name="role">{{roles}}</select></label> <button>登录</button></p>
            </form>
            </main>
            </body>
            </html>
            """;
    }

    private static void AppendProvince(StringBuilder page, Region province, IReadOnlyList<Region> prefectures)
    {
        page.Append("<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"").Append(Encode(province.Name)).Append("账号\"><table><caption>")
            .Append(Encode(province.Name)).Append("</caption><thead><tr><th scope=\"col\">单位</th>");
        foreach (var (_, name) in Officials)
        {
            page.Append("<th scope=\"col\">").Append(name).Append("</th>");
        }

        page.Append("</tr></thead><tbody>");
        foreach (var region in prefectures.Prepend(province))
        {
            page.Append("<tr><th scope=\"row\">").Append(Encode(region.Name)).Append("</th>");
            foreach (var (role, name) in Officials)
            {
                page.Append("<td><button name=\"person\" value=\"").Append(role).Append('-').Append(region.Code).Append("\" aria-label=\"")
                    .Append(Encode(region.Name)).Append(name).Append("\">").Append(name).Append("</button></td>");
            }

            page.Append("</tr>");
        }

        page.Append("</tbody></table></div>");
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
