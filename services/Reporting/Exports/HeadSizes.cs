using YouthPlatform.Reporting.Exports.Workbooks;

namespace YouthPlatform.Reporting.Exports;

/// <summary>Widths of columns and heights of rows that show headings and figures whole. Chinese characters are as wide as two digits.</summary>
internal sealed class HeadSizes
{
    private const int MostLines = 8;
    private const int FewestCharacters = 2;
    private const int MostCharacters = 8;
    private const double CharacterWidth = 1.75;
    private const double Padding = 1.3;
    private const double LineHeight = 12.5;

    private readonly int[] _characters;

    private HeadSizes(int[] characters) => _characters = characters;

    /// <summary>Widths in characters of the standard font, of column 1 on.</summary>
    public IEnumerable<double> Widths => _characters.Select(characters => (characters * CharacterWidth) + Padding);

    /// <summary>Sizes for a heading and for figures as long as the longest of each column.</summary>
    public static HeadSizes Of(IReadOnlyList<SheetCell>[] head, IReadOnlyList<int> longestFigures)
    {
        var characters = longestFigures.Select(digits => Math.Max(FewestCharacters, (digits + 1) / 2)).ToArray();
        foreach (var cell in head.SelectMany(row => row).Where(cell => cell is { Columns: 1, Text: not null }))
        {
            var fewest = Enumerable.Range(FewestCharacters, MostCharacters)
                .First(width => Lines(cell.Text!, width) <= MostLines || width == MostCharacters);
            characters[cell.Column - 1] = Math.Max(characters[cell.Column - 1], fewest);
        }

        return new HeadSizes(characters);
    }

    /// <summary>Heights of the heading's rows in points.</summary>
    public double[] Heights(IReadOnlyList<SheetCell>[] head)
    {
        var lines = head.Select(row => row.Where(cell => cell.Rows == 1).Select(Lines).DefaultIfEmpty(1).Max()).ToArray();
        var spanning = head[1].Where(cell => cell.Rows == 2).Select(Lines).DefaultIfEmpty(0).Max();
        lines[2] = Math.Max(lines[2], spanning - lines[1]);
        return [.. lines.Select(count => (count * LineHeight) + 4)];
    }

    /// <summary>Height that a text needs across all columns.</summary>
    public double RemarkHeight(string text) => (Lines(text, _characters.Sum()) * LineHeight) + 4;

    private int Lines(SheetCell cell) => Lines(cell.Text ?? string.Empty, _characters.AsSpan(cell.Column - 1, cell.Columns).ToArray().Sum());

    private static int Lines(string text, int width) => text.Split('\n').Sum(line => Math.Max(1, (line.Length + width - 1) / width));
}
