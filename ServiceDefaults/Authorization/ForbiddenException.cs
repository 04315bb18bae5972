namespace YouthPlatform.ServiceDefaults.Authorization;

/// <summary>The caller may not do this; answered with 403.</summary>
/// <param name="code">Stable code, such as <c>auth.region_forbidden</c>.</param>
/// <param name="detail">Why, in Chinese, without personal data.</param>
public sealed class ForbiddenException(string code, string detail) : Exception($"{code}: {detail}")
{
    /// <summary>Stable code.</summary>
    public string Code { get; } = code;

    /// <summary>Why, in Chinese.</summary>
    public string Detail { get; } = detail;
}
