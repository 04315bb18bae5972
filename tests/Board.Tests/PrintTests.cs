using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using YouthPlatform.Board.Tests.Hosting;

namespace YouthPlatform.Board.Tests;

/// <summary>Forms on paper.</summary>
public sealed partial class PrintTests(BrowserFixture browser, BoardFixture board) : IClassFixture<BoardFixture>
{
    [Theory]
    [InlineData("/board/forms/h32_progress/430100/2023-11", "clerk-430100")]
    [InlineData("/board/forms/h32_progress/2023-11", "approver-430000")]
    public async Task AFormIsOneLandscapePage(string path, string person)
    {
        await using var visitor = await Visitor.LogInAsync(browser, board.Board, person);
        await visitor.GoToAsync(path);
        var pdf = await visitor.Page.PdfAsync(new() { PreferCSSPageSize = true });
        if (Environment.GetEnvironmentVariable("YOUTH_SCREENSHOTS") is { Length: > 0 } directory)
        {
            await File.WriteAllBytesAsync(Path.Combine(directory, $"print-{person}.pdf"), pdf, TestContext.Current.CancellationToken);
        }

        var boxes = MediaBox().Matches(Encoding.Latin1.GetString(pdf));
        boxes.Count.ShouldBe(1);
        decimal.Parse(boxes[0].Groups["width"].Value, CultureInfo.InvariantCulture).ShouldBe(842, 1);
        decimal.Parse(boxes[0].Groups["height"].Value, CultureInfo.InvariantCulture).ShouldBe(595, 1);
    }

    [GeneratedRegex(@"/MediaBox\s*\[\s*0 0 (?<width>[\d.]+) (?<height>[\d.]+)")]
    private static partial Regex MediaBox();
}
