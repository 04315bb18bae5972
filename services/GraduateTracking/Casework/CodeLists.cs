using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Casework;

/// <summary>Codes as the packs list them.</summary>
internal static class CodeLists
{
    /// <summary>A refusal that names the codes that would do.</summary>
    public static RuleViolation Unknown(string problem, CategoryList list) =>
        new(problem, $"代码应为以下之一：{string.Join('、', list.Items.Select(item => $"{item.Code}（{item.Name}）"))}。");

    /// <summary>The category of a code.</summary>
    /// <exception cref="RuleViolation">The list lacks it.</exception>
    public static Category Require(this CategoryList list, string? code, string problem) =>
        list.TryGet(code, out var category) ? category : throw Unknown(problem, list);
}
