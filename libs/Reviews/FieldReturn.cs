using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Reviews;

/// <summary>One field of a submission that has to be corrected.</summary>
/// <param name="Path">JSON pointer (RFC 6901) into the submitted content, such as <c>/posts/0/title</c>.</param>
/// <param name="Code">Code of the reason, from the policy pack's list <c>review.return_codes</c>.</param>
/// <param name="Reason">What is wrong and what to do, in Chinese.</param>
public sealed record FieldReturn(string Path, string Code, string Reason)
{
    /// <summary>Checks what a reviewer sends back against what was submitted.</summary>
    /// <param name="returned">The fields to correct.</param>
    /// <param name="submitted">What the reviewer looked at.</param>
    /// <param name="codes">The reasons that may be given.</param>
    /// <returns>The fields with trimmed reasons.</returns>
    /// <exception cref="RuleViolation">None is named, one is no field of the submission or named twice, its code is unknown or its reason
    /// is empty.</exception>
    public static IReadOnlyList<FieldReturn> Require(IReadOnlyList<FieldReturn>? returned, FrozenContent submitted, CategoryList codes)
    {
        ArgumentNullException.ThrowIfNull(submitted);
        ArgumentNullException.ThrowIfNull(codes);
        if (returned is null or [])
        {
            throw new RuleViolation("review.fields_missing", "请至少指出一个需要更正的栏目。");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. returned.Select(field => Checked(field, submitted, codes, seen))];
    }

    private static FieldReturn Checked(FieldReturn field, FrozenContent submitted, CategoryList codes, HashSet<string> seen)
    {
        if (!submitted.Has(field.Path))
        {
            throw new RuleViolation("review.field_unknown", $"申报内容中没有栏目 {field.Path}。");
        }

        if (!codes.Contains(field.Code))
        {
            var known = string.Join('、', codes.Items.Select(item => $"{item.Code}（{item.Name}）"));
            throw new RuleViolation("review.return_code_unknown", $"退回原因应为以下之一：{known}。");
        }

        return seen.Add(field.Path)
            ? field with { Reason = Reasons.Require(field.Reason) }
            : throw new RuleViolation("review.field_twice", $"栏目 {field.Path} 重复指出。");
    }
}
