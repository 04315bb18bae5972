using System.Globalization;
using System.Text;

namespace YouthPlatform.Reporting.Highlights;

/// <summary>
/// The length of a text as people count it in Chinese (字数): every Chinese character and every punctuation mark of Chinese typesetting is one, a run of
/// other characters without a blank (a number, a word, an address) is one, blanks are none.
/// </summary>
internal static class WrittenLength
{
    // CJK radicals to the end of the compatibility forms, full-width forms, and the quotation marks, dashes and dots that Chinese shares with others.
    private static readonly (int From, int To)[] Single =
        [(0x2E80, 0xA4CF), (0xAC00, 0xD7AF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF), (0x20000, 0x3FFFF), (0x2014, 0x2026), (0xB7, 0xB7)];

    /// <summary>Counts.</summary>
    public static int Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (length, isInRun) = (0, false);
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();)
        {
            var first = Rune.GetRuneAt(elements.GetTextElement(), 0);
            var isBlank = Rune.IsWhiteSpace(first);
            var isSingle = !isBlank && Array.Exists(Single, range => range.From <= first.Value && first.Value <= range.To);
            length += isSingle || !(isBlank || isInRun) ? 1 : 0;
            isInRun = !isBlank && !isSingle;
        }

        return length;
    }
}
