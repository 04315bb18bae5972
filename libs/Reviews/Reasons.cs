using YouthPlatform.EventStore;

namespace YouthPlatform.Reviews;

/// <summary>A negative answer says why.</summary>
public static class Reasons
{
    /// <summary>The reason without blanks around it.</summary>
    /// <exception cref="RuleViolation"><c>reason.missing</c>: the reason is empty.</exception>
    public static string Require(string? reason) => string.IsNullOrWhiteSpace(reason)
        ? throw new RuleViolation("reason.missing", "请填写理由。")
        : reason.Trim();
}
