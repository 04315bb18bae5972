using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace YouthPlatform.Reporting.Exports.Workbooks;

/// <summary>Writes notes on cells: their texts in one part, the boxes that show them in another.</summary>
internal static class NotesPart
{
    private const string Author = "统计报送";
    private const string DrawingId = "notes-drawing";

    private static readonly XNamespace Vml = "urn:schemas-microsoft-com:vml";
    private static readonly XNamespace Office = "urn:schemas-microsoft-com:office:office";
    private static readonly XNamespace Excel = "urn:schemas-microsoft-com:office:excel";

    /// <summary>Writes them and returns the id by which the sheet knows their drawing.</summary>
    public static string Write(WorksheetPart sheet, IReadOnlyList<Note> notes)
    {
        sheet.AddNewPart<WorksheetCommentsPart>("notes").Comments = new Comments(
            new Authors(new Author(Author)),
            new CommentList(notes.Select(note => new Comment(new CommentText(new Run(new Text(note.Text))))
            {
                Reference = Address.Of(note.Row, note.Column),
                AuthorId = 0,
            })));
        using var stream = sheet.AddNewPart<VmlDrawingPart>(DrawingId).GetStream(FileMode.Create);
        Drawing(notes).Save(stream, SaveOptions.DisableFormatting);
        return DrawingId;
    }

    private static XElement Drawing(IReadOnlyList<Note> notes) => new(
        "xml",
        new XAttribute(XNamespace.Xmlns + "v", Vml),
        new XAttribute(XNamespace.Xmlns + "o", Office),
        new XAttribute(XNamespace.Xmlns + "x", Excel),
        new XElement(
            Vml + "shapetype",
            new XAttribute("id", "_x0000_t202"),
            new XAttribute("coordsize", "21600,21600"),
            new XAttribute(Office + "spt", "202"),
            new XAttribute("path", "m,l,21600r21600,l21600,xe"),
            new XElement(Vml + "stroke", new XAttribute("joinstyle", "miter")),
            new XElement(Vml + "path", new XAttribute("gradientshapeok", "t"), new XAttribute(Office + "connecttype", "rect"))),
        notes.Select(Shape));

    private static XElement Shape(Note note, int index) => new(
        Vml + "shape",
        new XAttribute("id", $"_x0000_s{1025 + index}"),
        new XAttribute("type", "#_x0000_t202"),
        new XAttribute("style", "position:absolute;margin-left:60pt;margin-top:2pt;width:180pt;height:60pt;z-index:1;visibility:hidden"),
        new XAttribute("fillcolor", "#ffffe1"),
        new XAttribute(Office + "insetmode", "auto"),
        new XElement(Vml + "fill", new XAttribute("color2", "#ffffe1")),
        new XElement(Vml + "textbox", new XElement("div", new XAttribute("style", "text-align:left"))),
        new XElement(
            Excel + "ClientData",
            new XAttribute("ObjectType", "Note"),
            new XElement(Excel + "MoveWithCells"),
            new XElement(Excel + "SizeWithCells"),
            new XElement(Excel + "Anchor", $"{note.Column + 1},10,{note.Row},4,{note.Column + 5},10,{note.Row + 2},0"),
            new XElement(Excel + "AutoFill", "False"),
            new XElement(Excel + "Row", note.Row),
            new XElement(Excel + "Column", note.Column)));
}

/// <summary>A note on a cell.</summary>
/// <param name="Row">Row, counted from 0.</param>
/// <param name="Column">Column, counted from 0.</param>
/// <param name="Text">What it says.</param>
internal sealed record Note(int Row, int Column, string Text);
