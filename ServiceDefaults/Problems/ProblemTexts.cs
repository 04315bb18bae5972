namespace YouthPlatform.ServiceDefaults.Problems;

/// <summary>Titles of problems, as officials see them, by code; and the codes that bare status codes mean.</summary>
internal static class ProblemTexts
{
    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["auth.token_missing"] = "请先登录",
        ["auth.token_expired"] = "登录已过期，请重新登录",
        ["auth.token_invalid"] = "登录凭证无效，请重新登录",
        ["auth.token_incomplete"] = "登录凭证缺少必要信息",
        ["auth.authority_unavailable"] = "身份认证服务暂不可用，请稍后重试",
        ["auth.forbidden"] = "无权访问",
        ["auth.role_forbidden"] = "角色无权进行此操作",
        ["auth.region_forbidden"] = "不在管辖范围内",
        ["auth.unit_forbidden"] = "不能代表该单位",
        ["auth.person_forbidden"] = "只能办理本人事项",
        ["request.invalid"] = "请求格式不正确",
        ["request.not_found"] = "请求的内容不存在",
        ["request.method_not_allowed"] = "不支持此请求方法",
        ["request.conflict"] = "不符合办理规则",
        ["request.version_mismatch"] = "内容已被他人修改",
        ["request.if_match_missing"] = "缺少版本信息",
        ["request.too_large"] = "提交的内容过大",
        ["request.media_type_unsupported"] = "不支持此内容类型",
        ["request.too_many"] = "请求过于频繁，请稍后重试",
        ["request.timeout"] = "请求超时",
        ["server.unavailable"] = "服务暂不可用，请稍后重试",
        ["server.error"] = "系统内部错误",
    };

    public static string Title(string code, int status) =>
        Titles.TryGetValue(code, out var title) ? title : Titles[CodeOf(status)];

    public static string CodeOf(int status) => status switch
    {
        401 => "auth.token_missing",
        403 => "auth.forbidden",
        404 => "request.not_found",
        405 => "request.method_not_allowed",
        408 => "request.timeout",
        409 => "request.conflict",
        412 => "request.version_mismatch",
        413 => "request.too_large",
        415 => "request.media_type_unsupported",
        428 => "request.if_match_missing",
        429 => "request.too_many",
        502 or 503 or 504 => "server.unavailable",
        >= 500 => "server.error",
        _ => "request.invalid",
    };
}
