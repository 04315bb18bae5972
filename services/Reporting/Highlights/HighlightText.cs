using YouthPlatform.EventStore;

namespace YouthPlatform.Reporting.Highlights;

/// <summary>What a text must be like: any time, and to be filed.</summary>
internal static class HighlightText
{
    /// <summary>The text with its length, fit to be filed.</summary>
    /// <exception cref="RuleViolation">It is not; the first thing that is wrong.</exception>
    public static HighlightFile Require(HighlightFile file, HighlightRules rules)
    {
        var measured = Measured(file);
        return Faults(measured, rules).FirstOrDefault() is { } fault ? throw fault : measured;
    }

    /// <summary>The text with its length, fit to be kept: the log is for good, so even a draft holds no personal data.</summary>
    /// <exception cref="RuleViolation">Nothing is written, or a person is named by number.</exception>
    public static HighlightFile RequireDraft(HighlightFile file)
    {
        var measured = Measured(file);
        return measured.Title.Length == 0 && measured.Text.Length == 0
            ? throw new RuleViolation("highlight.empty", "标题和正文不能都为空。")
            : PersonalFault(measured) is { } fault ? throw fault : measured;
    }

    /// <summary>All that keeps a text from being filed.</summary>
    public static IEnumerable<RuleViolation> Faults(HighlightFile file, HighlightRules rules)
    {
        if (file.Title.Length == 0 || file.Text.Length == 0)
        {
            yield return new RuleViolation("highlight.empty", "标题和正文不能为空。");
        }

        if (PersonalFault(file) is { } fault)
        {
            yield return fault;
        }

        if (file.Length > rules.MaxLength)
        {
            yield return new RuleViolation("highlight.too_long", $"正文 {file.Length} 字，应控制在 {rules.MaxLength} 字以内。");
        }
    }

    private static HighlightFile Measured(HighlightFile file) =>
        file with { Title = file.Title.Trim(), Text = file.Text.Trim(), Length = WrittenLength.Of(file.Text) };

    private static RuleViolation? PersonalFault(HighlightFile file) => PersonalData.IsIn(file.Title) || PersonalData.IsIn(file.Text)
        ? new RuleViolation("highlight.personal_data", "文中含有公民身份号码或手机号码，请删除后再保存或报送。")
        : null;
}
