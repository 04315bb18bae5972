using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace YouthPlatform.Reporting.Exports.Workbooks;

/// <summary>
/// Makes a package plain: without times, so that the same content is the same file; with SpreadsheetML as the default namespace of its
/// parts, relative paths between them and numbered drawings, since some readers know nothing else.
/// </summary>
internal static partial class Package
{
    private const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    // The earliest time that a zip file can say.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Settle(MemoryStream written)
    {
        written.Position = 0;
        using var source = new ZipArchive(written, ZipArchiveMode.Read, leaveOpen: true);
        using var settled = new MemoryStream();
        using (var target = new ZipArchive(settled, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                Copy(entry, target);
            }
        }

        return settled.ToArray();
    }

    private static void Copy(ZipArchiveEntry entry, ZipArchive target)
    {
        var copy = target.CreateEntry(Numbered(entry.FullName), CompressionLevel.Optimal);
        copy.LastWriteTime = Epoch;
        using var from = new StreamReader(entry.Open(), Encoding.UTF8);
        using var to = copy.Open();
        var part = XDocument.Parse(Numbered(from.ReadToEnd()), LoadOptions.PreserveWhitespace);
        if (entry.FullName.EndsWith(".rels", StringComparison.Ordinal))
        {
            MakeRelative(part, entry.FullName[..entry.FullName.LastIndexOf("_rels/", StringComparison.Ordinal)]);
        }
        else
        {
            part.Root!.Attributes().Where(attribute => attribute.IsNamespaceDeclaration && attribute.Value == Spreadsheet).Remove();
        }

        using var writer = XmlWriter.Create(to, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        part.Save(writer);
    }

    private static string Numbered(string text) =>
        Drawing().Replace(text, match => $"vmlDrawing{(match.Groups[1].Length == 0 ? "1" : match.Groups[1].Value)}.vml");

    [GeneratedRegex("vmldrawing([0-9]*)[.]vml")]
    private static partial Regex Drawing();

    /// <summary>From a folder to the one that holds all but the package's own parts.</summary>
    private static string Up(string folder) => string.Concat(Enumerable.Repeat("../", folder.Count(letter => letter == '/') - 1));

    private static void MakeRelative(XDocument relationships, string folder)
    {
        foreach (var target in relationships.Root!.Elements().Attributes("Target").Where(target => target.Value.StartsWith('/')))
        {
            var path = target.Value[1..];
            target.Value = path.StartsWith(folder, StringComparison.Ordinal)
                ? path[folder.Length..]
                : Up(folder) + path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];
        }
    }
}
