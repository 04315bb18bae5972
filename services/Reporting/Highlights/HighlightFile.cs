using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Highlights;

/// <summary>What a prefecture tells of its work (工作特色亮点做法, H32 §三(四)).</summary>
/// <param name="HighlightId">The text.</param>
/// <param name="Region">The prefecture.</param>
/// <param name="Month">Month that it counts for.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">The text, without personal data.</param>
/// <param name="Length">Length of the text as people count it.</param>
internal sealed record HighlightFile(Guid HighlightId, RegionCode Region, YearMonth Month, string Title, string Text, int Length);

/// <summary>What a text must keep to (H32 §三(四)).</summary>
/// <param name="MaxLength">Most characters of the text.</param>
/// <param name="Months">Months of the year that owe texts.</param>
/// <param name="PerMonth">Texts that a month owes.</param>
/// <param name="Versions">Where these are written.</param>
internal sealed record HighlightRules(int MaxLength, NumberRange Months, int PerMonth, IReadOnlyList<RuleVersion> Versions)
{
    private const string LengthKey = "reporting.highlight_max_characters";

    /// <summary>The rules of a region's month; null where no pack asks it for texts.</summary>
    public static HighlightRules? Find(PolicyBook book, RegionCode region, YearMonth month)
    {
        ArgumentNullException.ThrowIfNull(book);
        if (!book.Sets(LengthKey, region, month.LastDay))
        {
            return null;
        }

        var length = book.WholeNumber(LengthKey, region, month.LastDay);
        var months = book.Range("reporting.highlight_months", region, month.LastDay);
        var perMonth = book.WholeNumber("reporting.highlights_per_month", region, month.LastDay);
        return new HighlightRules(length.Value, months.Value, perMonth.Value, [length.Version, months.Version, perMonth.Version]);
    }
}
