using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.Rules;

/// <summary>A negative answer says why.</summary>
internal static class Reasons
{
    /// <exception cref="RuleViolation">The reason is empty.</exception>
    public static string Require(string? reason) => string.IsNullOrWhiteSpace(reason)
        ? throw new RuleViolation("reason.missing", "请填写理由。")
        : reason.Trim();
}
