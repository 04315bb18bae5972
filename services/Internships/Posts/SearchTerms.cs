using System.Text;

namespace YouthPlatform.Internships.Posts;

/// <summary>
/// Cuts texts into what they can be found by. Chinese is written without spaces, and PostgreSQL's own parsers know no Chinese words, so a run
/// of it is cut into its characters and its pairs of neighbours; other words are taken whole, in lower case.
/// </summary>
internal static class SearchTerms
{
    private const int MostWords = 400;

    /// <summary>Everything that the texts can be found by.</summary>
    public static string[] Index(params IEnumerable<string?> texts)
    {
        var terms = texts.SelectMany(text => Runs(text ?? "")).SelectMany(run => IsChinese(run[0]) ? Pairs(run).Concat(Characters(run)) : [run]);
        return [.. terms.Distinct().Take(MostWords)];
    }

    /// <summary>What a text that is looked for asks of a post: every word of it, every pair of neighbours, or a character that stands alone.</summary>
    public static string[] Query(string text) =>
        [.. Runs(text).SelectMany(run => !IsChinese(run[0]) ? [run] : run.Length == 1 ? Characters(run) : Pairs(run)).Distinct()];

    private static IEnumerable<string> Pairs(string run) => Enumerable.Range(0, run.Length - 1).Select(start => run.Substring(start, 2));

    private static IEnumerable<string> Characters(string run) => run.Select(character => character.ToString());

    private static bool IsChinese(char character) => character is >= '\u3400' and <= '\u9fff';

    /// <summary>Letters and digits as wide as Chinese characters are read as the usual ones.</summary>
    private static char HalfWidth(char character) => character is >= '\uff01' and <= '\uff5e' ? (char)(character - 0xfee0) : character;

    /// <summary>Longest stretches of Chinese characters, or of other letters and digits.</summary>
    private static IEnumerable<string> Runs(string text)
    {
        var run = new StringBuilder();
        foreach (var character in text.Select(HalfWidth).Select(char.ToLowerInvariant))
        {
            var breaks = !char.IsLetterOrDigit(character) || (run.Length > 0 && IsChinese(run[0]) != IsChinese(character));
            if (breaks && run.Length > 0)
            {
                yield return run.ToString();
                run.Clear();
            }

            if (char.IsLetterOrDigit(character))
            {
                run.Append(character);
            }
        }

        if (run.Length > 0)
        {
            yield return run.ToString();
        }
    }
}
