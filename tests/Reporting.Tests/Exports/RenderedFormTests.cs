using System.Globalization;
using System.Text;
using YouthPlatform.Reporting.Exports;
using YouthPlatform.Reporting.Exports.Workbooks;

namespace YouthPlatform.Reporting.Tests.Exports;

/// <summary>The workbook on paper, as LibreOffice prints it.</summary>
public sealed class RenderedFormTests : IDisposable
{
    private const int Dpi = 50;
    private const byte Dark = 128;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("rendered");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task AFormIsOnePageInLandscapeWithAllItsTextsAndFigures()
    {
        var form = ExportedForms.Form();
        var pdf = await PrintAsync([FormSheets.Of(form)]);

        var info = await Tool.RunAsync("pdfinfo", pdf);
        info.ShouldMatch("Pages: +1\n");
        info.ShouldMatch(@"Page size: +841\.\d+ x 595\.\d+ pts \(A4\)");
        var text = string.Concat((await Tool.RunAsync("pdftotext", "-raw", pdf, "-")).Where(letter => !char.IsWhiteSpace(letter)));
        text.ShouldContain(form.Definition.Title);
        form.Definition.Columns.SelectMany(column => new[] { column.Name, $"（{column.Unit}）" })
            .ShouldAllBe(heading => text.Contains(heading, StringComparison.Ordinal));
        string.Join(' ', (await Tool.RunAsync("pdftotext", "-layout", pdf, "-")).Split([' ', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries))
            .ShouldContain("数量 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 23 24 25 26 27 28 29 30");
    }

    [Fact]
    public async Task TheTableFillsThePageInsideItsMargins()
    {
        var picture = await PictureAsync(await PrintAsync([FormSheets.Of(ExportedForms.Form())]));

        // A horizontal line of the table, and how far it goes.
        var longest = Enumerable.Range(0, picture.Height).Select(row => picture.DarkSpan(row)).MaxBy(span => span.Last - span.First);
        longest.First.ShouldBeInRange(picture.Width * 2 / 100, picture.Width * 8 / 100);
        longest.Last.ShouldBeInRange(picture.Width * 92 / 100, picture.Width * 98 / 100);
    }

    [Fact]
    public async Task TheProvinceIsAPageForTheSummaryAndOneForEachUnit()
    {
        var forms = ExportedForms.Province();

        var info = await Tool.RunAsync("pdfinfo", await PrintAsync([FormSheets.Summary("湖南省", forms), .. forms.Select(FormSheets.Of)]));

        info.ShouldMatch("Pages: +15\n");
    }

    private async Task<string> PrintAsync(IReadOnlyList<Sheet> sheets)
    {
        var path = Path.Combine(_directory.FullName, "form.xlsx");
        await File.WriteAllBytesAsync(path, WorkbookFile.Write(sheets), TestContext.Current.CancellationToken);
        await Tool.RunAsync(
            "soffice",
            $"-env:UserInstallation=file://{_directory.FullName}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            _directory.FullName,
            path);
        return Path.ChangeExtension(path, "pdf");
    }

    private async Task<GrayPicture> PictureAsync(string pdf)
    {
        var page = Path.Combine(_directory.FullName, "page");
        await Tool.RunAsync("pdftoppm", "-gray", "-singlefile", "-r", Dpi.ToString(CultureInfo.InvariantCulture), pdf, page);
        return GrayPicture.Read(await File.ReadAllBytesAsync($"{page}.pgm", TestContext.Current.CancellationToken));
    }

    private sealed record GrayPicture(int Width, int Height, ReadOnlyMemory<byte> Pixels)
    {
        /// <summary>Reads a portable graymap: "P5", width, height and the largest value, each ended by a space or line, then a byte a pixel.</summary>
        public static GrayPicture Read(byte[] file)
        {
            var head = Encoding.ASCII.GetString(file, 0, 30).Split([' ', '\n'], 5);
            head[0].ShouldBe("P5");
            var (width, height) = (int.Parse(head[1], CultureInfo.InvariantCulture), int.Parse(head[2], CultureInfo.InvariantCulture));
            return new GrayPicture(width, height, file.AsMemory(file.Length - (width * height)));
        }

        /// <summary>The longest unbroken dark run of a row.</summary>
        public (int First, int Last) DarkSpan(int row)
        {
            var pixels = Pixels.Span.Slice(row * Width, Width);
            (int First, int Last) longest = (0, 0);
            var first = 0;
            for (var column = 0; column < Width; column++)
            {
                first = pixels[column] > Dark ? column + 1 : first;
                longest = column - first > longest.Last - longest.First ? (first, column) : longest;
            }

            return longest;
        }
    }
}
